import assert from 'node:assert/strict';
import { printExpression } from '../../../src/core/model/print';
import type { Value } from '../../../src/core/model/value';
import type { Input } from '../../support/inferOne';
import { inferOne, shapeText } from '../../support/inferOne';

/** Type, opset, inputs, attributes, expected shape of the first output. Expected by hand from the standard's text. */
type Row = readonly [string, number, readonly Input[], Parameters<typeof inferOne>[3], string];

const list = (...data: number[]): Input => ({ data });
const floats = (...data: number[]): Input => ({ data, dtype: 'float32' });
const scalar = (n: number): Input => ({ data: [n], shape: [] });

const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  'elementwise: multidirectional broadcasting from opset 7, unidirectional before': [
    ['Relu', 14, ['batch 3'], {}, '[batch, 3]'],
    ['Add', 14, ['2 1 4', '3 1'], {}, '[2, 3, 4]'],
    ['Add', 14, ['batch 1', '1 sequence'], {}, '[batch, sequence]'],
    ['Mul', 14, ['batch 8', '8'], {}, '[batch, 8]'],
    // A symbol against 3 must be 3 or 1, and the result is 3 in both cases.
    ['Mul', 14, ['n', '3'], {}, '[3]'],
    ['Add', 6, ['2 3 4 5', '3 4'], { axis: 1, broadcast: 1 }, '[2, 3, 4, 5]'],
    ['Where', 16, ['4 1', '5', '[]'], {}, '[4, 5]'],
    ['Max', 13, ['3', '2 1', '[]'], {}, '[2, 3]'],
    ['PRelu', 16, ['n 3 4', '3 1'], {}, '[n, 3, 4]'],
  ],
  'reshape: 0 copies, -1 takes the rest, also of symbols': [
    ['Reshape', 14, ['batch sequence 768', list(0, 0, 12, 64)], {}, '[batch, sequence, 12, 64]'],
    ['Reshape', 14, ['batch sequence 12 64', list(0, 0, -1)], {}, '[batch, sequence, 768]'],
    ['Reshape', 14, ['batch sequence 768', list(-1, 768)], {}, '[batch*sequence, 768]'],
    ['Reshape', 14, ['0 3', list(3, 0)], { allowzero: 1 }, '[3, 0]'],
    ['Reshape', 1, ['2 3'], { shape: [3, -1] }, '[3, 2]'],
    ['Flatten', 13, ['batch 3 4 5'], { axis: 2 }, '[3*batch, 20]'],
    ['Flatten', 13, ['2 3'], { axis: 0 }, '[1, 6]'],
    ['Squeeze', 11, ['1 n 1'], { axes: [0] }, '[n, 1]'],
    ['Squeeze', 13, ['1 n 1', list(-1)], {}, '[1, n]'],
    ['Unsqueeze', 13, ['n', list(0, 2)], {}, '[1, n, 1]'],
    ['Unsqueeze', 1, ['n'], { axes: [1] }, '[n, 1]'],
    ['Transpose', 13, ['2 n 4'], {}, '[4, n, 2]'],
    ['Transpose', 13, ['2 n 4'], { perm: [1, 0, 2] }, '[n, 2, 4]'],
    ['Expand', 13, ['3 1', list(2, 1, 6)], {}, '[2, 3, 6]'],
    ['Tile', 13, ['2 n', list(3, 2)], {}, '[6, 2*n]'],
    ['Concat', 13, ['past 64', 'sequence 64'], { axis: 0 }, '[past + sequence, 64]'],
    ['DepthToSpace', 13, ['n 12 h w'], { blocksize: 2 }, '[n, 3, 2*h, 2*w]'],
    ['SpaceToDepth', 13, ['1 3 8 6'], { blocksize: 2 }, '[1, 12, 4, 3]'],
    ['CenterCropPad', 18, ['20 8 3', list(10, 7)], { axes: [0, 1] }, '[10, 7, 3]'],
  ],
  'slice, split and pad: numpy clamping, symbols where they can be decided': [
    ['Slice', 13, ['20 10', list(0, 3), list(10, -2)], {}, '[10, 5]'],
    ['Slice', 13, ['20', list(18), list(-30), list(0), list(-2)], {}, '[10]'],
    ['Slice', 13, ['n 4', list(1), list(2147483647), list(0)], {}, '[max(0, n - 1), 4]'],
    ['Slice', 13, ['n 4', list(-1), list(9223372036854776000), list(0)], {}, '[min(1, n), 4]'],
    ['Slice', 9, ['20 10 5'], { starts: [0, 1], ends: [3, 1000], axes: [0, 1] }, '[3, 9, 5]'],
    ['Split', 11, ['6 n'], { split: [2, 4] }, '[2, n]'],
    ['Split', 18, ['7'], { num_outputs: 4 }, '[2]'],
    ['Pad', 13, ['3 n', list(0, 2, 1, 3)], {}, '[4, n + 5]'],
    ['Pad', 18, ['3 n 5', list(1, 1), '-', list(1)], {}, '[3, n + 2, 5]'],
    ['Pad', 2, ['3 4'], { pads: [0, 1, 0, 1] }, '[3, 6]'],
  ],
  'gather and scatter': [
    ['Gather', 13, ['50257 768', 'batch sequence:int64'], {}, '[batch, sequence, 768]'],
    ['Gather', 13, ['3 n 4', '2:int64'], { axis: -1 }, '[3, n, 2]'],
    ['GatherElements', 13, ['3 3', '2 n:int64'], {}, '[2, n]'],
    ['GatherND', 13, ['2 3 4', '5 2:int64'], {}, '[5, 4]'],
    ['GatherND', 13, ['2 3 4', '2 1:int64'], { batch_dims: 1 }, '[2, 4]'],
    ['ScatterND', 18, ['4 n', '2 1:int64', '2 n'], {}, '[4, n]'],
    ['OneHot', 11, ['2 n:int64', scalar(10), '2'], { axis: 1 }, '[2, 10, n]'],
    ['TopK', 11, ['3 n', list(5)], {}, '[3, 5]'],
    ['TopK', 1, ['3 n'], { k: 2, axis: 0 }, '[2, n]'],
    ['NonZero', 13, [floats(1, 0, 1)], {}, '[1, 2]'],
    ['NonZero', 13, ['3 n'], {}, '[2, NonZero_0.count]'],
    ['Compress', 11, ['3 2', { data: [0, 1, 1], dtype: 'bool' }], { axis: 0 }, '[2, 2]'],
    ['Unique', 11, ['n'], {}, '[Unique_0.count]'],
  ],
  reduction: [
    ['ReduceMean', 13, ['n 3 4'], { axes: [-1] }, '[n, 3, 1]'],
    ['ReduceMean', 18, ['n 3 4', list(1)], { keepdims: 0 }, '[n, 4]'],
    ['ReduceSum', 13, ['n 3'], { keepdims: 0 }, '[]'],
    ['ReduceSum', 13, ['n 3', list()], { noop_with_empty_axes: 1 }, '[n, 3]'],
    ['ArgMax', 13, ['n 3'], { axis: 1, keepdims: 0 }, '[n]'],
  ],
  'matrix products': [
    ['MatMul', 13, ['batch 12 s 64', 'batch 12 64 t'], {}, '[batch, 12, s, t]'],
    ['MatMul', 13, ['5', '3 5 2'], {}, '[3, 2]'],
    ['MatMul', 13, ['5', '5'], {}, '[]'],
    ['Gemm', 13, ['n 8', '16 8', '16'], { transB: 1 }, '[n, 16]'],
    ['Einsum', 12, ['b i k', 'b k j'], { equation: 'bik,bkj->bij' }, '[b, i, j]'],
    ['Einsum', 12, ['2 3 i', '3 i'], { equation: '...i,...i' }, '[2, 3]'],
    ['Einsum', 12, ['n n'], { equation: 'ii->i' }, '[n]'],
    ['Det', 22, ['b 3 3'], {}, '[b]'],
    [
      'QLinearMatMul',
      21,
      ['2 3:uint8', '[]', '[]:uint8', '3 4:uint8', '[]', '[]:uint8', '[]', '[]:uint8'],
      {},
      '[2, 4]',
    ],
  ],
  'convolution and pooling: floor((x + pads - dilated kernel)/stride) + 1': [
    ['Conv', 22, ['n 3 224 224', '64 3 7 7'], { strides: [2, 2], pads: [3, 3, 3, 3] }, '[n, 64, 112, 112]'],
    // (h + 2 - 3)/2 rounded down, + 1
    [
      'Conv',
      22,
      ['1 3 h 8', '4 3 3 3'],
      { strides: [2, 1], pads: [1, 1, 1, 1] },
      '[1, 4, floor((h + 1)/2), 8]',
    ],
    ['Conv', 11, ['1 1 7 7', '1 1 3 3'], { dilations: [2, 2] }, '[1, 1, 3, 3]'],
    ['Conv', 11, ['1 1 7 7', '1 1 3 3'], { auto_pad: 'SAME_UPPER', strides: [2, 2] }, '[1, 1, 4, 4]'],
    ['ConvTranspose', 11, ['1 8 h 5', '8 4 3 3'], { strides: [2, 2], group: 2 }, '[1, 8, 2*h + 1, 11]'],
    [
      'ConvTranspose',
      11,
      ['1 8 5 5', '8 4 3 3'],
      { strides: [3, 2], output_padding: [1, 1] },
      '[1, 4, 16, 12]',
    ],
    ['MaxPool', 12, ['1 1 4 4'], { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 }, '[1, 1, 2, 2]'],
    ['AveragePool', 19, ['1 3 32 32'], { kernel_shape: [5, 5], strides: [3, 3] }, '[1, 3, 10, 10]'],
    ['GlobalAveragePool', 22, ['n 512 h w'], {}, '[n, 512, 1, 1]'],
    [
      'MaxUnpool',
      11,
      ['1 1 2 2', '1 1 2 2:int64'],
      { kernel_shape: [2, 2], strides: [2, 2] },
      '[1, 1, 4, 4]',
    ],
    ['Col2Im', 18, ['1 5 5', list(5, 5), list(1, 5)], {}, '[1, 1, 5, 5]'],
    [
      'RoiAlign',
      22,
      ['n 256 h w', 'r 4', 'r:int64'],
      { output_height: 7, output_width: 7 },
      '[r, 256, 7, 7]',
    ],
  ],
  'images and signals': [
    ['Resize', 19, ['1 3 h w', '-', floats(1, 1, 0.5, 2)], {}, '[1, 3, floor(h/2), 2*w]'],
    ['Resize', 19, ['1 3 4 6', '-', '-', list(1, 3, 7, 8)], {}, '[1, 3, 7, 8]'],
    [
      'Resize',
      18,
      ['1 3 4 6', '-', '-', list(8, 9)],
      { axes: [2, 3], keep_aspect_ratio_policy: 'not_larger' },
      '[1, 3, 6, 9]',
    ],
    ['Upsample', 9, ['1 1 2 n', floats(1, 1, 2, 3)], {}, '[1, 1, 4, 3*n]'],
    ['GridSample', 20, ['n 3 h w', 'n 5 6 2'], {}, '[n, 3, 5, 6]'],
    ['AffineGrid', 20, ['2 2 3', list(2, 3, 5, 6)], {}, '[2, 5, 6, 2]'],
    ['DFT', 20, ['1 10 1', '-', scalar(1)], { onesided: 1 }, '[1, 6, 2]'],
    ['DFT', 17, ['1 10 10 1'], { axis: 2 }, '[1, 10, 10, 2]'],
    ['STFT', 17, ['1 128 1', scalar(8), '16'], {}, '[1, 15, 9, 2]'],
    ['HannWindow', 17, [scalar(10)], {}, '[10]'],
    ['MelWeightMatrix', 17, [scalar(8), scalar(16), scalar(8192), floats(0), floats(4000)], {}, '[9, 8]'],
  ],
  'recurrent and attention': [
    [
      'LSTM',
      14,
      ['s b 10', '2 80 10', '2 80 20'],
      { hidden_size: 20, direction: 'bidirectional' },
      '[s, 2, b, 20]',
    ],
    ['GRU', 14, ['b s 10', '1 60 10', '1 60 20'], { hidden_size: 20, layout: 1 }, '[b, s, 1, 20]'],
    [
      'Attention',
      23,
      ['b s 768', 'b t 768', 'b t 384'],
      { q_num_heads: 12, kv_num_heads: 12 },
      '[b, s, 384]',
    ],
    ['Attention', 23, ['b 12 s 64', 'b 4 t 64', 'b 4 t 32'], {}, '[b, 12, s, 32]'],
    [
      'LinearAttention',
      27,
      ['b s 512', 'b s 256', 'b s 128'],
      { q_num_heads: 8, kv_num_heads: 4 },
      '[b, s, 256]',
    ],
    ['CausalConvWithState', 27, ['b 8 s', '8 1 4'], {}, '[b, 8, s]'],
  ],
  'quantisation, losses, random, text': [
    ['QuantizeLinear', 21, ['n 3', '[]'], {}, '[n, 3]'],
    ['DynamicQuantizeLinear', 11, ['n 3'], {}, '[n, 3]'],
    ['NegativeLogLikelihoodLoss', 13, ['n c d', 'n d:int64'], { reduction: 'none' }, '[n, d]'],
    ['SoftmaxCrossEntropyLoss', 13, ['n c', 'n:int64'], {}, '[]'],
    ['RandomNormal', 22, [], { shape: [2, 3] }, '[2, 3]'],
    ['Multinomial', 22, ['b 10'], { sample_size: 4 }, '[b, 4]'],
    ['StringConcat', 20, ['3 1:string', '4:string'], {}, '[3, 4]'],
    ['LayerNormalization', 17, ['b s 8', '8'], {}, '[b, s, 8]'],
    ['Range', 11, [scalar(1), scalar(10), scalar(3)], {}, '[3]'],
    ['Range', 11, [floats(10), floats(4), floats(-2)], {}, '[3]'],
    ['ConstantOfShape', 9, [list(2, 3)], {}, '[2, 3]'],
  ],
};

