/**
 * Attention over packed tokens, pages and block masks (ContribOperators.md of onnxruntime). How long each packed sequence
 * is, how much of a cache is filled and which blocks a mask lets through is data; what is known of it decides how far the
 * figure can be trusted.
 */
import { add, floorDivide, multiply, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { symbol } from '../../model/expression';
import { attentionWork, pairsOf, perHead } from './attentionPairs';
import type { Pairs } from './attentionPairs';
import type { CostFunction, CostTable, OperatorView } from './view';
import { UnknownCost } from './view';

/** The scenario's cached tokens: what a cache holds is in no shape. */
const PAST = symbol('past');

const EQUAL =
  'how the tokens spread over the sequences is data: equal lengths, which need the fewest pairs, are taken';
const FILLED =
  'the lengths of the sequences and of their caches are data: equal ones, with the cached tokens of the scenario, are taken';

interface Packed {
  readonly pairs: Expression;
  readonly lowerBound?: string;
}

/** Pairs within each of the packed sequences: by the cumulative lengths where they are known, else of equal lengths. */
function packedPairs(v: OperatorView, tokens: Expression, offsets: number, cumulative: number): Packed {
  const ends = v.data(cumulative);
  if (ends && ends.length > 1) {
    const lengths = ends.slice(1).map((end, i) => subtract(end, ends[i]!));
    return { pairs: add(...lengths.map((n) => multiply(n, n))) };
  }
  const batch = v.input(offsets)?.shape?.[0] ?? subtract(v.dim(cumulative, 0), 1);
  if (batch === 1) return { pairs: multiply(tokens, tokens) };
  return { pairs: floorDivide(multiply(tokens, tokens), batch), lowerBound: EQUAL };
}

function every(pairs: Expression): Pairs {
  return { executed: pairs, useful: pairs };
}

/** PackedAttention: input [tokens, in] by one weight [in, q + k + v], then attention within each sequence. */
const packedAttention: CostFunction = (v) => {
  const tokens = v.dim(0, 0);
  const heads = v.required('num_heads');
  const [inner, width] = v.shape(1) as [Expression, Expression];
  const sizes = v.ints('qkv_hidden_sizes');
  const { pairs, lowerBound } = packedPairs(v, tokens, 3, 4);
  const core = attentionWork({
    batch: 1,
    heads,
    keyDim: perHead(sizes?.[0] ?? perHead(width, 3), heads),
    valueDim: perHead(sizes?.[2] ?? perHead(width, 3), heads),
    pairs: every(pairs),
    perScore: 1 + (v.has(5) ? 1 : 0),
  });
  return {
    macs: add(core.macs!, multiply(tokens, inner, width)),
    elementOperations: add(core.elementOperations!, multiply(v.has(2) ? 1 : 0, tokens, width)),
    activationsRead: v.size(0),
    activationsWritten: v.outSize(),
    ...(lowerBound ? { lowerBound } : {}),
  };
};

/** PackedMultiHeadAttention: query [tokens, heads * d], key and value beside it, or all three as [tokens, heads, 3, d]. */
const packedMultiHead: CostFunction = (v) => {
  const q = v.shape(0);
  const tokens = q[0]!;
  const heads = v.required('num_heads');
  const { pairs, lowerBound } = packedPairs(v, tokens, 4, 5);
  const core = attentionWork({
    batch: 1,
    heads,
    keyDim: q.length === 4 ? q[3]! : perHead(q[1]!, heads),
    valueDim: perHead(v.outShape().at(-1)!, heads),
    pairs: every(pairs),
    perScore: 1 + (v.has(6) ? 1 : 0),
  });
  const bias = v.has(3) ? multiply(tokens, v.size(3)) : 0;
  return {
    ...core,
    elementOperations: add(core.elementOperations!, bias),
    ...(lowerBound ? { lowerBound } : {}),
  };
};

/** Whether queries, keys and values come in one row, and the width of a head. */
function headOf(v: OperatorView, heads: number, kvHeads: number): Expression {
  const width = v.shape(0).at(-1)!;
  return v.has(1) ? perHead(width, heads) : perHead(width, heads + 2 * kvHeads);
}

/**
 * PagedAttention: new tokens of all sequences in a row, caches in pages [blocks, block size, kv heads, d]. In the latent
 * layout one cache serves as keys, and its first `v_head_size` channels as values.
 */
const paged: CostFunction = (v) => {
  const tokens = v.dim(0, 0);
  const heads = v.required('num_heads');
  const kvHeads = v.required('kv_num_heads');
  const d = headOf(v, heads, kvHeads);
  const narrow = v.int('v_head_size', 0);
  const window = v.int('local_window_size', -1);
  const batch = subtract(v.dim(5, 0), 1);
  const length = batch === 1 ? tokens : floorDivide(tokens, batch);
  const pairs = pairsOf(length, PAST, {
    causal: v.int('is_causal', 1) !== 0,
    ...(window > 0 ? { window } : {}),
  });
  const core = attentionWork({
    batch,
    heads,
    keyDim: d,
    valueDim: narrow > 0 ? narrow : d,
    pairs,
    perScore: 1 + (v.int('softcap', 0) > 0 ? 3 : 0),
  });
  // Rotation: two products and a sum an element; RMS norms of queries and keys: 4.
  const each = (v.int('do_rotary', 0) !== 0 ? 3 : 0) + (v.has(12) ? 4 : 0);
  const rows = multiply(kvHeads, d);
  const width = v.int('v_head_size', 0) > 0 ? rows : multiply(2, rows);
  return {
    ...core,
    elementOperations: add(core.elementOperations!, multiply(each * (heads + kvHeads), tokens, d)),
    activationsRead: add(...[0, 1, 2].filter((i) => v.has(i)).map((i) => v.size(i))),
    activationsWritten: v.outSize(),
    cacheRead: multiply(batch, PAST, width),
    cacheWritten: multiply(tokens, width),
    estimated: FILLED,
  };
};

/**
 * SparseAttention: causal, by blocks of a mask in CSR form: row ends [layouts, blocks + 1], columns [layouts, most
 * non-zeros]. The share of the causal half that the mask keeps is known from these shapes, not where it lies.
 */
const sparse: CostFunction = (v) => {
  const heads = v.required('num_heads');
  const kvHeads = v.required('kv_num_heads');
  const [batch, rows] = v.shape(0) as [Expression, Expression];
  const d = headOf(v, heads, kvHeads);
  const blocks = subtract(v.dim(5, -1), 1);
  const kept = v.dim(6, -1);
  if (typeof blocks !== 'number' || typeof kept !== 'number' || blocks < 1)
    throw new UnknownCost('how many blocks its mask keeps is data');
  const share = Math.min(1, kept / ((blocks * (blocks + 1)) / 2));
  const total = v.data(7)?.[0];
  const past = total === undefined ? PAST : subtract(total, rows);
  const dense = pairsOf(rows, past, { causal: true });
  const core = attentionWork({
    batch,
    heads,
    keyDim: d,
    valueDim: d,
    pairs: every(multiply(share, dense.useful)),
    perScore: 1,
  });
  const rotary = v.int('do_rotary', 0) !== 0 ? multiply(3 * (heads + kvHeads), batch, rows, d) : 0;
  const width = multiply(2 * kvHeads, d);
  return {
    ...core,
    elementOperations: add(core.elementOperations!, rotary),
    activationsRead: add(...[0, 1, 2].filter((i) => v.has(i)).map((i) => v.size(i))),
    activationsWritten: v.outSize(),
    cacheRead: multiply(batch, past, width),
    cacheWritten: multiply(batch, rows, width),
    estimated: `which blocks the mask keeps is data: of every row the average share, ${kept} of ${(blocks * (blocks + 1)) / 2} blocks, is taken`,
  };
};

/** Which entries are attended to is chosen while the model runs. */
function chosen(what: string): CostFunction {
  return () => {
    throw new UnknownCost(what);
  };
}

export const PACKED: CostTable = {
  'com.microsoft:PackedAttention': packedAttention,
  'com.microsoft:PackedMultiHeadAttention': packedMultiHead,
  'com.microsoft:PagedAttention': paged,
  'com.microsoft:SparseAttention': sparse,
  'com.microsoft:DynamicSparseAttention': chosen(
    'which cached entries are attended to is chosen by another operator while the model runs',
  ),
  'com.microsoft:SparsePagedAttention': chosen(
    'which pages are attended to is chosen by another operator while the model runs',
  ),
  'com.microsoft:SparseAttentionIndexer': chosen('how many entries are scored depends on the cache, data'),
  'com.microsoft:PackedSparseAttentionIndexer': chosen(
    'how many entries are scored depends on the lengths of the packed sequences, data',
  ),
  'com.microsoft:PackedSparseAttentionIndexerMerge': chosen('how many entries are merged is data'),
};
