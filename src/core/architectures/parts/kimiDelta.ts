import type { Builder } from '../builder';
import { headNorm } from './attention';
import { causalConv } from './convolution';
import { linearAttention } from './stateSpace';

/** Sizes of Kimi's delta attention. */
export interface KimiDeltaSizes {
  readonly heads: number;
  /** Width of a head's keys, and of its values. */
  readonly dim: number;
  /** Taps of the convolution before the heads. */
  readonly conv: number;
  /** Shape in which the heads' decays are stored. */
  readonly decay: readonly number[];
}

/**
 * Delta attention with a decay for each channel, made by a low-rank gate, and a low-rank gate on the result. Names are
 * relative to the current scope.
 */
export function kimiDelta(b: Builder, x: number, s: KimiDeltaSizes): number {
  const { heads, dim } = s;
  const width = heads * dim;
  const parts = ['q_proj', 'k_proj', 'v_proj'].map((name) => b.linear(x, name, width));
  const mixed = b.op('Concat', parts, [...b.shapeOf(x).slice(0, -1), 3 * width], { axis: -1 });
  const conv = b.activate(causalConv(b, mixed, 'conv1d', s.conv, false), 'silu');
  const [q, k, v] = b.split(conv, [width, width, width]) as [number, number, number];
  const decay = b.scope('forget_gate', () => {
    const low = b.linear(b.linear(x, 'f_a_proj', dim), 'f_b_proj', width);
    b.weight('A_log', s.decay);
    return b.add(low, b.param('dt_bias', [width]));
  });
  const gates = [decay, b.linear(x, 'b_proj', heads)];
  const sizes = { keyHeads: heads, valueHeads: heads, keyDim: dim, valueDim: dim };
  const y = headNorm(b, linearAttention(b, q, k, v, sizes, gates), 'o_norm', dim);
  const gate = b.linear(b.linear(x, 'g_a_proj', dim), 'g_b_proj', width);
  return b.linear(b.mul(y, b.op('Sigmoid', [gate], b.shapeOf(gate))), 'o_proj', b.widthOf(x));
}
