import { strict as assert } from 'node:assert';
import type { onnx } from 'onnx-proto';
import { memorySource } from '../../../../src/core/bytes/byteSource';
import { parametersOf } from '../../../../src/core/costs/parameters';
import { weightsOf } from '../../../../src/core/costs/weightBytes';
import type { Model } from '../../../../src/core/model/model';
import { readOnnx } from '../../../../src/core/readers/onnx/readOnnx';
import { modelBytes, node, port, tensor } from '../../../support/onnxBuilder';

const F32 = 1;
const U8 = 2;
const I8 = 3;
const I64 = 7;
const F16 = 10;
const U4 = 21;
const raw = (name: string, type: number, dims: number[], bytes: number) =>
  tensor(name, type, dims, new Uint8Array(bytes));

async function read(initializer: onnx.ITensorProto[], nodes: onnx.INodeProto[], k = 128): Promise<Model> {
  const graph = { input: [port('x', F32, 1, k)], initializer, node: nodes };
  const found = await readOnnx(memorySource(modelBytes(graph)));
  assert.equal(found.kind, 'model');
  return (found as { model: Model }).model;
}

/** Stored, unpacked, distinct, and bytes as stored. */
function counts(model: Model) {
  const { stored, unpacked, distinct } = parametersOf(model);
  return [stored.value, unpacked.value, distinct.value, weightsOf(model, 'stored').stored.value];
}
const roles = (model: Model) => Object.fromEntries(model.weights.map((w) => [w.name, w.role]));
const bytesAt = (model: Model, ...ids: string[]) =>
  ids.map((id) => weightsOf(model, id).byPrecision[id]!.value);

/** Every figure here is worked out by hand in the comment beside it. */
describe('parameters and bytes of quantised ONNX weights', () => {
  it('MatMulNBits: 16 rows of 128 in 4 bits, blocks of 32 with a float32 scale and a 4-bit zero point', async () => {
    const model = await read(
      [raw('q', U8, [16, 4, 16], 1024), raw('scales', F32, [64], 256), raw('zeros', U8, [32], 32)],
      [
        node(
          'MatMulNBits',
          ['x', 'q', 'scales', 'zeros'],
          ['y'],
          { K: 128, N: 16, bits: 4, block_size: 32 },
          'com.microsoft',
        ),
      ],
    );
    // Containers 16 x 4 x 16 = 1,024, scales 16 x 4 = 64, zero points 16 x 4 / 2 = 32: 1,120 elements.
    // Unpacked 16 x 128 = 2,048. Bytes 1,024 + 64 x 4 + 32 = 1,312: 5.125 bits a weight = 4 + (32 + 4) / 32.
    assert.deepEqual(counts(model), [1120, 2048, 2048, 1312]);
    assert.equal((1312 * 8) / 2048, 4 + (32 + 4) / 32);
    // At another precision the old scales go and the scheme's own come: fp16 2 x 2,048; int4 16 rows x (128 x 4 + 16 + 4)
    // bits = 16 x 66.5; int8 adds one fp32 scale per 4,096: 2,048 x 4,100 / 4,096; MXFP4 64 blocks x 17; Q4_0 64 x 18, Q8_0 64 x 34.
    assert.deepEqual(
      bytesAt(model, 'fp16', 'int4', 'int8', 'mxfp4', 'q4_0', 'q8_0'),
      [4096, 1064, 2050, 1088, 1152, 2176],
    );
  });

  it('quantise-dequantise: int8 per channel, uint4 in blocks, both as they stand', async () => {
    const model = await read(
      [
        raw('w8', I8, [128, 64], 8192),
        raw('s8', F32, [64], 256),
        raw('z8', I8, [64], 64),
        raw('w4', U4, [64, 32], 1024),
        raw('s4', F16, [2, 32], 128),
        raw('bias', F32, [32], 128),
      ],
      [
        node('DequantizeLinear', ['w8', 's8', 'z8'], ['d8'], { axis: 1 }),
        node('MatMul', ['x', 'd8'], ['h']),
        node('DequantizeLinear', ['w4', 's4'], ['d4'], { axis: 0, block_size: 32 }),
        node('Gemm', ['h', 'd4', 'bias'], ['y']),
      ],
    );
    // Parameters 128 x 64 + 64 x 32 + 32 = 10,272; scales and zero points 64 + 64 + 64 = 192 more are stored.
    // Bytes 8,192 + 256 + 64 + 1,024 + 128 + 128 = 9,792.
    assert.deepEqual(counts(model), [10_464, 10_272, 10_272, 9792]);
    assert.deepEqual(roles(model), {
      w8: 'parameter',
      s8: 'quantisation',
      z8: 'quantisation',
      w4: 'parameter',
      s4: 'quantisation',
      bias: 'parameter',
    });
    // fp16: 10,272 x 2. int4: 8,192 x 66.5 / 64... rows are the last dimension: 128 rows of 64 and 64 of 32 are one group
    // of 128 each, padded: 192 x 66.5 = 12,768, and the bias in 16 bits = 64.
    assert.deepEqual(bytesAt(model, 'fp16', 'int4'), [20_544, 12_832]);
  });

  it('a convolution behind a DequantizeLinear stays a convolution, which weight-only schemes leave alone', async () => {
    const model = await read(
      [raw('w', I8, [8, 4, 3, 3], 288), raw('s', F32, [], 4)],
      [node('DequantizeLinear', ['w', 's'], ['d']), node('Conv', ['x', 'd'], ['y'])],
    );
    // 8 x 4 x 3 x 3 = 288 weights in 16 bits.
    assert.deepEqual(bytesAt(model, 'int4'), [576]);
  });

  it('GatherBlockQuantized: a table of 10 rows of 64, two to a byte', async () => {
    const model = await read(
      [raw('table', U8, [10, 32], 320), raw('scales', F16, [10, 2], 40), raw('ids', I64, [3], 24)],
      [
        node(
          'GatherBlockQuantized',
          ['table', 'ids', 'scales'],
          ['y'],
          { bits: 4, block_size: 32 },
          'com.microsoft',
        ),
      ],
    );
    // Containers 320, scales 20; unpacked 640; bytes 320 + 40 + 24.
    assert.deepEqual(counts(model), [340, 640, 640, 384]);
    assert.equal(roles(model)['ids'], 'index');
  });

  it('QMoE: experts two weights to a byte', async () => {
    const model = await read(
      [
        raw('up', U8, [4, 32, 64], 8192),
        raw('upScales', F16, [4, 32], 256),
        raw('down', U8, [4, 128, 16], 8192),
        raw('downScales', F16, [4, 128], 1024),
      ],
      [
        node(
          'QMoE',
          ['x', 'router', 'up', 'upScales', '', 'down', 'downScales'],
          ['y'],
          { k: 2, expert_weight_bits: 4 },
          'com.microsoft',
        ),
      ],
    );
    // 4 x 32 x 128 + 4 x 128 x 32 = 32,768 weights in 16,384 bytes; scales 128 + 512.
    assert.deepEqual(counts(model), [17_024, 32_768, 32_768, 17_664]);
  });

  it('constants, indices and statistics apart, each with its reason', async () => {
    const model = await read(
      [
        raw('gamma', F32, [128], 512),
        raw('beta', F32, [128], 512),
        raw('mean', F32, [128], 512),
        raw('variance', F32, [128], 512),
        tensor('shape', I64, [2], [1, 128]),
        raw('two', F32, [], 4),
      ],
      [
        node('BatchNormalization', ['x', 'gamma', 'beta', 'mean', 'variance'], ['a']),
        node('Reshape', ['a', 'shape'], ['b']),
        node('Mul', ['b', 'two'], ['y']),
      ],
    );
    // The shape is written as two varints, of one and two bytes; as raw data it would have 16.
    assert.deepEqual(counts(model), [256, 256, 256, 4 * 512 + 3 + 4]);
    assert.deepEqual(roles(model), {
      gamma: 'parameter',
      beta: 'parameter',
      mean: 'buffer',
      variance: 'buffer',
      shape: 'index',
      two: 'constant',
    });
    for (const w of model.weights) assert.ok(w.role === 'parameter' || w.reason, w.name);
  });
});

