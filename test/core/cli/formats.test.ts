/** The report of every format from the command line, as a person calls it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

interface Printed {
  readonly format: string;
  readonly parameters: { readonly distinct: { readonly value: number }; readonly items?: readonly object[] };
  readonly disk?: { readonly agrees: boolean; readonly sentence: string };
}

function report(file: string, ...more: string[]): Printed {
  const args = ['--import', 'tsx', 'src/cli.ts', 'report', file, '--json', ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Printed;
}

describe('report FILE', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'formats-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, value: object): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return file;
  };

  it('takes GGUF, with the tensors under the names of the modelling library', () => {
    const { format, parameters } = report('test/fixtures/gguf/little3.gguf', '--tensors');
    // Elements and tensors as the format's own package wrote them.
    assert.deepEqual([format, parameters.distinct.value, parameters.items?.length], ['gguf', 1_268_992, 21]);
  });

  it('takes safetensors and its index, with the config beside them', () => {
    for (const name of ['model-00002-of-00002.safetensors', 'model.safetensors.index.json']) {
      const { format, parameters, disk } = report(`test/fixtures/safetensors/${name}`);
      assert.deepEqual([format, parameters.distinct.value, disk?.agrees], ['safetensors', 5200, true]);
    }
  });

  it('writes bytes in the units that are asked for, and refuses others', () => {
    const sample = 'media/samples/llama-8b/config.json';
    const run = (...more: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'report', sample, ...more], {
        cwd: root,
        encoding: 'utf8',
      });
    // 8,030,261,248 parameters of 2 bytes.
    assert.match(run('--units', 'binary').stdout, /14\.96 GiB/);
    assert.doesNotMatch(run('--units', 'decimal').stdout, /GiB|MiB|KiB/);
    const wrong = run('--units', 'furlongs');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--units/);
  });

  it('says of a config whether its checkpoint agrees', () => {
    const { disk } = report('test/fixtures/safetensors/config.json');
    assert.match(disk?.sentence ?? '', /^exact: agrees with 2 shards/);
  });

  it('takes params.json, and an adapter over the base beside it', () => {
    const params = write('llama/params.json', {
      dim: 4096,
      multiple_of: 256,
      n_heads: 32,
      n_layers: 32,
      vocab_size: 32000,
    });
    assert.equal(report(params).parameters.distinct.value, 6_738_415_616);
    write('base/config.json', {
      model_type: 'llama',
      hidden_size: 4096,
      intermediate_size: 11008,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      vocab_size: 32000,
    });
    const adapter = write('lora/adapter_config.json', {
      peft_type: 'LORA',
      r: 8,
      target_modules: ['q_proj', 'v_proj'],
      base_model_name_or_path: 'owner/base',
    });
    // The figure that PEFT prints for rank 8 on q and v of Llama 7B.
    const { format, parameters } = report(adapter);
    assert.deepEqual([format, parameters.distinct.value], ['adapter', 4_194_304]);
  });
});
