import { add, floorDivide, minimum, modulo, multiply, subtract } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { BATCH, PAST, SEQUENCE, TOTAL } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { anglesHere, noteAttention, rotaryAngles, rotate } from './attention';

/** Sizes of DeepSeek-V4's attention in one layer. */
export interface Compression {
  readonly heads: number;
  readonly headDim: number;
  readonly rope: number;
  readonly queryRank: number;
  readonly window: number;
  readonly groups: number;
  readonly outRank: number;
  /** Tokens that make one compressed entry; undefined where there is only the window. */
  readonly rate?: number;
  /** Two overlapping series, and an index that chooses among the entries. */
  readonly index?: { readonly heads: number; readonly headDim: number; readonly top: number };
}

/** The sizes by the config's keys, for a layer of this kind. */
export function compressionOf(c: ConfigReader, kind: string): Compression {
  const headDim = c.int('head_dim');
  const factor = c.has('partial_rotary_factor') ? c.number('partial_rotary_factor', 0.125) : 0.125;
  const sparse = kind === 'compressed_sparse_attention';
  const older = c.optionalInt(sparse ? 'compress_rate_csa' : 'compress_rate_hca');
  const given = c.raw('compress_rates');
  const listed =
    typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[kind] : undefined;
  const rate = older ?? (typeof listed === 'number' && listed > 0 ? listed : sparse ? 4 : 128);
  return {
    heads: c.int('num_attention_heads'),
    headDim,
    rope: c.optionalInt('qk_rope_head_dim') ?? Math.trunc(headDim * factor),
    queryRank: c.int('q_lora_rank'),
    window: c.int('sliding_window'),
    groups: Math.max(1, c.int('o_groups')),
    outRank: c.int('o_lora_rank'),
    ...(kind === 'sliding_attention' ? {} : { rate }),
    ...(sparse
      ? {
          index: {
            heads: c.int('index_n_heads'),
            headDim: c.int('index_head_dim'),
            top: c.int('index_topk'),
          },
        }
      : {}),
  };
}

/**
 * DeepSeek-V4's attention: one key that is the value too, over a window of tokens and over entries that stand for `rate`
 * tokens each; the heads' result goes out by groups. Names are relative to the current scope.
 */
export function compressedAttention(b: Builder, x: number, s: Compression): number {
  const { heads, headDim, rope, rate } = s;
  const table = rate === undefined ? ' main' : ' compress';
  for (const each of [' main', ' compress']) rotaryAngles(b, rope, each);
  const latent = b.norm(b.linear(x, 'q_a_proj', s.queryRank), 'q_a_norm');
  const q = rotate(b, b.linear(latent, 'q_b_proj', heads * headDim), heads, rope, table);
  const kv = rotate(b, b.norm(b.linear(x, 'kv_proj', headDim), 'kv_norm'), 1, rope, table);
  b.weight('sinks', [heads]);
  b.cache({
    name: 'key_value',
    kind: 'key',
    shape: [BATCH, 1, minimum(TOTAL, s.window), headDim],
    window: s.window,
  });
  const tokens = add(minimum(PAST, Math.max(0, s.window - 1)), SEQUENCE);
  const held = value(b, 'past_key_value', [BATCH, minimum(PAST, Math.max(0, s.window - 1)), headDim]);
  const parts = [held, kv];
  if (rate !== undefined) parts.push(b.under('compressor', () => compressor(b, x, latent, s, rate)));
  const keys = rate === undefined ? tokens : add(tokens, floorDivide(TOTAL, rate));
  const met = b.op('Concat', parts, [BATCH, keys, headDim], { axis: 1 });
  noteAttention(b, b.copies(), { heads, kvHeads: 1, headDim, window: s.window }, 'MQA');
  const attributes = { q_num_heads: heads, kv_num_heads: 1, is_causal: 0 };
  const y = rotate(b, b.op('Attention', [q, met, met], b.shapeOf(q), attributes), heads, rope, table);
  return groupedOut(b, y, s, b.widthOf(x));
}

