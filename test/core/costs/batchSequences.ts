/** Attention, recurrent cells and linear attention on a batch, with the MACs of one by hand. */
import { add, multiply } from '../../../src/core/model/arithmetic';
import type { Make, Sizes } from './batchLaw';
import { none } from './batchLaw';
import type { Plain } from './graph';

/** Two products a pair, and of causal ones query i of s sees the p cached keys and i + 1 new ones. */
const both = ({ heads, d }: Sizes, pairs: number): number => 2 * heads * d * pairs;
const seen = ({ s, p }: Sizes): number => s * p + (s * (s + 1)) / 2;

/** Q, K, V of their own, keys cached before them at input `past`. */
const apart =
  (past: number, attributes: (z: Sizes) => Record<string, Plain>, causal = false): Make =>
  (b, z) => {
    const { s, p, heads, d } = z;
    const fresh = [b, s, heads * d];
    const cache = [b, heads, p, d];
    return {
      inputs: [fresh, fresh, fresh, ...none(past - 3), cache, cache],
      output: fresh,
      attributes: attributes(z),
      macs: both(z, s * (p + s)),
      ...(causal ? { useful: both(z, seen(z)) } : {}),
    };
  };

/** [b, s, width] by one weight [width, 3 width], and the keys and values of p tokens in one cache. */
const projected =
  (past: number): Make =>
  (b, z) => {
    const { s, p, heads, d } = z;
    const h = heads * d;
    const projection = s * h * 3 * h;
    return {
      inputs: [[b, s, h], { w: [h, 3 * h] }, ...none(past - 2), [2, b, heads, p, d]],
      output: [b, s, h],
      attributes: { num_heads: heads, unidirectional: 1 },
      macs: projection + both(z, s * (p + s)),
      useful: projection + both(z, seen(z)),
    };
  };

/** Window w to both sides and the token itself; three projections. */
const longformer: Make = (b, z) => {
  const h = z.heads * z.d;
  return {
    inputs: [[b, z.s, h]],
    output: [b, z.s, h],
    attributes: { num_heads: z.heads, window: 2 },
    macs: 3 * z.s * h * h + both(z, z.s * 5),
  };
};

const standardHeads = ({ heads }: Sizes) => ({ q_num_heads: heads, kv_num_heads: heads, is_causal: 1 });
const microHeads = ({ heads }: Sizes) => ({ num_heads: heads });

export const ATTENTIONS: Readonly<Record<string, Make>> = {
  Attention: apart(4, standardHeads, true),
  'Attention of four dimensions': (b, z) => {
    const x = [b, z.heads, z.s, z.d];
    return { inputs: [x, x, x], output: x, macs: both(z, z.s * z.s) };
  },
  'ai.onnx.preview:FlexAttention': (b, z) => {
    const x = [b, z.heads, z.s, z.d];
    return { inputs: [x, x, x], output: x, macs: both(z, z.s * z.s) };
  },
  'com.microsoft:Attention': projected(4),
  'com.microsoft:QAttention': projected(8),
  'com.microsoft:DecoderMaskedSelfAttention': projected(4),
  'com.microsoft:QOrderedAttention': (b, z) => {
    const h = z.heads * z.d;
    const w = { w: [h, h] };
    const macs = 3 * z.s * h * h + both(z, z.s * z.s);
    const inputs = [[b, z.s, h], ...none(4), w, w, w];
    return { inputs, output: [b, z.s, h], attributes: microHeads(z), macs };
  },
  'com.microsoft:MultiHeadAttention': apart(6, microHeads),
  'com.microsoft:MultiHeadAttention packed': (b, z) => ({
    inputs: [[b, z.s, z.heads, 3, z.d]],
    output: [b, z.s, z.heads * z.d],
    attributes: microHeads(z),
    macs: both(z, z.s * z.s),
  }),
  'com.microsoft:DecoderMaskedMultiHeadAttention': apart(5, microHeads),
  'com.microsoft:GroupQueryAttention': apart(3, (z) => ({ ...microHeads(z), kv_num_heads: z.heads }), true),
  // 2 groups: twice as many queries as keys; a window of the token itself alone.
  'com.microsoft:GroupQueryAttention packed, with a window': (b, z) => ({
    inputs: [[b, z.s, 4 * z.heads * z.d]],
    output: [b, z.s, 2 * z.heads * z.d],
    attributes: { num_heads: 2 * z.heads, kv_num_heads: z.heads, local_window_size: 1 },
    macs: 2 * both(z, z.s * z.s),
    useful: 2 * both(z, z.s),
  }),
  'com.microsoft:LongformerAttention': longformer,
  'com.microsoft:QOrderedLongformerAttention': longformer,
  // Sequence first; q of s tokens, k and v of p.
  'com.microsoft:DecoderAttention': (b, z) => {
    const h = z.heads * z.d;
    return {
      inputs: [[z.s, b, h], [z.p, b, h], { w: [h, h] }, { w: [h, 2 * h] }],
      output: [z.s, b, h],
      attributes: microHeads(z),
      macs: (z.s + 2 * z.p) * h * h + both(z, z.s * z.p),
    };
  },
  // Query layer [b, s, heads d], bias [heads d], position [b or 1, heads, s, s], weight [d, 8].
  'com.microsoft:GatedRelativePositionBias': (b, { s, heads, d }) => ({
    inputs: [[b, s, heads * d], { w: [heads * d] }, { w: [1, heads, s, s] }, { w: [d, 8] }],
    output: [b, heads, s, s],
    attributes: { num_heads: heads },
    macs: s * heads * d * 8,
  }),
  // The tokens of all sequences in a row, as many of each: offsets [b, s], ends [b + 1].
  'com.microsoft:PackedAttention': (b, z) => {
    const h = z.heads * z.d;
    const tokens = multiply(b, z.s);
    return {
      inputs: [[tokens, h], { w: [h, 3 * h] }, undefined, [b, z.s], [add(b, 1)]],
      output: [tokens, h],
      attributes: microHeads(z),
      macs: z.s * h * 3 * h + both(z, z.s * z.s),
    };
  },
  'com.microsoft:PackedMultiHeadAttention': (b, z) => {
    const tokens = multiply(b, z.s);
    return {
      inputs: [[tokens, z.heads, 3, z.d], ...none(3), [b, z.s], [add(b, 1)]],
      output: [tokens, z.heads * z.d],
      attributes: microHeads(z),
      macs: both(z, z.s * z.s),
    };
  },
  'com.microsoft:PagedAttention': (b, z) => {
    const row = [multiply(b, z.s), z.heads * z.d];
    return {
      inputs: [row, row, row, [9, 16, z.heads, z.d], [9, 16, z.heads, z.d], [add(b, 1)], [b], [b, 4]],
      output: row,
      attributes: { num_heads: z.heads, kv_num_heads: z.heads },
      macs: both(z, z.s * z.s),
      useful: both(z, (z.s * (z.s + 1)) / 2),
    };
  },
  // Row ends of 2 blocks and 3 columns: all of the causal half.
  'com.microsoft:SparseAttention': (b, z) => {
    const x = [b, z.s, z.heads * z.d];
    return {
      inputs: [x, x, x, undefined, undefined, { w: [1, 3] }, { w: [1, 3] }],
      output: x,
      attributes: { num_heads: z.heads, kv_num_heads: z.heads },
      macs: both(z, (z.s * (z.s + 1)) / 2),
    };
  },
};

