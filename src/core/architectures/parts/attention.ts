import { minimum } from '../../model/arithmetic';
import type { AttentionFacts } from '../../model/facts';
import type { Dimension } from '../../model/expression';
import { BATCH, PAST, SEQUENCE, TOTAL } from '../../scenario/symbols';
import type { Builder, PlainAttributes } from '../builder';

/** What the product of queries, keys and values needs to know. */
export interface AttentionShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Width of a value head where it is not `headDim`. */
  readonly valueDim?: number;
  /** Tokens a query sees, itself included. */
  readonly window?: number;
  /** Of an encoder: tokens that a query sees to each side, besides itself. Only a mask: all pairs are computed. */
  readonly band?: number;
  /** Of a decoder: tokens a query sees, itself included, by a mask alone: all keys are kept and met. */
  readonly masked?: number;
  /** Tokens of a chunk: a query sees its own chunk up to itself. */
  readonly chunk?: number;
  readonly softcap?: number;
  /** False for encoders; then nothing is cached either. */
  readonly causal?: boolean;
  /** False when the layer reads another layer's cache or none. */
  readonly cached?: boolean;
  /** Keys and values already hold what was cached. */
  readonly expanded?: boolean;
  /** A further pass over the same layer: not one more layer in the facts. */
  readonly again?: boolean;
  /** Said in the facts where the heads do not tell. */
  readonly kind?: AttentionFacts['kind'];
}

/**
 * The operator Attention (opset 23) over q [batch, sequence, heads x headDim], k and v, with its cache: past keys and
 * values enter as inputs 4 and 5 with the part that is held; a window keeps window - 1 tokens before the new ones.
 */
export function attend(b: Builder, q: number, k: number, v: number, a: AttentionShape): number {
  const causal = a.causal ?? true;
  const valueDim = a.valueDim ?? a.headDim;
  const inputs = [q, k, v];
  const kept = a.window ?? a.chunk;
  if (causal && !a.expanded) {
    const held = kept === undefined ? PAST : minimum(PAST, Math.max(0, kept - 1));
    inputs.push(-1, pastOf(b, 'past_key', a, held, a.headDim), pastOf(b, 'past_value', a, held, valueDim));
    if (a.cached ?? true) declareCache(b, a, valueDim);
  }
  if (!a.again) noteAttention(b, b.copies(), a, a.kind);
  const attributes: PlainAttributes = {
    q_num_heads: a.heads,
    kv_num_heads: a.kvHeads,
    is_causal: causal ? 1 : 0,
    ...(a.window === undefined ? {} : { window: a.window }),
    ...(a.chunk === undefined ? {} : { chunk: a.chunk }),
    ...(a.band === undefined ? {} : { left_window_size: a.band, right_window_size: a.band }),
    ...(a.masked === undefined ? {} : { masked: a.masked }),
    ...(a.softcap ? { softcap: a.softcap } : {}),
  };
  return b.op('Attention', inputs, [...b.shapeOf(q).slice(0, -1), a.heads * valueDim], attributes);
}

function pastOf(b: Builder, name: string, a: AttentionShape, held: Dimension, width: number): number {
  return b.values.push({ name, kind: 'tensor', shape: [BATCH, a.kvHeads, held, width] }) - 1;
}

function declareCache(b: Builder, a: AttentionShape, valueDim: number): void {
  const window = a.window ?? a.chunk;
  const held = window === undefined ? TOTAL : minimum(TOTAL, window);
  const common = window === undefined ? {} : { window };
  b.cache({ name: 'key', kind: 'key', shape: [BATCH, a.kvHeads, held, a.headDim], ...common });
  b.cache({ name: 'value', kind: 'value', shape: [BATCH, a.kvHeads, held, valueDim], ...common });
}

/**
 * RotaryEmbedding of opset 23: rotates the first `dim` of each head of x [.., heads x width]. The angles, positions by
 * frequencies, are one small product before the layers, once for each `table`.
 */
