import type { Builder } from '../../builder';
import { anglesHere } from '../../parts/attention';
import { packedGatedMlp } from '../../parts/mlp';
import { headsOf, windowOfAll } from '../../parts/sizes';
import { llama } from '../llama';

/** Moshi's main decoder: Llama with one more embedding row, angles made in each layer and a packed gated MLP. */
export function moshi(b: Builder): void {
  const { c } = b;
  const { heads, kvHeads, headDim } = headsOf(c);
  const names = ['q_proj.linear', 'k_proj.linear', 'v_proj.linear', 'o_proj.linear'] as const;
  const inner = Math.floor(c.int('ffn_dim') / 2);
  const turned = (x: number, count: number, angles: number) =>
    b.op('RotaryEmbedding', [x, angles, angles], b.shapeOf(x), { num_heads: count });
  llama(b, {
    moreRows: 1,
    windowOf: windowOfAll(c),
    attention: {
      names,
      bias: false,
      outBias: false,
      rotary: 0,
      normQk: (q, k) => {
        const angles = anglesHere(b, headDim);
        return [turned(q, heads, angles), turned(k, kvHeads, angles)];
      },
    },
    mlp: (x) => packedGatedMlp(b, x, inner, c.string('hidden_act', 'silu'), {}, ['fc1', 'fc2']),
  });
}
