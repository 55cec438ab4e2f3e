import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { parseReport } from '../../../src/cli/options';
import type { WantedScenario } from '../../../src/core/scenario/checkScenario';
import { commandLine } from '../../../src/core/scenario/commandLine';

/** The words that a POSIX shell makes of a command line. */
function words(line: string): readonly string[] {
  const script = `set -- ${line}\nfor word; do printf '%s\\0' "$word"; done`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('a scenario as a command line', () => {
  const whole: WantedScenario = {
    batch: 2,
    prompt: 300,
    context: 8192,
    source: 77,
    weights: 'int4-g32',
    activations: 'fp16',
    cache: 'fp8',
    device: 'rtx-4090',
    engine: 'llama.cpp',
    phase: 'prefill',
    tensorParallel: 4,
    dims: { height: 224, 'it\'s a $(name) `x` "y" = 1': 5, '-x': 2 },
  };

  it('is read back by the command line as the same scenario, all of it', () => {
    for (const file of ['a/config.json', "a folder/it's $HOME.onnx", '-x.onnx']) {
      const [program, command, ...args] = words(commandLine(file, whole));
      assert.equal(program, 'model-efficiency');
      assert.equal(command, 'report');
      const request = parseReport(args);
      assert.deepEqual(request?.scenario, whole);
      assert.equal(request.file.replace(/^\.\//, ''), file);
    }
  });

  it('takes the names of precisions as packages write them', () => {
    const request = parseReport([
      'config.json',
      '--weights',
      'Q4_K_M',
      '--cache',
      'Q8_0',
      '--activations',
      'BF16',
    ]);
    assert.deepEqual(request?.scenario, { weights: 'q4_k_m', cache: 'q8_0', activations: 'bf16', dims: {} });
  });

  it('says only what was chosen', () => {
    assert.equal(commandLine('config.json', {}), 'model-efficiency report config.json');
  });
});
