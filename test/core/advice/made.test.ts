import assert from 'node:assert/strict';
import { analyseOnnx } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { allTechniques } from '../../../src/core/advice/advise';
import { memorySource } from '../../../src/core/bytes/byteSource';
import { modelBytes, node, port, tensor } from '../../support/onnxBuilder';
import { change, judged } from './models';

const FLOAT = 1;

/** A graph of two products with square matrices that hold the same bytes; `rows` fixed or left open. */
async function twoProducts(rows: number | string, n = 1024): Promise<Analysis> {
  const bytes = new Uint8Array(4 * n * n).map((_, i) => (i * 7) % 251);
  const graph = {
    input: [port('x', FLOAT, rows, n)],
    output: [port('y', FLOAT, rows, n)],
    initializer: [tensor('a', FLOAT, [n, n], bytes), tensor('b', FLOAT, [n, n], bytes)],
    node: [node('MatMul', ['x', 'a'], ['h']), node('MatMul', ['h', 'b'], ['y'])],
  };
  const analysis = await analyseOnnx(memorySource(modelBytes(graph)), 'two.onnx');
  assert.equal(analysis.kind, 'model');
  return analysis as Analysis;
}

const of = (a: Analysis, id: string) => allTechniques(a).find((j) => j.technique.id === id)!;

describe('advice for a made graph', function () {
  this.timeout(20_000);

  it('tells an initializer that is stored twice, and what it takes', async () => {
    const j = of(await twoProducts(4, 512), 'onnx-dead-weight');
    assert.match(j.outcomes[0]?.variant.title ?? j.reason, /1 initializer stored twice/);
    const weights = j.outcomes[0]!.effects.find((e) => e.kind === 'weights')!;
    // Two of 512 × 512 × 4 B = 1 MiB, one of which is enough.
    assert.deepEqual([weights.before.value, weights.after.value], [2 * 2 ** 20, 2 ** 20]);
  });

  it('tells fixed axes from open ones', async () => {
    assert.match(of(await twoProducts(4), 'onnx-dynamic-axes').reason, /every axis of every input is fixed/);
    assert.equal(of(await twoProducts('batch'), 'onnx-dynamic-axes').status, 'in use');
  });

  it('counts its weights in 16, 8 and 4 bits', async () => {
    const a = await twoProducts(4);
    const weights = (id: string) =>
      of(a, id).outcomes[0]!.effects.find((e) => e.kind === 'weights')!.after.value;
    assert.equal(weights('onnx-fp16-initializers'), 4 * 2 ** 20);
    // One byte each, and 5 for scale and zero point of each of 2 × 1,024 channels.
    assert.equal(weights('onnx-int8-quantization'), 2 * (2 ** 20 + 5 * 1024));
    // 4 bits each, with a scale and a zero point to a group of 128 columns: between 4 and 4.5 bits.
    const int4 = weights('weight-only-quantization')!;
    assert.ok(int4 > 2 ** 20 && int4 < 1.125 * 2 ** 20, String(int4));
  });

  it('asks no cache of what is no language model', async () => {
    assert.equal(of(await twoProducts(4), 'onnx-cache-inputs').status, 'not applicable');
  });
});

describe('BERT against hand-worked numbers', function () {
  this.timeout(20_000);

  it('BERT of 11 layers: 7,087,872 parameters less', () => {
    // A layer: 4 × (768² + 768) + 2 × 768 × 3,072 + 3,072 + 768 + 4 × 768 = 7,087,872.
    const [before, after] = change('bert', 'depth-pruning', 'parameters');
    assert.equal(before - after, 4 * (768 ** 2 + 768) + 2 * 768 * 3072 + 3072 + 768 + 4 * 768);
  });

  it('a student of BERT has six layers, as DistilBERT has', () => {
    const [before, after] = change('bert', 'knowledge-distillation', 'parameters');
    assert.equal(before - after, 6 * 7_087_872);
  });

  it('BERT keeps no cache, so nothing about caches applies', () => {
    for (const id of ['grouped-multi-query-attention', 'kv-cache-eviction', 'sliding-window-attention'])
      assert.equal(judged('bert', id).status, 'not applicable', id);
  });
});