describe('shapes: operators one by one', () => {
  for (const [group, rows] of Object.entries(GROUPS))
    it(group, () => {
      for (const [type, opset, inputs, attributes, expected] of rows)
        assert.equal(
          shapeText(type, opset, inputs, attributes),
          expected,
          `${type} ${opset} ${JSON.stringify(inputs)}`,
        );
    });

  it('what older opsets say differently', () => {
    const rows: readonly Row[] = [
      // Concat 1: axis 1 unless given.
      ['Concat', 1, ['2 3', '2 n'], {}, '[2, n + 3]'],
      ['Pad', 1, ['3 4'], { paddings: [0, 1, 2, 1] }, '[5, 6]'],
      ['Tile', 1, ['2 n', scalar(3), scalar(0)], {}, '[6, n]'],
      ['Upsample', 7, ['1 1 h w'], { scales: [1, 1, 2, 3] }, '[1, 1, 2*h, 3*w]'],
      ['Upsample', 1, ['1 1 4 5'], { height_scale: 2.5, width_scale: 2 }, '[1, 1, 10, 10]'],
      ['Resize', 10, ['1 1 4 5', floats(1, 1, 1.5, 1)], {}, '[1, 1, 6, 5]'],
      ['Split', 1, ['6 n'], { split: [2, 4] }, '[2, n]'],
      ['Split', 13, ['6 n', list(1, 5)], {}, '[1, n]'],
      ['ReduceSum', 11, ['n 3'], { axes: [1], keepdims: 0 }, '[n]'],
      ['ReduceMax', 13, ['n 3'], { axes: [0] }, '[1, 3]'],
      ['ReduceMax', 20, ['n 3', list(0)], {}, '[1, 3]'],
      ['Unsqueeze', 11, ['n'], { axes: [-1] }, '[n, 1]'],
      ['Sum', 6, ['2 3', '2 3'], {}, '[2, 3]'],
      ['Equal', 1, ['2 3', '3:float32'], { broadcast: 1 }, '[2, 3]'],
      ['DFT', 17, ['1 10 1'], { axis: 1, onesided: 1 }, '[1, 6, 2]'],
    ];
    for (const [type, opset, inputs, attributes, expected] of rows)
      assert.equal(shapeText(type, opset, inputs, attributes), expected, `${type} ${opset}`);
    const types = (...of: Parameters<typeof inferOne>) => inferOne(...of).map((v) => v.dtype);
    // Dropout's mask is of the data's type before opset 10, boolean since.
    assert.deepEqual(types('Dropout', 7, ['n'], {}, 2), ['float32', 'float32']);
    assert.deepEqual(types('Dropout', 12, ['n'], {}, 2), ['float32', 'bool']);
    // Cast 1 names the type in words, later versions by number (7 is int64).
    assert.deepEqual(types('Cast', 1, ['n'], { to: 'INT64' }), ['int64']);
    assert.deepEqual(types('Cast', 13, ['n'], { to: 7 }), ['int64']);
    // DequantizeLinear gives float32 before opset 19, the scale's type since.
    assert.deepEqual(types('DequantizeLinear', 13, ['n:int8', '[]:float16']), ['float32']);
    assert.deepEqual(types('DequantizeLinear', 19, ['n:int8', '[]:float16']), ['float16']);
    assert.deepEqual(types('QuantizeLinear', 21, ['n', '[]'], { output_dtype: 3 }), ['int8']);
  });

  it('further outputs: present keys, statistics, indices, states', () => {
    const attention = inferOne(
      'Attention',
      24,
      ['b 8 s 64', 'b 2 s 64', 'b 2 s 64', '-', 'b 2 p 64', 'b 2 p 64'],
      {},
      4,
    );
    assert.deepEqual(attention.map(text), ['b 8 s 64', 'b 2 p + s 64', 'b 2 p + s 64', 'b 8 s p + s']);
    const norm = inferOne('LayerNormalization', 17, ['b s 8', '8'], { axis: 1 }, 3);
    assert.deepEqual(norm.map(text), ['b s 8', 'b 1 1', 'b 1 1']);
    const lstm = inferOne('LSTM', 14, ['s b 10', '1 80 10', '1 80 20'], { hidden_size: 20 }, 3);
    assert.deepEqual(lstm.map(text), ['s 1 b 20', '1 b 20', '1 b 20']);
    const top = inferOne('TopK', 11, ['3 n', { data: [2] }], {}, 2);
    assert.deepEqual(
      top.map((v) => [v.dtype, text(v)]),
      [
        ['float32', '3 2'],
        ['int64', '3 2'],
      ],
    );
    const split = inferOne('Split', 18, ['7 n'], { num_outputs: 3 }, 3);
    assert.deepEqual(split.map(text), ['3 n', '3 n', '1 n']);
  });
});

function text(v: Value): string {
  return (v.shape ?? []).map((d) => (d === undefined ? '?' : printExpression(d))).join(' ');
}