/** Each group of heads by its own block of the first matrix, then all by the second. */
function groupedOut(b: Builder, y: number, s: Compression, hidden: number): number {
  const { groups, outRank } = s;
  const inner = Math.floor(b.widthOf(y) / groups);
  const lead = b.shapeOf(y).slice(0, -1);
  const w = b.param('o_a_proj.weight', [groups * outRank, inner], {}, [groups, inner, outRank]);
  const split = b.reshape(y, [...lead, groups, 1, inner]);
  const each = b.op('MatMul', [split, w], [...lead, groups, 1, outRank]);
  return b.linear(b.reshape(each, [...lead, groups * outRank]), 'o_b_proj', hidden);
}

/** Entries of the whole past, [batch, floor(total / rate), headDim]: a gated mean over each stretch of tokens. */
function compressor(b: Builder, x: number, latent: number, s: Compression, rate: number): number {
  const entries = compress(b, x, s.headDim, s.rope, rate, s.index ? 2 : 1, 'latent');
  const { index } = s;
  if (!index) return entries;
  b.under('indexer', () => {
    const keys = compress(b, x, index.headDim, s.rope, rate, 2, 'index');
    anglesHere(b, s.rope);
    const q = b.linear(latent, 'q_b_proj', index.heads * index.headDim);
    const count = floorDivide(TOTAL, rate);
    const rows = b.shapeOf(q).slice(0, -1);
    const turned = b.op('Transpose', [keys], [BATCH, 1, index.headDim, count], { perm: [0, 2, 1] });
    const scores = b.op(
      'MatMul',
      [b.reshape(q, [...rows, index.heads, index.headDim]), turned],
      [...rows, index.heads, count],
    );
    const weights = b.linear(x, 'scorer.weights_proj', index.heads);
    const weighed = b.mul(
      b.op('Relu', [scores], b.shapeOf(scores)),
      b.reshape(weights, [...rows, index.heads, 1]),
    );
    const summed = b.op('ReduceSum', [weighed, -1], [...rows, count], { keepdims: 0 });
    b.ops('TopK', [summed, -1], [[...rows, minimum(index.top, count)]], { axis: -1 });
  });
  return entries;
}

/** One series of entries with what it keeps: the entries, the tokens that fill no stretch yet, the overlap. */
function compress(
  b: Builder,
  x: number,
  headDim: number,
  rope: number,
  rate: number,
  series: 1 | 2,
  kind: 'latent' | 'index',
): number {
  const width = series * headDim;
  const kv = b.linear(x, 'kv_proj', width);
  const gate = b.linear(x, 'gate_proj', width);
  const count = floorDivide(TOTAL, rate);
  const fresh = subtract(count, floorDivide(PAST, rate));
  const biased = b.add(gate, b.param('position_bias', [rate, width]));
  const shares = b.op('Softmax', [biased], b.shapeOf(biased), { axis: -1 });
  const summed = b.op('ReduceSum', [b.mul(kv, shares), -1], [BATCH, fresh, headDim], { keepdims: 0 });
  const entries = b.norm(summed, 'kv_norm');
  anglesHere(b, rope, [BATCH, fresh]);
  b.cache({ name: 'entries', kind, shape: [BATCH, count, headDim] });
  for (const name of ['open_key_value', 'open_gate'])
    b.cache({ name, kind: 'conv', shape: [BATCH, modulo(TOTAL, rate), width] });
  if (series === 2)
    for (const name of ['overlap_key_value', 'overlap_gate'])
      b.cache({ name, kind: 'conv', shape: [BATCH, multiply(rate, minimum(1, count)), headDim] });
  const past = value(b, 'past_entries', [BATCH, floorDivide(PAST, rate), headDim]);
  return b.op('Concat', [past, entries], [BATCH, count, headDim], { axis: 1 });
}

function value(b: Builder, name: string, shape: readonly Expression[]): number {
  return b.values.push({ name, kind: 'tensor', shape }) - 1;
}
