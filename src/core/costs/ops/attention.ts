/**
 * Attention. As executed: every query meets every key held, heads x (d_k + d_v) MACs a pair. Useful: only the pairs a
 * causal or windowed mask lets through. The S x T scores cost softmax's 5 operations each, a scale 1, a mask 1.
 */
import { add, multiply, product, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { keyOf } from '../../model/expression';
import { attentionWork, pairsOf, perHead, triangle } from './attentionPairs';
import type { Pairs } from './attentionPairs';
import type { CostFunction, CostTable, OperatorView, Work } from './view';
import { PACKED } from './packedAttention';

function cached(
  v: OperatorView,
  past: readonly number[],
  present: readonly number[],
): Pick<Work, 'cacheRead' | 'cacheWritten'> {
  const sum = (ids: readonly number[], has: (i: number) => boolean, size: (i: number) => Expression) =>
    add(...ids.filter(has).map(size));
  return {
    cacheRead: sum(
      past,
      (i) => v.has(i),
      (i) => v.size(i),
    ),
    cacheWritten: sum(
      present,
      (i) => v.hasOutput(i),
      (i) => v.outSize(i),
    ),
  };
}

/**
 * ai.onnx Attention (opset 23, 24) and the form configs declare: Q, K, V as [B, heads, S, d] or [B, S, heads * d].
 * `window`, `chunk` and `masked` are our own integer attributes on config models.
 */
const standard: CostFunction = (v) => {
  const q = v.shape(0);
  const k = v.shape(1);
  const four = q.length === 4;
  const heads = four ? q[1]! : v.required('q_num_heads');
  const kvHeads = k.length === 4 ? k[1]! : v.required('kv_num_heads');
  const sequence = four ? q[2]! : q[1]!;
  const keyDim = four ? q[3]! : perHead(q[2]!, heads);
  const values = v.shape(2);
  const valueDim = values.length === 4 ? values[3]! : perHead(values[2]!, kvHeads);
  const fresh = k.length === 4 ? k[2]! : k[1]!;
  const band = { left: v.int('left_window_size', -1), right: v.int('right_window_size', -1) };
  const isCausal = v.int('is_causal', 0) !== 0;
  // A causal left window of w sees w earlier keys and the token itself.
  const window = v.int('window', isCausal && band.left >= 0 ? band.left + 1 : 0);
  const chunk = v.int('chunk', 0);
  const causal = isCausal || window > 0 || chunk > 0;
  const mask = { causal, ...(window > 0 ? { window } : {}), ...(chunk > 0 ? { chunk } : {}) };
  const past = v.has(4) ? v.dim(4, -2) : subtract(fresh, sequence);
  // Without an own past, keys may outnumber queries (cross-attention) or already hold what was cached.
  const pairs =
    v.has(4) || causal
      ? maskedPairs(sequence, past, mask, v.int('masked', 0))
      : banded(same(multiply(sequence, fresh)), sequence, fresh, band);
  const perScore = 1 + (v.has(3) ? 1 : 0) + (v.int('softcap', 0) > 0 ? 3 : 0);
  return {
    ...attentionWork({ batch: q[0]!, heads, keyDim, valueDim, pairs, perScore }),
    activationsRead: add(v.size(0), v.size(1), v.size(2)),
    activationsWritten: v.outSize(),
    ...cached(v, [4, 5], [1, 2]),
  };
};

/** A window that only masks (`seen` tokens, 0 for none) leaves all keys held and met: fewer pairs are useful. */
function maskedPairs(
  sequence: Expression,
  past: Expression,
  mask: Parameters<typeof pairsOf>[2],
  seen: number,
): Pairs {
  const all = pairsOf(sequence, past, mask);
  if (seen <= 0 || !mask.causal) return all;
  return { executed: all.executed, useful: pairsOf(sequence, past, { causal: true, window: seen }).useful };
}

/** Two-sided windows of an encoder: each query sees so many keys to its left, itself, and so many to its right. */
function banded(
  all: Pairs,
  queries: Expression,
  keys: Expression,
  band: { left: number; right: number },
): Pairs {
  if ((band.left < 0 && band.right < 0) || keyOf(queries) !== keyOf(keys)) return all;
  const others = subtract(queries, 1);
  const side = (w: number): Expression => triangle(others, w < 0 ? undefined : w);
  return { executed: all.executed, useful: add(queries, side(band.left), side(band.right)) };
}

function same(pairs: Expression): Pairs {
  return { executed: pairs, useful: pairs };
}

/** com.microsoft:Attention: input [B, S, in] by one weight [in, q + k + v], then attention; past [2, B, heads, P, d]. */
function packedProjection(
  weight: number,
  pastInput: number,
  unidirectionalInt = 'unidirectional',
): CostFunction {
  return (v) => {
    const x = v.shape(0);
    const heads = v.required('num_heads');
    const w = v.shape(weight);
    const sizes = v.ints('qkv_hidden_sizes');
    const q = sizes?.[0] ?? perHead(w[1]!, 3);
    const value = sizes?.[2] ?? perHead(w[1]!, 3);
    const rows = product(x.slice(0, -1));
    const causal = v.int(unidirectionalInt, 0) !== 0;
    const past = v.has(pastInput) ? v.dim(pastInput, -2) : 0;
    const batch = x.length === 3 ? x[0]! : 1;
    const sequence = x.length === 3 ? x[1]! : x[0]!;
    const core = attentionWork({
      batch,
      heads,
      keyDim: perHead(q, heads),
      valueDim: perHead(value, heads),
      pairs: pairsOf(sequence, past, { causal }),
      perScore: 1 + (v.has(pastInput - 1) ? 1 : 0),
    });
    const projection = multiply(rows, w[0]!, w[1]!);
    return {
      macs: add(core.macs!, projection),
      usefulMacs: add(core.usefulMacs!, projection),
      elementOperations: add(core.elementOperations!, multiply(v.has(weight + 1) ? 1 : 0, rows, w[1]!)),
      activationsRead: v.size(0),
      activationsWritten: v.outSize(),
      ...cached(v, [pastInput], [1]),
    };
  };
}

/** com.microsoft:QOrderedAttention: three weights [in, out] of their own (inputs 5 to 7). */
const ordered: CostFunction = (v) => {
  const [batch, sequence, width] = v.shape(0) as [Expression, Expression, Expression];
  const heads = v.required('num_heads');
  const past = v.has(18) ? v.dim(18, -2) : 0;
  const core = attentionWork({
    batch,
    heads,
    keyDim: perHead(v.dim(5, -1), heads),
    valueDim: perHead(v.dim(7, -1), heads),
    pairs: pairsOf(sequence, past, { causal: v.int('unidirectional', 0) !== 0 }),
    perScore: 2,
  });
  const projection = multiply(batch, sequence, width, add(v.dim(5, -1), v.dim(6, -1), v.dim(7, -1)));
  return {
    macs: add(core.macs!, projection),
    usefulMacs: add(core.usefulMacs!, projection),
    elementOperations: core.elementOperations!,
  };
};

/** com.microsoft:MultiHeadAttention and its decoder forms: query [B, S, D]; key, value; past_key and past_value. */
function multiHead(io: { past: number; bias: number; mask: number }): CostFunction {
  return (v) => {
    const q = v.shape(0);
    const heads = v.required('num_heads');
    const out = v.outShape();
    const batch = q[0]!;
    const sequence = q[1]!;
    // Packed QKV is [B, S, heads, 3, d]; packed KV [B, T, heads, 2, d]; keys may come as [B, heads, T, d] (cross cache).
    const keyDim = q.length === 5 ? q[4]! : perHead(q[2]!, heads);
    const valueDim = perHead(out.at(-1)!, heads);
    const fresh = q.length === 5 ? sequence : v.rank(1) === 4 ? v.dim(1, 2) : v.dim(1, 1);
    const past = v.has(io.past) ? v.dim(io.past, -2) : 0;
    const causal = v.int('unidirectional', 0) !== 0;
    const pairs = causal ? pairsOf(sequence, past, { causal }) : same(multiply(sequence, add(past, fresh)));
    const core = attentionWork({
      batch,
      heads,
      keyDim,
      valueDim,
      pairs,
      perScore: 1 + (v.has(io.mask) ? 1 : 0),
    });
    const bias = v.has(io.bias) ? multiply(batch, sequence, v.size(io.bias)) : 0;
    return {
      ...core,
      elementOperations: add(core.elementOperations!, bias),
      ...cached(v, [io.past, io.past + 1], [1, 2]),
    };
  };
}

/** com.microsoft:GroupQueryAttention: causal, own window, rotary inside. */
const grouped: CostFunction = (v) => {
  const q = v.shape(0);
  const heads = v.required('num_heads');
  const kvHeads = v.int('kv_num_heads', heads);
  const rows = q.length === 3 ? q[1]! : q[0]!;
  const batch = q.length === 3 ? q[0]! : 1;
  const d =
    v.has(1) && v.rank(1) >= 2 ? perHead(v.dim(1, -1), kvHeads) : perHead(q.at(-1)!, heads + 2 * kvHeads);
  const window = v.int('local_window_size', -1);
  const past = v.has(3) ? pastOfShared(v, rows) : 0;
  const core = attentionWork({
    batch,
    heads,
    keyDim: d,
    valueDim: d,
    pairs: pairsOf(rows, past, { causal: v.int('causal', 1) !== 0, ...(window > 0 ? { window } : {}) }),
    perScore: 1 + (v.has(10) ? 1 : 0) + (v.int('softcap', 0) > 0 ? 3 : 0),
  });
  // Rotation of q and k: two products and one sum per element.
  const rotary = v.int('do_rotary', 0) !== 0 ? multiply(3 * (heads + kvHeads), batch, rows, d) : 0;
  return { ...core, elementOperations: add(core.elementOperations!, rotary), ...cached(v, [3, 4], [1, 2]) };
};

/** Past and present may share one buffer of the longest length; then what is filled is not in the shapes. */
function pastOfShared(v: OperatorView, rows: Expression): Expression {
  const past = v.dim(3, 2);
  const total = v.data(6)?.[0];
  return total === undefined ? past : subtract(total, rows);
}

/** com.microsoft:LongformerAttention: three projections, each token sees 2 x window neighbours; global tokens are data. */
const longformer: CostFunction = (v) => {
  const x = v.shape(0);
  const heads = v.required('num_heads');
  const window = v.required('window');
  const rows = multiply(x[0]!, x[1]!);
  const projection = multiply(3, rows, x[2]!, x[2]!);
  const pairs = same(multiply(x[1]!, 2 * window + 1));
  const d = perHead(x[2]!, heads);
  const core = attentionWork({ batch: x[0]!, heads, keyDim: d, valueDim: d, pairs, perScore: 2 });
  return {
    macs: add(core.macs!, projection),
    elementOperations: add(core.elementOperations!, multiply(3, v.size(0))),
    lowerBound: 'tokens with global attention are data and are not counted',
  };
};

/** com.microsoft:DecoderAttention: q, and k, v of key or cache. */
const decoder: CostFunction = (v) => {
  const q = v.shape(0);
  const heads = v.required('num_heads');
  const [sequence, batch, hidden] = q as [Expression, Expression, Expression];
  const keys = v.dim(1, 0);
  const d = perHead(hidden, heads);
  const core = attentionWork({
    batch,
    heads,
    keyDim: d,
    valueDim: d,
    pairs: same(multiply(sequence, keys)),
    perScore: 2,
  });
  const projection = add(multiply(sequence, batch, hidden, hidden), multiply(2, keys, batch, hidden, hidden));
  return {
    macs: add(core.macs!, projection),
    elementOperations: core.elementOperations!,
    estimated: 'static_kv and use_past are data; keys and values are taken to be computed from `key`',
  };
};

/** Bias added to scores by com.microsoft:GatedRelativePositionBias: a product of D to 8 per token and head, gates. */
const gatedBias: CostFunction = (v) => ({
  macs: multiply(v.size(0), v.dim(3, 1)),
  elementOperations: multiply(10, v.outSize()),
});

export const ATTENTION: CostTable = {
  Attention: standard,
  'ai.onnx.preview:FlexAttention': standard,
  'com.microsoft:Attention': packedProjection(1, 4),
  'com.microsoft:QAttention': packedProjection(1, 8),
  'com.microsoft:QOrderedAttention': ordered,
  'com.microsoft:DecoderMaskedSelfAttention': packedProjection(1, 4),
  'com.microsoft:MultiHeadAttention': multiHead({ past: 6, bias: 3, mask: 4 }),
  'com.microsoft:DecoderMaskedMultiHeadAttention': multiHead({ past: 5, bias: 10, mask: 3 }),
  'com.microsoft:GroupQueryAttention': grouped,
  ...PACKED,
  'com.microsoft:LongformerAttention': longformer,
  'com.microsoft:QOrderedLongformerAttention': longformer,
  'com.microsoft:DecoderAttention': decoder,
  'com.microsoft:GatedRelativePositionBias': gatedBias,
};
