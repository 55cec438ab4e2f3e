/** Convolutions and matrix products on a batch, with the MACs of one by hand. */
import { multiply } from '../../../src/core/model/arithmetic';
import type { Dimension } from '../../../src/core/model/expression';
import type { Call, Make, Operand, Sizes } from './batchLaw';
import { none } from './batchLaw';
import type { Plain } from './graph';

/** x [b, s, s, in] or [b, in, s, s] by 3 x 3 kernels, padded: every place of every output channel meets in x 9. */
const conv =
  (scales: number, last = false): Make =>
  (b, { s, d, out }) => {
    const places = (c: number) => (last ? [b, s, s, c] : [b, c, s, s]);
    const inputs = [places(d), ...none(scales), { w: [out, d, 3, 3] }];
    return { inputs, output: places(out), attributes: { pads: [1, 1, 1, 1] }, macs: s * s * out * d * 9 };
  };

/** Every input element meets out x 3 x 3. */
const transposed =
  (last = false): Make =>
  (b, { s, d, out }) => {
    const places = (c: number, n: number) => (last ? [b, n, n, c] : [b, c, n, n]);
    const inputs = [places(d, s), { w: [d, out, 3, 3] }];
    return { inputs, output: places(out, s + 2), macs: s * s * d * out * 9 };
  };

/** Depthwise over d channels: a kernel of 4 an output element. */
const causalConv: Make = (b, { s, d }) => ({
  inputs: [[b, d, s], { w: [d, 1, 4] }, undefined, [b, d, 3]],
  output: [b, d, s],
  macs: d * s * 4,
});

export const CONVOLUTIONS: Readonly<Record<string, Make>> = {
  Conv: conv(0),
  ConvInteger: conv(0),
  QLinearConv: conv(2),
  'com.microsoft:QLinearConv': conv(2, true),
  'com.microsoft:FusedConv': conv(0),
  'com.microsoft:NhwcConv': conv(0, true),
  'com.microsoft:NhwcFusedConv': conv(0, true),
  'com.microsoft.nhwc:Conv': conv(0, true),
  'com.microsoft.nhwc:FusedConv': conv(0, true),
  'com.microsoft.nchwc:Conv': conv(0),
  'com.ms.internal.nhwc:Conv': conv(0, true),
  'com.microsoft.dml:DmlFusedConv': conv(0),
  DeformConv: (b, z) => {
    const { inputs, ...rest } = conv(0)(b, z);
    return { ...rest, inputs: [...inputs, [b, 18, z.s, z.s]] };
  },
  ConvTranspose: transposed(),
  'com.microsoft:ConvTransposeWithDynamicPads': transposed(),
  'com.ms.internal.nhwc:ConvTranspose': transposed(true),
  'com.microsoft.dml:DmlFusedConvTranspose': transposed(),
  CausalConvWithState: causalConv,
  'com.microsoft:CausalConvWithState': causalConv,
  'com.microsoft:VarlenCausalConvWithState': causalConv,
  'model.efficiency:CausalConvWithState': causalConv,
};

/** [b, s, d] by a weight [d, out], or by [b, d, out]. */
const product =
  (scales = 0, both = true): Make =>
  (b, { s, d, out }) => ({
    inputs: [[b, s, d], ...none(scales), both ? [b, d, out] : { w: [d, out] }],
    output: [b, s, out],
    macs: s * d * out,
  });

/** Gemm: the batch lies in the rows. */
const rows =
  (scales = 0): Make =>
  (b, { s, d, out }) => ({
    inputs: [[multiply(b, s), d], ...none(scales), { w: [d, out] }],
    output: [multiply(b, s), out],
    macs: s * d * out,
  });

/** Packed weights: the attributes K and N hold the real product. */
const packed =
  (attributes: (z: Sizes) => Record<string, Plain>, times: (z: Sizes) => number, first = 1): Make =>
  (b, z) => ({
    inputs: [[b, z.s, z.d], ...none(first - 1), { w: [z.out, 1, 16] }],
    output: [b, z.s, z.out],
    attributes: { K: z.d, bits: 4, block_size: 32, ...attributes(z) },
    macs: z.s * z.d * times(z),
  });

const einsum =
  (equation: string, shapes: (b: Dimension, z: Sizes) => readonly Operand[], macs: (z: Sizes) => number) =>
  (b: Dimension, z: Sizes): Call => ({
    inputs: shapes(b, z),
    output: [b, z.s, z.out],
    attributes: { equation },
    macs: macs(z),
  });

