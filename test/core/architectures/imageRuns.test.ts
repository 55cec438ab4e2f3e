/** Models that read an image or a sound among text: weights and matrix FLOPs of the modelling library's own runs. */
import { strict as assert } from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as zlib from 'node:zlib';
import { analyseConfig } from '../../../src/core/analyse';
import { estimate } from '../../../src/core/costs/estimate';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { parametersOf } from './compare';
import type { ImageRun } from './imageRuns';
import { measureImageRun } from './imageRuns';

const FIXTURE = path.join(__dirname, '../../fixtures/architectures/image-runs.json.gz');
const RUNS = JSON.parse(zlib.gunzipSync(fs.readFileSync(FIXTURE)).toString()) as Record<string, ImageRun[]>;

function crcOf(run: ImageRun): number {
  const { model } = measureImageRun(run);
  const lines = [...parametersOf(model)].map(([name, shape]) => `${name}:${shape}`);
  return zlib.crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n'));
}

describe('models that read an image or a sound', () => {
  it('are recorded', () => assert.ok(Object.keys(RUNS).length >= 43));

  for (const type in RUNS)
    it(`${type}: weights by name and shape, and FLOPs of text with an image or a sound`, () => {
      for (const run of RUNS[type]!) {
        assert.equal(crcOf(run), run.crc, 'weights');
        const { flops, uncounted, model } = measureImageRun(run);
        assert.equal((flops.value ?? NaN) + uncounted, run.matrix_flops);
        assert.equal(model.outline, undefined);
      }
    });
});

describe('Llama 3.2 Vision', () => {
  const config = RUNS['mllama']![0]!.config;
  const run = (images: number, context: number) => {
    const analysis = analyseConfig(JSON.stringify(config), 'config.json')!;
    const scenario = { ...DEFAULT_SCENARIO, prompt: 18, context, dims: { images } };
    return estimate(analysis.model, analysis.costs, scenario);
  };

  it('attends to its image in every token that it generates', () => {
    // One layer crosses: hidden 64, 4 heads of 16, 2 key/value heads, MLP 96, an image of 4 tiles of 17 tokens.
    const cross = 64 * 64 + 2 * 4 * 16 * (4 * 17) + 64 * 64 + 3 * 64 * 96;
    const [without, withOne] = [0, 1].map((n) => run(n, 20).compute.decode.macs.value!) as [number, number];
    assert.equal(withOne - without, cross);
  });

  it('keeps the keys and values of its image', () => {
    const bytes = 2 * 2 * 16 * (4 * 17) * 2;
    const total = (n: number) => run(n, 20).cache.bytesAtContext.value!;
    assert.equal(total(1) - total(0), bytes);
  });
});