export function rotate(b: Builder, x: number, heads: number, dim?: number, table = '', axes = 1): number {
  const width = dim ?? (heads > 0 ? Math.floor(b.widthOf(x) / heads) : 0);
  const angles = rotaryAngles(b, width, table, axes);
  const attributes = { num_heads: heads, ...(dim === undefined ? {} : { rotary_embedding_dim: dim }) };
  return b.op('RotaryEmbedding', [x, angles, angles], b.shapeOf(x), attributes);
}

/** Angles for `width` rotated dimensions, [axes, batch, sequence, width / 2]; made once. Axes: time, height and width. */
export function rotaryAngles(b: Builder, width: number, table = '', axes = 1): number {
  const name = `rotary_angles.${width}${table}`;
  return b.once(name, () => anglesHere(b, width, [axes, BATCH, SEQUENCE]));
}

/** The same in the current block, for layers that make their own: [...rows, width / 2]. */
export function anglesHere(
  b: Builder,
  width: number,
  rows: readonly Dimension[] = [BATCH, SEQUENCE],
): number {
  const half = Math.ceil(width / 2);
  const at = b.values.push({ name: 'positions', kind: 'tensor', shape: [...rows, 1] }) - 1;
  const frequencies = b.values.push({ name: 'inv_freq', kind: 'tensor', shape: [1, half] }) - 1;
  return b.op('MatMul', [at, frequencies], [...rows, half]);
}

/** A norm over each head of x [batch, sequence, heads x headDim]. */
export function headNorm(
  b: Builder,
  x: number,
  name: string,
  headDim: number,
  kind: 'rms' | 'layer' | 'none' = 'rms',
  bias = false,
): number {
  const flat = b.shapeOf(x);
  const heads = headDim > 0 ? b.widthOf(x) / headDim : 0;
  const split = b.reshape(x, [...flat.slice(0, -1), heads, headDim]);
  return b.reshape(b.norm(split, name, kind, bias), flat);
}

/** Names, biases and norms of an attention layer with separate projections. */
export interface SelfAttentionSpec extends AttentionShape {
  readonly names?: readonly [q: string, k: string, v: string, o: string];
  /** Biases of q, k, v. */
  readonly bias?: boolean | readonly [q: boolean, k: boolean, v: boolean];
  readonly outBias?: boolean;
  /** Norm of queries and keys: over each head, or over the whole projection. */
  readonly qkNorm?: 'head' | 'whole';
  readonly qkNormKind?: 'rms' | 'layer' | 'none';
  readonly qkNormBias?: boolean;
  readonly qkNormNames?: readonly [q: string, k: string];
  /** Norms of queries and keys that fit none of these. */
  readonly normQk?: (q: number, k: number) => [number, number];
  /** Share of each head that is rotated: its dimensions, 0 for none; all by default. */
  readonly rotary?: number;
  /** Positions have so many axes (3: time, height, width). */
  readonly axes?: number;
  /** Inputs of the output projection where the library takes another number. */
  readonly outInputs?: number;
  /** Names the angles where a model has several tables. */
  readonly table?: string;
  /** Width of the result; that of x by default. */
  readonly out?: number;
  readonly transposed?: boolean;
  /** How often the products of attention run (2: differential attention). */
  readonly passes?: number;
  /** Called with the values, for what is computed from them. */
  readonly onValues?: (v: number) => void;
  /** Computes the queries instead of the linear projection. */
  readonly queries?: (x: number) => number;
  /** q, k and v in one tensor of this name instead of three. */
  readonly packed?: string;
  /** A logit per head that takes part in the softmax: its name. */
  readonly sinks?: string;
  /** Extra weights and operators between attention and the output projection. */
  readonly beforeOut?: (y: number, x: number) => number;
}