/** 7 experts, 2 a token: up to 2 out and down from 2 out. Input [b, s, 2 d]. */
const experts =
  (pack: number, second: number): Make =>
  (b, { s, d, out }) => ({
    inputs: [
      [b, s, 2 * d],
      [multiply(b, s), 7],
      { w: [7, 2 * out, (2 * d) / pack] },
      ...none(second - 3),
      { w: [7, 2 * d, (2 * out) / pack] },
    ],
    output: [b, s, 2 * d],
    attributes: { k: 2, ...(pack > 1 ? { expert_weight_bits: 4 } : {}) },
    macs: 2 * s * 2 * (2 * d) * (2 * out),
  });

export const MATRICES: Readonly<Record<string, Make>> = {
  MatMul: product(),
  'MatMul by a weight': product(0, false),
  Gemm: rows(),
  MatMulInteger: product(),
  QLinearMatMul: product(2),
  'com.microsoft:FusedMatMul': product(),
  'com.microsoft:FusedMatMulActivation': product(),
  'com.microsoft:TransposeMatMul': product(),
  'com.microsoft:SparseToDenseMatMul': product(),
  'com.microsoft:FusedGemm': rows(),
  'com.microsoft:GemmFastGelu': product(0, false),
  'com.microsoft:GemmFloat8': rows(),
  'com.microsoft:QGemm': rows(2),
  'com.microsoft:MatMulInteger16': product(),
  'com.microsoft:MatMulIntegerToFloat': product(),
  'com.microsoft:DynamicQuantizeMatMul': product(0, false),
  'com.microsoft:QOrderedMatMul': product(1),
  'com.microsoft:MatMulFpQ4': product(0, false),
  'com.microsoft:MatMulBlockQuantizedFp4Weight': product(0, false),
  'com.microsoft:MatMulBlockQuantizedFp8Weight': product(0, false),
  'com.microsoft.dml:DmlFusedGemm': rows(),
  'com.microsoft.dml:DmlFusedMatMul': product(),
  'com.microsoft:MatMulNBits': packed(
    (z) => ({ N: z.out }),
    (z) => z.out,
  ),
  'com.microsoft:MatMulBnb4': packed(
    (z) => ({ N: z.out }),
    (z) => z.out,
  ),
  'com.microsoft:MatMulNBitsMlp': packed(
    (z) => ({ N: z.out }),
    (z) => 2 * z.out,
    4,
  ),
  'com.microsoft:MatMulNBitsQkv': packed(
    (z) => ({ Nq: z.out, Nkv: z.heads }),
    (z) => z.out + 2 * z.heads,
    4,
  ),
  Einsum: einsum(
    'bsd,bdo->bso',
    (b, { s, d, out }) => [
      [b, s, d],
      [b, d, out],
    ],
    ({ s, d, out }) => s * d * out,
  ),
  'Einsum by a weight, with an ellipsis': einsum(
    '...d,do->...o',
    (b, { s, d, out }) => [[b, s, d], { w: [d, out] }],
    ({ s, d, out }) => s * d * out,
  ),
  // From the left: [s, d] with [d, heads], then [s, heads] with [heads, out].
  'Einsum of three': einsum(
    'bsd,bdh,bho->bso',
    (b, { s, d, heads, out }) => [
      [b, s, d],
      [b, d, heads],
      [b, heads, out],
    ],
    ({ s, d, heads, out }) => s * d * heads + s * heads * out,
  ),
  'com.microsoft:MoE': experts(1, 4),
  'com.microsoft:QMoE': experts(2, 5),
  'model.efficiency:ExpertMatMul': (b, { s, d, out }) => ({
    inputs: [[b, s, d], { w: [7, out, d] }],
    output: [b, s, 2, out],
    attributes: { experts_per_token: 2 },
    macs: 2 * s * d * out,
  }),
  // Words of s + 2 characters of d, windows of 3: s windows a word.
  'com.microsoft:WordConvEmbedding': (b, { s, d, out }) => ({
    inputs: [[b, s + 2], { w: [out, 1, 3, d] }, { w: [out] }, { w: [9, d] }],
    output: [b, out],
    attributes: { conv_window_size: 3 },
    macs: s * out * 3 * d,
  }),
};
