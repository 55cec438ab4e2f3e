import assert from 'node:assert/strict';
import path from 'node:path';
import { analyseOnnx } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { advise, allTechniques } from '../../../src/core/advice/advise';
import { findChains, foldable } from '../../../src/core/advice/graphPatterns';
import type { Judged } from '../../../src/core/advice/verdict';
import { openNodeSource } from '../../../src/host/files/nodeSource';
import { describeShared } from '../../support/shared';

const root = path.resolve(__dirname, '../../..');

async function read(file: string): Promise<Analysis> {
  const source = await openNodeSource(file);
  try {
    const analysis = await analyseOnnx(source, path.basename(file));
    assert.equal(analysis.kind, 'model', file);
    return analysis as Analysis;
  } finally {
    await source.dispose?.();
  }
}

function judgedOf(a: Analysis, id: string): Judged {
  return allTechniques(a).find((j) => j.technique.id === id)!;
}

function figure(a: Analysis, id: string, kind: string): readonly [number, number] {
  const effect = judgedOf(a, id).outcomes[0]!.effects.find((e) => e.kind === kind)!;
  return [effect.before.value!, effect.after.value!];
}

describe('advice for ONNX graphs', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('halves float32 weights in float16, and quarters them in int8 but for scales', async () => {
    const a = await read(path.join(root, 'media/samples/digits-cnn.onnx'));
    // Every parameter of the sample is float32: 4 bytes each, 2 after.
    const parameters = a.model.weights.filter((w) => w.role === 'parameter');
    const n = parameters.reduce((sum, w) => sum + w.shape.reduce((x, y) => x * y, 1), 0);
    const [before, after] = figure(a, 'onnx-fp16-initializers', 'weights');
    assert.equal(before - after, 2 * n);
    const [, int8] = figure(a, 'onnx-int8-quantization', 'weights');
    assert.ok(int8 > before / 4 && int8 < before / 3, `${int8} of ${before}`);
    assert.equal(judgedOf(a, 'onnx-dynamic-axes').status, 'in use');
    // Every weight is float32: nothing of it is in 16 bits already.
    assert.equal(judgedOf(a, 'half-precision-weights').status, 'not applicable');
  });

  it('speaks to no config of graphs, and to no graph of configs', async () => {
    const a = await read(path.join(root, 'media/samples/text-encoder.onnx'));
    assert.equal(judgedOf(a, 'grouped-multi-query-attention').status, 'not applicable');
    assert.ok(advise(a, {}, { goal: 'speed' }).some((x) => x.id.startsWith('onnx-')));
    assert.deepEqual(advise(a, {}, { goal: 'training' }), []);
  });
});

describeShared('chains in published exports', 'models/onnx', (folder) => {
  const count = (a: Analysis, pattern: string) =>
    findChains(a.model).find((f) => f.pattern === pattern)?.count ?? 0;

  it('GPT-2 of 12 layers: 2 × 12 + 1 norms, 12 activations, 12 attentions', async () => {
    const a = await read(path.join(folder, 'transformer/gpt2_no_past_opset11.onnx'));
    assert.equal(count(a, 'LayerNorm'), 25);
    assert.equal(count(a, 'GELU (tanh)'), 12);
    assert.equal(count(a, 'attention'), 12);
    assert.equal(count(a, 'RMSNorm'), 0);
    const [before, after] = figure(a, 'onnx-graph-fusion', 'operators');
    assert.equal(before - after, 25 * 6 + 12 * 7 + 12 * 3);
  });

  it('BERT of 12 layers from TensorFlow: norms in their other spelling', async () => {
    const a = await read(path.join(folder, 'transformer/TFBertForSequenceClassification_opset10.onnx'));
    assert.equal(count(a, 'LayerNorm'), 25);
    assert.equal(count(a, 'GELU'), 12);
    assert.equal(count(a, 'attention'), 12);
    assert.equal(count(a, 'RMSNorm'), 0);
  });

  it('a quantised graph is left as it is', async () => {
    const a = await read(path.join(folder, 'quant/shufflenet-v2-12-int8.onnx'));
    for (const id of [
      'onnx-fp16-initializers',
      'onnx-int8-quantization',
      'weight-only-quantization',
      'weight-activation-quantization',
    ])
      assert.equal(judgedOf(a, id).status, 'in use', id);
  });

  it('finds what follows from constants alone', async () => {
    const a = await read(path.join(folder, 'cnn/light_resnet50.onnx'));
    // The file makes its weights with ConstantOfShape: nothing but constants goes in.
    const types = new Set(foldable(a.model).map((id) => a.model.operators[id]!.type));
    assert.ok(types.has('ConstantOfShape'), [...types].join(' '));
    assert.ok(!types.has('Conv'));
    assert.equal(judgedOf(a, 'onnx-dead-weight').status, 'applies');
  });

  it('a language model exported without them is told so, without a figure', async () => {
    const a = await read(path.join(folder, 'transformer/gpt2_no_past_opset11.onnx'));
    const j = judgedOf(a, 'onnx-cache-inputs');
    assert.equal(j.status, 'no figure');
    assert.match(j.reason, /each new token computes all earlier ones again/);
  });

  it('a decoder with past keys and values has its cache', async () => {
    const a = await read(path.join(folder, 'transformer/tiny-random-gpt2-fp32_past.onnx'));
    assert.equal(judgedOf(a, 'onnx-cache-inputs').status, 'in use');
  });
});
