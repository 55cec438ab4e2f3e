/** Operators with a carried state: causal convolutions, linear attention, recurrent networks and their replays. */
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { over, plus, times } from '../dims';
import { dtypeOf, like } from './kit';

/** (kernel - 1) * dilation: the positions before the first that a causal convolution looks at. */
function stateLength(c: ShapeContext, kernel: Dim): Dim {
  return times(plus(kernel, -1), c.int('dilation', 1));
}

const causalConv: ShapeFunction = (c) => {
  const x = c.shape(0);
  const last = c.int('channels_last', 0) === 1;
  const narrow = c.int('input_channels', 0);
  c.tensor(0, c.dtype(0), x && narrow > 0 ? [...x.slice(0, -1), narrow] : x);
  if (c.has(3)) c.like(1, 3);
  else if (x && x.length >= 3) {
    const given = c.int('state_length', 0);
    const length = given > 0 ? given : stateLength(c, c.dim(1, -1));
    const channels = narrow > 0 ? narrow : last ? x[x.length - 1] : x[1];
    const flips = c.int('state_channels_last', -1);
    const slot: Shape =
      last && flips !== 0
        ? [x[0], length, ...x.slice(2, -1), channels]
        : last || flips === 1
          ? flips === 1
            ? [x[0], length, channels]
            : [x[0], channels, length]
          : [x[0], channels, ...x.slice(2, -1), length];
    const window = c.int('state_window', 0);
    c.tensor(1, c.dtype(0), window > 0 ? [window, ...slot] : slot);
  }
  c.tensor(2, c.dtype(0), [x?.[0], c.int('state_update_capacity', 0), c.dim(1, 0)]);
};

const packedCausalConv: ShapeFunction = (c) => {
  c.like(0);
  c.like(1, 4);
  c.tensor(2, c.dtype(0), [c.dim(4, 0), c.int('state_update_capacity', 0), c.dim(4, 1)]);
};

/** Packed heads: query [B, T, q * d_k], key [B, T, kv * d_k], value [B, T, kv * d_v]. */
const linearAttention: ShapeFunction = (c) => {
  const q = c.int('q_num_heads');
  const kv = c.int('kv_num_heads');
  const value = over(c.dim(2, 2), kv);
  const heads = q === undefined || kv === undefined ? undefined : Math.max(q, kv);
  c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(0, 1), times(heads, value)]);
  if (c.has(3)) return c.like(1, 3);
  const slot: Shape = [c.dim(0, 0), kv, over(c.dim(1, 2), kv), value];
  const window = c.int('state_window', 0);
  c.tensor(1, c.dtype(0), window > 0 ? [window, ...slot] : slot);
};

/** Token-major; with packed queries the state [B, Hv, Dv, Dk] tells the heads. */
const gatedDeltaNet: ShapeFunction = (c) => {
  const state = c.shape(6);
  const value = c.shape(2);
  const heads = value?.[value.length - 2] ?? state?.[1];
  const width = value?.[value.length - 1] ?? state?.[2];
  const tokens = c.has(1) ? c.shape(0)?.slice(0, -2) : c.shape(0)?.slice(0, -1);
  c.tensor(0, c.dtype(0), tokens && [...tokens, heads, width]);
  const batch = state?.[0] ?? plus(c.dim(3, 0), -1);
  const keyWidth = state?.[3] ?? c.dim(0, -1);
  c.tensor(1, 'float32', [batch, heads, width, keyWidth]);
  c.tensor(2, 'float32', [batch, undefined]);
};

const mamba2: ShapeFunction = (c) => {
  const rows = c.dim(0, 0);
  c.tensor(0, c.dtype(0), [rows, c.dim(8, 0)]);
  c.like(1, 1);
  c.like(2, 2);
  c.tensor(3, c.dtype(0), [rows, c.dim(1, 1)]);
  c.tensor(4, 'float32', [rows, c.dim(8, 0)]);
};

/** Y [S, directions, B, hidden], and the last h and c [directions, B, hidden]. */
const recurrent: ShapeFunction = (c) => {
  const directions = c.string('direction', 'forward') === 'bidirectional' ? 2 : 1;
  const hidden = c.int('hidden_size');
  const dtype = dtypeOf(c, 0);
  c.tensor(0, dtype, [c.dim(0, 0), directions, c.dim(0, 1), hidden]);
  for (const k of [1, 2]) c.tensor(k, dtype, [directions, c.dim(0, 1), hidden]);
};

const gate: ShapeFunction = (c) => {
  c.like(0);
  if (c.has(3)) c.like(1, 3);
  else c.like(1, 0);
};

const commit: ShapeFunction = (c) => {
  // One sequence may leave the batch out: [rows] instead of [batch, rows].
  const rank = c.rank(0);
  c.tensor(0, 'int32', rank === undefined ? undefined : [rank === 1 ? 1 : c.dim(0, 0)]);
  c.like(1, 3);
  c.like(2, 4);
};

export const recurrentOperators: ShapeTable = {
  AttnLSTM: recurrent,
  CausalConvWithState: causalConv,
  ConvStateReplay: like(2),
  DynamicQuantizeLSTM: recurrent,
  GatedDeltaNet: gatedDeltaNet,
  GatedDeltaNetStateReplay: like(2),
  LinearAttention: linearAttention,
  LinearAttentionGate: gate,
  Mamba2Verify: mamba2,
  SpeculativePrefixCommit: commit,
  VarlenCausalConvWithState: packedCausalConv,
};