/** X [steps, batch, d] or batch first; W [2, gates out, d], R [2, gates out, out], in both directions. */
const cell =
  (gates: number, layout = 0): Make =>
  (b, { s, d, out }) => ({
    inputs: [layout ? [b, s, d] : [s, b, d], { w: [2, gates * out, d] }, { w: [2, gates * out, out] }],
    output: layout ? [b, s, 2, out] : [s, 2, b, out],
    attributes: { hidden_size: out, layout, direction: 'bidirectional' },
    macs: s * 2 * gates * out * (d + out),
  });

/** Token by token, `products` with a [d, out] state a head. */
const linear =
  (products: number, rule: string): Make =>
  (b, { s, heads, d, out }) => ({
    inputs: [
      [b, s, heads * d],
      [b, s, heads * d],
      [b, s, heads * out],
      [b, heads, d, out],
    ],
    output: [b, s, heads * out],
    attributes: { q_num_heads: heads, kv_num_heads: heads, update_rule: rule },
    macs: products * s * heads * d * out,
  });

export const STEPS: Readonly<Record<string, Make>> = {
  RNN: cell(1),
  GRU: cell(3),
  LSTM: cell(4),
  'RNN batch first': cell(1, 1),
  'GRU batch first': cell(3, 1),
  'LSTM batch first': cell(4, 1),
  // W [1, d, 4 out], R [1, out, 4 out].
  'com.microsoft:DynamicQuantizeLSTM': (b, { s, d, out }) => ({
    inputs: [[s, b, d], { w: [1, d, 4 * out] }, { w: [1, out, 4 * out] }],
    output: [s, 1, b, out],
    attributes: { hidden_size: out },
    macs: s * 4 * out * (d + out),
  }),
  // An LSTM, and in each step two products with the memory [b, p, heads].
  'com.microsoft:AttnLSTM': (b, { s, p, heads, d, out }) => ({
    inputs: [[s, b, d], { w: [1, 4 * out, d] }, { w: [1, 4 * out, out] }, ...none(6), [b, p, heads]],
    output: [s, 1, b, out],
    attributes: { hidden_size: out },
    macs: s * 4 * out * (d + out) + 2 * s * p * heads,
  }),
  LinearAttention: linear(2, 'gated'),
  'com.microsoft:LinearAttention': linear(3, 'gated_delta'),
  'model.efficiency:LinearAttention': linear(3, 'delta'),
  'com.microsoft:GatedDeltaNet': (b, { s, heads, d, out }) => ({
    inputs: [
      [b, s, heads, d],
      [b, s, heads, d],
      [b, s, heads, out],
    ],
    output: [b, s, heads, out],
    macs: 3 * s * heads * d * out,
  }),
  'model.efficiency:SelectiveScan': (b, { s, d, out }) => ({
    inputs: [[b, s, d]],
    output: [b, s, d],
    attributes: { state_size: out },
    macs: s * d * out,
  }),
};
