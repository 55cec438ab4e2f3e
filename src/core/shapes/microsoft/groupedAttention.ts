/**
 * Attention with fewer key heads than query heads, its caches given as tensors or pages; after the operators'
 * documentation (ContribOperators.md of onnxruntime).
 */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { atLeast, over, plus, times } from '../dims';
import { dtypeOf, like } from './kit';

/** Head size: of a query with its own keys, or of one that holds queries, keys and values in a row. */
function headSize(c: ShapeContext): Dim {
  const heads = c.int('num_heads');
  const groups = c.int('kv_num_heads');
  if (heads === undefined || groups === undefined) return undefined;
  return over(c.dim(0, -1), c.has(1) ? heads : heads + 2 * groups);
}

function outputWidth(c: ShapeContext, head: Dim = headSize(c)): Dim {
  return times(head, c.int('num_heads'));
}

/** Length of the caches afterwards: at least the given ones', grown to the total that input 6 names. */
function presentLength(c: ShapeContext): Dim {
  const total = c.scalar(6);
  if (!c.has(3)) return total ?? c.dim(c.has(1) ? 1 : 0, 1);
  const past = c.dim(3, 2);
  return total === undefined ? c.fresh('total') : atLeast(past, total);
}

const grouped: ShapeFunction = (c) => {
  const head = headSize(c);
  c.tensor(0, c.dtype(0), c.shape(0) && [c.dim(0, 0), c.dim(0, 1), outputWidth(c, head)]);
  if (![1, 2, 3].some((i) => c.hasOutput(i))) return;
  const length = presentLength(c);
  for (const k of [0, 1])
    c.tensor(1 + k, dtypeOf(c, 3 + k, 0), [
      c.dim(0, 0),
      c.dim(3 + k, 1) ?? c.int('kv_num_heads'),
      length,
      c.dim(3 + k, 3) ?? head,
    ]);
  const total = c.scalar(6) ?? (c.has(3) ? c.fresh('total') : length);
  c.tensor(3, c.dtype(0), [c.dim(0, 0), c.int('num_heads'), c.dim(0, 1), total]);
};

/** Caches are buffers of full length, written in place. */
const sparse: ShapeFunction = (c) => {
  c.tensor(0, c.dtype(0), c.shape(0) && [c.dim(0, 0), c.dim(0, 1), outputWidth(c)]);
  c.like(1, 3);
  c.like(2, 4);
};

const dynamicSparse: ShapeFunction = (c) => {
  const dtype = c.int('output_bf16', 0) !== 0 ? 'bfloat16' : c.dtype(0);
  c.tensor(0, dtype, c.shape(0) && [c.dim(0, 0), c.dim(0, 1), outputWidth(c)]);
  for (const k of [0, 1])
    if (c.has(3 + k)) c.like(1 + k, 3 + k);
    else c.tensor(1 + k, c.dtype(0), [c.dim(0, 0), c.int('kv_num_heads'), c.dim(0, 1), headSize(c)]);
  // The status word's shape is not documented.
  c.tensor(3, 'int32', undefined);
};

const paged: ShapeFunction = (c) => {
  const narrow = c.int('v_head_size', 0);
  c.tensor(0, c.dtype(0), [c.dim(0, 0), narrow > 0 ? outputWidth(c, narrow) : outputWidth(c)]);
  c.like(1, 3);
  c.like(2, 4);
};

/** Width of a row of selected entries: whole blocks of the budget and an unfinished one, or the best blocks. */
function selectionWidth(c: ShapeContext): Dim {
  if (c.int('max_output_entries', 0) > 0) return c.int('max_output_entries');
  if (c.string('policy_mode') === 'csa') return c.int('index_topk');
  return plus(plus(c.int('token_budget'), c.int('compress_ratio')), -1);
}

const indexer: ShapeFunction = (c) => {
  c.tensor(0, 'int32', [c.dim(0, 0), c.dim(0, 1), selectionWidth(c)]);
  const grown = c.has(12)
    ? c.dim(7, 1)
    : c.string('policy_mode') === 'qsa' && c.has(1)
      ? plus(c.dim(7, 1), c.dim(0, 1))
      : c.fresh('keys');
  c.tensor(1, c.dtype(7), [c.dim(7, 0), grown, c.dim(7, 2)]);
  if (c.hasOutput(2)) c.tensor(2, c.dtype(0), [2, c.dim(0, 0), c.fresh('buffer'), c.dim(13, 3)]);
};

const packedIndexer: ShapeFunction = (c) => {
  const tokens = c.dim(0, 0);
  c.tensor(0, 'int32', [tokens, selectionWidth(c)]);
  c.tensor(1, 'int32', [tokens]);
  [12, 13, 14, 15].forEach((input, k) => c.like(2 + k, input));
  const batch = c.dim(7, 0);
  c.tensor(6, c.dtype(0), [batch, c.int('state_update_capacity', 0), c.dim(2, 0)]);
  c.tensor(7, 'int32', [tokens]);
  c.tensor(8, 'int32', [batch]);
};

const indexerMerge: ShapeFunction = (c) => {
  const rows = c.dim(2, 0);
  c.tensor(0, 'int32', [rows, c.int('max_output_entries')]);
  c.tensor(1, 'int32', [rows]);
  c.tensor(2, 'int32', [rows]);
};

export const groupedAttention: ShapeTable = {
  DynamicSparseAttention: dynamicSparse,
  GemmaRotaryEmbedding: (c) => {
    c.like(0, 1);
    c.like(1, 3);
  },
  GroupQueryAttention: grouped,
  MRotaryEmbedding: like(0),
  PackedSparseAttentionIndexer: packedIndexer,
  PackedSparseAttentionIndexerMerge: indexerMerge,
  PagedAttention: paged,
  RotaryEmbedding: like(0),
  SparseAttention: sparse,
  SparseAttentionIndexer: indexer,
  SparsePagedAttention: paged,
};
