import { add, minimum, subtract } from '../../../model/arithmetic';
import { BATCH, PAST, SEQUENCE } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import type { AttentionShape } from '../../parts/attention';
import { attend, rotate } from '../../parts/attention';
import { causalDecoder } from '../../parts/decoder';
import { experts } from '../../parts/experts';
import { headsOf, isSliding, layerKinds } from '../../parts/sizes';
import { pastState } from '../../parts/stateSpace';

/** Queries and keys through two convolutions, half of each value from the token before. */
function compressedQkv(b: Builder, x: number, s: AttentionShape): [q: number, k: number, v: number] {
  const { c } = b;
  const bias = c.bool('attention_bias');
  const [wq, wk] = [s.heads * s.headDim, s.kvHeads * s.headDim];
  const kernels = [c.int('cca_time0', 2), c.int('cca_time1', 2)] as const;
  const both = [b.linear(x, 'q_proj', wq, { bias }), b.linear(x, 'k_proj', wk, { bias })];
  const channels = wq + wk;
  const joined = b.op('Concat', both, [BATCH, SEQUENCE, channels], { axis: -1 });
  let y = b.op('Transpose', [joined], [BATCH, channels, SEQUENCE], { perm: [0, 2, 1] });
  const groups = { conv_qk_depthwise: channels, conv_qk_grouped: s.heads + s.kvHeads };
  Object.entries(groups).forEach(([name, group], i) => {
    const kernel = kernels[i]!;
    const w = b.param(`${name}.weight`, [channels, group > 0 ? channels / group : 0, kernel]);
    const after = add(SEQUENCE, i === 0 ? kernels[1] - 1 : 0);
    const inputs = [y, w, b.param(`${name}.bias`, [channels])];
    y = b.op('Conv', inputs, [BATCH, channels, after], { group, kernel_shape: [kernel] });
  });
  b.cache({ name: 'conv', kind: 'conv', shape: [BATCH, channels, kernels[0] + kernels[1] - 2] });
  const turned = b.op('Transpose', [y], [BATCH, SEQUENCE, channels], { perm: [0, 2, 1] });
  const [q, k] = b.split(turned, [wq, wk]) as [number, number];
  const half = Math.floor(wk / 2);
  const now = b.linear(x, 'v_proj_current', half, { bias });
  pastState(b, [BATCH, half], 'delayed_value');
  // A prompt begins with a projected row of zeros.
  const rows = add(SEQUENCE, subtract(1, minimum(1, PAST)));
  const padded = b.op('Pad', [x], [BATCH, rows, b.widthOf(x)]);
  const v = b.op('Concat', [now, b.linear(padded, 'v_proj_delayed', half, { bias })], [BATCH, SEQUENCE, wk]);
  return [q, k, v];
}

/** A router of its own: down, an MLP, one class more than experts for doing nothing. */
function route(b: Builder, x: number, first: boolean): number {
  const { c } = b;
  const inner = c.int('router_hidden_size');
  let h = b.linear(x, 'down_proj', inner, { bias: true });
  if (!first) h = b.add(h, b.param('router_states_scale', [inner]));
  return b.under('router_mlp', () => {
    let y = b.norm(h, 'norm');
    for (const name of ['fc1', 'fc2']) y = b.activate(b.linear(y, name, inner, { bias: true }), 'gelu');
    return b.linear(y, 'out_proj', c.int('num_experts') + 1);
  });
}

/** Zaya: compressed convolutional attention, a router with a state across layers, scaled residuals. */
export function zaya(b: Builder): void {
  const { c } = b;
  const shape = headsOf(c);
  const rotary = Math.trunc(shape.headDim * 0.5);
  const kinds = layerKinds(c, 'layer_types', () => 'hybrid');
  const scaled = (x: number, name: string) =>
    b.add(b.mul(x, b.param(`${name}_scale`, [b.widthOf(x)])), b.param(`${name}_bias`, [b.widthOf(x)]));
  const rejoin = (name: string, y: number, x: number) =>
    b.under(name, () => b.add(scaled(y, 'hidden_states'), scaled(x, 'residual')));
  const attention = (x: number, kind: string) => {
    const [q, k, v] = b.under('qkv_proj', () => compressedQkv(b, x, shape));
    b.weight('qk_norm.temp', [shape.kvHeads]);
    const window = isSliding(kind) ? c.optionalInt('sliding_window') : undefined;
    const turned = (h: number, heads: number) => rotate(b, h, heads, rotary, ` ${kind}`);
    const y = attend(b, turned(q, shape.heads), turned(k, shape.kvHeads), v, { ...shape, window });
    return b.linear(y, 'o_proj', b.widthOf(x), { bias: c.bool('attention_bias') });
  };
  causalDecoder(b, {
    tied: c.bool('tie_word_embeddings', true),
    headBias: c.bool('lm_head_bias'),
    afterEmbedding: (x) => scaled(x, 'input_hidden_states'),
    kindOf: (i) => `${kinds[i]} ${i === 0}`,
    layer: (x, i) => {
      const n = b.norm(x, 'input_layernorm');
      const y = b.scope('self_attn', () => attention(n, kinds[i]!));
      const h = rejoin('post_attention_residual_scale', y, x);
      const m = b.norm(h, 'post_attention_layernorm');
      const z = b.scope('mlp', () =>
        experts(b, m, {
          experts: c.int('num_experts'),
          perToken: c.int('num_experts_per_tok'),
          inner: c.int('moe_intermediate_size'),
          act: c.string('hidden_act', 'silu'),
          scores: (t) => b.under('gate', () => route(b, t, i === 0)),
        }),
      );
      return rejoin('post_mlp_residual_scale', z, h);
    },
  });
}