/** Self-attention: q, k, v, rotation, attention, output. Names are relative to the current scope. */
export function selfAttention(b: Builder, x: number, s: SelfAttentionSpec): number {
  const [nq, nk, nv, no] = s.names ?? ['q_proj', 'k_proj', 'v_proj', 'o_proj'];
  if (s.sinks) b.weight(s.sinks, [s.heads]);
  const [q0, k0, v] = project(b, x, s, nq, nk, nv);
  const [q, k] = normAndRotate(b, q0, k0, s);
  s.onValues?.(v);
  let y = attend(b, q, k, v, s);
  for (let pass = 1; pass < (s.passes ?? 1); pass++)
    y = b.add(y, attend(b, q, k, v, { ...s, cached: false, again: true }));
  if (s.beforeOut) y = s.beforeOut(y, x);
  const options = { transposed: s.transposed ?? false, bias: s.outBias ?? false, inputs: s.outInputs };
  return b.linear(y, no, s.out ?? b.widthOf(x), options);
}

function project(
  b: Builder,
  x: number,
  s: SelfAttentionSpec,
  nq: string,
  nk: string,
  nv: string,
): [q: number, k: number, v: number] {
  const bias = s.bias ?? false;
  const [bq, bk, bv] = typeof bias === 'boolean' ? [bias, bias, bias] : bias;
  const transposed = s.transposed ?? false;
  const widths = [s.heads * s.headDim, s.kvHeads * s.headDim, s.kvHeads * (s.valueDim ?? s.headDim)] as const;
  if (s.packed !== undefined) {
    const all = b.linear(x, s.packed, widths[0] + widths[1] + widths[2], { transposed, bias: bq });
    return b.split(all, widths) as unknown as [number, number, number];
  }
  return [
    s.queries ? s.queries(x) : b.linear(x, nq, widths[0], { transposed, bias: bq }),
    b.linear(x, nk, widths[1], { transposed, bias: bk }),
    b.linear(x, nv, widths[2], { transposed, bias: bv }),
  ];
}

/** The norms of queries and keys that the spec names, then their rotation. */
export function normAndRotate(b: Builder, q: number, k: number, s: SelfAttentionSpec): [number, number] {
  const [qn, kn] = s.qkNormNames ?? ['q_norm', 'k_norm'];
  if (s.normQk) [q, k] = s.normQk(q, k);
  else if (s.qkNorm === 'head') {
    q = headNorm(b, q, qn, s.headDim, s.qkNormKind, s.qkNormBias);
    k = headNorm(b, k, kn, s.headDim, s.qkNormKind, s.qkNormBias);
  } else if (s.qkNorm === 'whole') {
    q = b.norm(q, qn, s.qkNormKind, s.qkNormBias);
    k = b.norm(k, kn, s.qkNormKind, s.qkNormBias);
  }
  if (s.rotary === 0) return [q, k];
  const { rotary, table, axes } = s;
  return [rotate(b, q, s.heads, rotary, table, axes), rotate(b, k, s.kvHeads, rotary, table, axes)];
}

/** The kind of attention that the numbers of heads make. */
export function kindOfHeads(heads: number, kvHeads: number): AttentionFacts['kind'] {
  return kvHeads === heads ? 'MHA' : kvHeads === 1 ? 'MQA' : 'GQA';
}

/** Records so many more layers of this kind in the facts; equal kinds add up. */
export function noteAttention(
  b: Builder,
  layers: number,
  a: AttentionShape,
  kind?: AttentionFacts['kind'],
): void {
  const window = a.window ?? a.chunk;
  const fact: AttentionFacts = {
    kind: kind ?? kindOfHeads(a.heads, a.kvHeads),
    layers,
    heads: a.heads,
    kvHeads: a.kvHeads,
    headDim: a.headDim,
    ...(window === undefined ? {} : { window }),
  };
  const known = [...(b.facts.attention ?? [])];
  const at = known.findIndex(
    (f) => JSON.stringify({ ...f, layers: 0 }) === JSON.stringify({ ...fact, layers: 0 }),
  );
  if (at < 0) known.push(fact);
  else known[at] = { ...fact, layers: known[at]!.layers + layers };
  b.facts.attention = known;
}

/** A [batch, sequence] of token ids. */
export function tokenIds(b: Builder): number {
  return b.input('input_ids', [BATCH, SEQUENCE], 'int64');
}