describe('weights that nodes make', () => {
  const fill = (output: string, shape: string, type = F32) =>
    node('ConstantOfShape', [shape], [output], { value: raw('', type, [1], type === F32 ? 4 : 2) });

  it('of one number and a written shape are weights that are not stored', async () => {
    const model = await read(
      [tensor('shapeW', I64, [2], [128, 64]), tensor('shapeV', I64, [1], [64])],
      [
        fill('w', 'shapeW'),
        node('MatMul', ['x', 'w'], ['h']),
        fill('g', 'shapeV'),
        fill('m', 'shapeV'),
        node('BatchNormalization', ['h', 'g', 'g', 'm', 'm'], ['y']),
      ],
    );
    // 128 x 64 + 64 learned, 64 of statistics; stored are the two shapes, as varints of 2 + 1 and 1 bytes.
    assert.deepEqual(counts(model), [0, 8256, 8256, 4]);
    const made = model.weights.filter((w) => w.made);
    assert.deepEqual(
      made.map((w) => [w.name, w.role, w.shape]),
      [
        ['w', 'parameter', [128, 64]],
        ['g', 'parameter', [64]],
        ['m', 'buffer', [64]],
      ],
    );
    assert.match(made[0]!.reason!, /made by ConstantOfShape and not stored; input 1 of MatMul/);
    // There they are when it runs: 4 + 4 x (8,192 + 64 + 64).
    assert.equal(weightsOf(model, 'stored').scenario.value, 33_284);
  });

  it('of a shape that the graph works out, or for anything but a place of weights, are values', async () => {
    const model = await read(
      [tensor('shape', I64, [2], [128, 64]), tensor('mask', I64, [2], [1, 128])],
      [
        node('Shape', ['x'], ['s']),
        fill('zeros', 's'),
        node('MatMul', ['zeros', 'zeros'], ['a']),
        fill('ones', 'mask'),
        node('Mul', ['x', 'ones'], ['y']),
      ],
    );
    assert.deepEqual(
      model.weights.map((w) => w.made),
      [undefined, undefined],
    );
  });
});
