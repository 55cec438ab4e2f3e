import { BATCH, SEQUENCE } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { HOUSE } from '../builder';
import { noteAttention } from './attention';
import { causalConv } from './convolution';

/** Sizes of a Mamba mixer. */
export interface MambaSizes {
  readonly inner: number;
  readonly state: number;
  readonly conv: number;
  readonly dtRank: number;
  readonly act?: string;
  readonly bias?: boolean;
  readonly convBias?: boolean;
  /** Jamba's norms of dt, B and C. */
  readonly norms?: boolean;
}

/** Mamba's selective state space; names are relative to the current scope. */
export function mamba(b: Builder, x: number, s: MambaSizes): number {
  const { inner, state, dtRank } = s;
  const bias = s.bias ?? false;
  const both = b.linear(x, 'in_proj', 2 * inner, { bias });
  const [h, gate] = b.split(both, [inner, inner]) as [number, number];
  const u = b.activate(causalConv(b, h, 'conv1d', s.conv, s.convBias ?? true), s.act ?? 'silu');
  const parameters = b.linear(u, 'x_proj', dtRank + 2 * state);
  let [t, bIn, cOut] = b.split(parameters, [dtRank, state, state]) as [number, number, number];
  if (s.norms) {
    t = b.norm(t, 'dt_layernorm');
    bIn = b.norm(bIn, 'b_layernorm');
    cOut = b.norm(cOut, 'c_layernorm');
  }
  const dt = b.linear(t, 'dt_proj', inner, { bias: true });
  const a = b.param('A_log', [inner, state]);
  const d = b.param('D', [inner]);
  const past = pastState(b, [BATCH, inner, state]);
  const y = b.op('SelectiveScan', [u, dt, a, bIn, cOut, d, past], b.shapeOf(u), { state_size: state }, HOUSE);
  noteAttention(b, b.copies(), { heads: 1, kvHeads: 1, headDim: state }, 'state-space');
  return b.linear(b.mul(y, b.activate(gate, s.act ?? 'silu')), 'out_proj', b.widthOf(x), { bias });
}

/** Sizes of a Mamba-2 mixer. */
export interface Mamba2Sizes {
  readonly inner: number;
  readonly heads: number;
  readonly headDim: number;
  readonly state: number;
  readonly groups: number;
  readonly conv: number;
  readonly chunk: number;
  readonly act?: string;
  readonly bias?: boolean;
  readonly convBias?: boolean;
  /** Of the output projection; `bias` unless given. */
  readonly outBias?: boolean;
  /** False where the gated norm is left out. */
  readonly norm?: boolean;
}

/** Mamba-2: one decay per head, B and C shared by groups of heads; names are relative to the current scope. */
export function mamba2(b: Builder, x: number, s: Mamba2Sizes): number {
  const { inner, heads, headDim, state, groups } = s;
  const bias = s.bias ?? false;
  const mixed = inner + 2 * groups * state;
  const all = b.linear(x, 'in_proj', inner + mixed + heads, { bias });
  const [gate, h, dt] = b.split(all, [inner, mixed, heads]) as [number, number, number];
  const conv = b.activate(causalConv(b, h, 'conv1d', s.conv, s.convBias ?? true), s.act ?? 'silu');
  const [u, bIn, cOut] = b.split(conv, [inner, groups * state, groups * state]) as [number, number, number];
  const step = b.add(dt, b.param('dt_bias', [heads]));
  const a = b.param('A_log', [heads]);
  const d = b.param('D', [heads]);
  const past = pastState(b, [BATCH, heads, headDim, state]);
  const attributes = { state_size: state, num_heads: heads, groups, chunk_size: s.chunk };
  let y = b.op('SelectiveScan', [u, step, a, bIn, cOut, d, past], b.shapeOf(u), attributes, HOUSE);
  y = b.mul(y, b.activate(gate, 'silu'));
  if (s.norm ?? true) y = b.norm(y, 'norm');
  noteAttention(b, b.copies(), { heads, kvHeads: heads, headDim: state }, 'state-space');
  return b.linear(y, 'out_proj', b.widthOf(x), { bias: s.outBias ?? bias });
}

/** Declares a recurrent state and gives it as a value. */
export function pastState(b: Builder, shape: readonly (number | typeof BATCH)[], name = 'recurrent'): number {
  b.cache({ name, kind: 'recurrent', shape });
  return b.values.push({ name: `past_${name}`, kind: 'tensor', shape }) - 1;
}

/** A gated linear attention under the delta rule: what it needs besides q, k and v. */
export interface DeltaSizes {
  readonly keyHeads: number;
  readonly valueHeads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  /** `gated_delta`, or `gated` for plain decay. */
  readonly rule?: string;
  /** Tokens that a prompt's scan takes at a time; the delta rule's 64 unless given. */
  readonly chunk?: number;
}

/** LinearAttention with decay and beta over q, k [.., heads x keyDim] and v [.., heads x valueDim], with its state. */
export function linearAttention(
  b: Builder,
  q: number,
  k: number,
  v: number,
  s: DeltaSizes,
  gates: readonly number[] = [],
): number {
  const past = pastState(b, [BATCH, s.valueHeads, s.keyDim, s.valueDim]);
  const shape = [BATCH, SEQUENCE, s.valueHeads * s.valueDim];
  const attributes = {
    q_num_heads: s.keyHeads,
    kv_num_heads: s.valueHeads,
    update_rule: s.rule ?? 'gated_delta',
    chunk_size: s.chunk ?? 64,
  };
  noteAttention(b, b.copies(), { heads: s.valueHeads, kvHeads: s.keyHeads, headDim: s.keyDim }, 'linear');
  return b.op('LinearAttention', [q, k, v, past, ...gates], shape, attributes, HOUSE);
}
