/**
 * Attention whose projections or heads are fused, after the operators' documentation (ContribOperators.md of
 * onnxruntime): B batch, S sequence, N heads, H head size.
 */
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { over, plus, times } from '../dims';
import { dtypeOf, like } from './kit';

/** `present` of attention with merged projections: [2, B, N, past + S, H], or the shared buffer itself. */
function mergedPresent(c: ShapeContext, past: number, hidden: Dim, dtype: number): void {
  if (!c.hasOutput(1)) return;
  const given = c.shape(past);
  const shares = c.int('past_present_share_buffer', 0) !== 0;
  if (given && shares) return c.tensor(1, c.dtype(dtype), given);
  const heads = c.int('num_heads');
  const before: Dim = c.has(past) ? given?.[3] : 0;
  const head = given?.[4] ?? over(hidden, heads);
  c.tensor(1, c.dtype(dtype), [2, c.dim(0, 0), heads, plus(before, c.dim(0, 1)), head]);
}

/** Attention, QAttention and DecoderMaskedSelfAttention: input [B, S, D], weights [D, q + k + v]. */
const merged =
  (dtype: number, past: number): ShapeFunction =>
  (c) => {
    const sizes = c.ints('qkv_hidden_sizes');
    const third = over(c.dim(1, 1) ?? c.dim(2, 0), 3);
    c.tensor(0, c.dtype(dtype), [c.dim(0, 0), c.dim(0, 1), sizes?.[2] ?? third]);
    mergedPresent(c, past, sizes?.[0] ?? third, dtype);
  };

/** Hidden size of the value input [B, L, N * H], or of a cache [B, N, L, H] in its place. */
function valueHidden(c: ShapeContext, value: number): Dim {
  return c.rank(value) === 4 ? times(c.dim(value, 1), c.dim(value, 3)) : c.dim(value, 2);
}

/** Length of the new keys: [B, L, D], a cache [B, N, L, H], or packed with the values [B, L, N, 2, H]. */
function keyLength(c: ShapeContext): Dim {
  if (!c.has(1)) return c.dim(0, 1);
  return c.dim(1, c.rank(1) === 4 ? 2 : 1);
}

/** present_key, present_value and the attention matrix of attention over separate queries, keys and values. */
function splitPresent(c: ShapeContext, hidden: Dim, past: number, shares: boolean): void {
  const heads = c.int('num_heads');
  const buffer = c.dim(past, 2);
  const before: Dim = c.has(past) ? buffer : 0;
  // A cache in the key's place is complete as it is.
  const total = shares && c.has(past) ? buffer : c.rank(1) === 4 ? c.dim(1, 2) : plus(before, keyLength(c));
  const widths: Dim[] = [queryHead(c, heads), over(hidden, heads)];
  for (let k = 0; k < 2; k++) {
    const head = c.dim(past + k, 3) ?? widths[k];
    c.tensor(1 + k, dtypeOf(c, past + k, 0), [c.dim(0, 0), heads, total, head]);
  }
  c.tensor(3, undefined, [c.dim(0, 0), heads, c.dim(0, 1), total]);
}

function queryHead(c: ShapeContext, heads: number | undefined): Dim {
  return c.rank(0) === 5 ? c.dim(0, 4) : over(c.dim(0, 2), heads);
}

const multiHead: ShapeFunction = (c) => {
  const packed = c.rank(0) === 5;
  const query = packed ? times(c.dim(0, 2), c.dim(0, 4)) : c.dim(0, 2);
  const hidden = c.has(2) ? valueHidden(c, 2) : query;
  c.tensor(0, c.dtype(0), c.shape(0) && [c.dim(0, 0), c.dim(0, 1), hidden]);
  splitPresent(c, hidden, 6, c.has(8));
};

/** One new token; without key and value the query holds all three, and the cache tells the value's width. */
const decoderMasked: ShapeFunction = (c) => {
  const heads = c.int('num_heads');
  const hidden = c.has(2) ? valueHidden(c, 2) : times(c.dim(6, 3), heads);
  c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(0, 1), hidden]);
  splitPresent(c, hidden, 5, c.int('past_present_share_buffer', 0) !== 0);
};

/** Sequence first: [S, B, D]; whether the caches grow is decided by inputs. */
const decoder: ShapeFunction = (c) => {
  c.like(0);
  const heads = c.int('num_heads');
  for (let k = 1; k <= 2; k++)
    if (c.hasOutput(k))
      c.tensor(k, c.dtype(0), [c.dim(0, 1), heads, c.fresh('cache'), over(c.dim(0, 2), heads)]);
};

/** Tokens without padding: [T, D]. */
const packed: ShapeFunction = (c) => {
  const sizes = c.ints('qkv_hidden_sizes');
  c.tensor(0, c.dtype(0), [c.dim(0, 0), sizes?.[2] ?? over(c.dim(1, 1), 3)]);
};

const packedMultiHead: ShapeFunction = (c) => {
  const width = c.rank(0) === 4 ? times(c.dim(0, 1), c.dim(0, 3)) : c.has(2) ? c.dim(2, 1) : c.dim(0, 1);
  c.tensor(0, c.dtype(0), c.shape(0) && [c.dim(0, 0), width]);
};

const ordered: ShapeFunction = (c) => c.tensor(0, 'int8', [c.dim(0, 0), c.dim(0, 1), c.dim(7, 1)]);

/** [B, N, S, S] from a padded query [B, S, D], or from the offsets [B, S] of a packed one. */
const gatedPositionBias: ShapeFunction = (c) => {
  const from: Shape | undefined = c.has(6) ? c.shape(6) : c.shape(0);
  c.tensor(0, c.dtype(0), [from?.[0], c.int('num_heads'), from?.[1], from?.[1]]);
};

const positionBias: ShapeFunction = (c) =>
  c.tensor(0, c.dtype(0), [1, c.dim(0, 1), c.scalar(1) ?? c.fresh('query'), c.scalar(2) ?? c.fresh('key')]);

export const attention: ShapeTable = {
  Attention: merged(0, 4),
  DecoderAttention: decoder,
  DecoderMaskedMultiHeadAttention: decoderMasked,
  DecoderMaskedSelfAttention: merged(0, 4),
  GatedRelativePositionBias: gatedPositionBias,
  LongformerAttention: like(0),
  MultiHeadAttention: multiHead,
  PackedAttention: packed,
  PackedMultiHeadAttention: packedMultiHead,
  QAttention: merged(3, 8),
  QOrderedAttention: ordered,
  QOrderedLongformerAttention: like(0),
  RelativePositionBias: positionBias,
};
