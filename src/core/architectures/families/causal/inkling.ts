import type { Builder } from '../../builder';
import type { ConfigReader } from '../../configReader';
import { attend, headNorm } from '../../parts/attention';
import { causalConv } from '../../parts/convolution';
import { causalDecoder } from '../../parts/decoder';
import { mixture } from '../../parts/mixture';
import { gatedMlp } from '../../parts/mlp';
import { isSliding, layerKinds } from '../../parts/sizes';
import { activationOf } from '../llama';

/** A short convolution along the tokens, added to what it reads. */
function short(b: Builder, x: number, name: string): number {
  return b.add(causalConv(b, x, `${name}.conv1d`, b.c.int('conv_kernel_size'), false), x);
}

/** Attention with learned logits for the distance instead of rotation; windowed layers have heads of their own. */
function attention(b: Builder, x: number, kind: string): number {
  const { c } = b;
  const sliding = isSliding(kind);
  const size = (key: string) => c.int(sliding ? `swa_${key}` : key);
  const [heads, kvHeads, headDim] = [
    size('num_attention_heads'),
    size('num_key_value_heads'),
    size('head_dim'),
  ];
  const window = sliding ? c.int('sliding_window_size') : undefined;
  const reach = window ?? c.int('rel_extent');
  const d = c.int('d_rel');
  const q = b.linear(x, 'q_proj', heads * headDim);
  const k = short(b, b.linear(x, 'k_proj', kvHeads * headDim), 'k_sconv');
  const v = short(b, b.linear(x, 'v_proj', kvHeads * headDim), 'v_sconv');
  const r = b.linear(x, 'r_proj', heads * d);
  const lead = b.shapeOf(r).slice(0, -1);
  const split = b.reshape(r, [...lead, heads, d]);
  b.op('MatMul', [split, b.param('rel_logits_proj.proj', [d, reach])], [...lead, heads, reach]);
  const [qn, kn] = [headNorm(b, q, 'q_norm', headDim), headNorm(b, k, 'k_norm', headDim)];
  const y = attend(b, qn, kn, v, { heads, kvHeads, headDim, window });
  return b.linear(y, 'o_proj', b.widthOf(x));
}

/** Experts that run for every token, in three tensors. */
function always(b: Builder, x: number, count: number, inner: number): number {
  const lead = b.shapeOf(x).slice(0, -1);
  const hidden = b.widthOf(x);
  const each = (h: number, name: string, from: number, to: number) => {
    const w = b.param(`shared_experts.${name}`, [count, to, from], {}, [count, from, to]);
    return b.op('MatMul', [h, w], [...lead, count, 1, to]);
  };
  const one = b.reshape(x, [...lead, 1, 1, hidden]);
  const gate = b.activate(each(one, 'gate_proj', hidden, inner), activationOf(b.c));
  const y = each(b.mul(gate, each(one, 'up_proj', hidden, inner)), 'down_proj', inner, hidden);
  return b.op('ReduceSum', [y, -1], [...lead, hidden], { keepdims: 0 });
}

/** The layers before `dense_mlp_idx` are dense. */
function feed(b: Builder): (x: number, kind: string) => number {
  const { c } = b;
  const [routed, shared] = [c.int('n_routed_experts'), c.int('n_shared_experts')];
  const inner = c.int('moe_intermediate_size');
  const scores = (x: number) => b.linear(x, 'gate', routed + shared);
  const mix = mixture(b, { scores });
  return (x, kind) => {
    if (kind !== 'dense') {
      b.weight('gate.global_scale', [1]);
      const y = b.add(mix(x), always(b, x, shared, inner));
      b.facts.experts = { ...b.facts.experts!, shared };
      return y;
    }
    const y = gatedMlp(b, x, c.int('dense_intermediate_size', c.int('intermediate_size')), activationOf(c));
    return b.mul(y, b.param('global_scale', [1]));
  };
}

/** Every sixth layer sees all, unless the config lists the local ones. */
function kindsOf(c: ConfigReader): readonly string[] {
  const local = c.ints('local_layer_ids');
  return layerKinds(c, 'layer_types', (i) =>
    (local ? local.includes(i) : (i + 1) % 6 !== 0) ? 'hybrid_sliding' : 'hybrid',
  );
}

/** Inkling: short convolutions around attention and MLP, experts that always run. */
export function inkling(b: Builder): void {
  const { c } = b;
  const kinds = kindsOf(c);
  const dense = c.int('dense_mlp_idx', 0);
  const mlps = layerKinds(c, 'mlp_layer_types', (i) => (i < dense ? 'dense' : 'sparse'));
  const mlp = feed(b);
  causalDecoder(b, {
    kindOf: (i) => `${kinds[i]} ${mlps[i]}`,
    afterEmbedding: (x) => b.norm(x, 'embed_tokens.embed_norm'),
    layer: (x, i) => {
      const n = b.norm(x, 'input_layernorm');
      const y = b.scope('self_attn', () => attention(b, n, kinds[i]!));
      const h = b.add(x, short(b, y, 'attn_sconv'));
      const m = b.norm(h, 'post_attention_layernorm');
      const z = b.scope('mlp', () => mlp(m, mlps[i]!));
      return b.add(h, short(b, z, 'mlp_sconv'));
    },
  });
}
