import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { SelfAttentionSpec } from '../parts/attention';
import { selfAttention } from '../parts/attention';
import { causalConv } from '../parts/convolution';
import { causalDecoder, decoderLayer } from '../parts/decoder';
import { either, mixture } from '../parts/mixture';
import { layerKinds } from '../parts/sizes';
import type { DeltaSizes } from '../parts/stateSpace';
import { linearAttention } from '../parts/stateSpace';
import { attentionOf, gated } from './llama';
import { qwenSparse } from './mixtures';

/** Sizes of a gated delta net by `linear_*` keys. */
export function deltaSizes(c: ConfigReader): DeltaSizes & { readonly conv: number } {
  return {
    keyHeads: c.int('linear_num_key_heads'),
    valueHeads: c.int('linear_num_value_heads'),
    keyDim: c.int('linear_key_head_dim'),
    valueDim: c.int('linear_value_head_dim'),
    conv: c.int('linear_conv_kernel_dim'),
  };
}

/** A gated delta net; Qwen3-Next packs its projections in two tensors, Qwen3.5 in four. */
function deltaNet(b: Builder, x: number, packed: boolean): number {
  const s = deltaSizes(b.c);
  const keys = s.keyHeads * s.keyDim;
  const values = s.valueHeads * s.valueDim;
  let mixed: number;
  let gate: number;
  let decay: number;
  let beta: number;
  if (packed) {
    const all = b.linear(x, 'in_proj_qkvz', 2 * keys + 2 * values);
    [mixed, gate] = b.split(all, [2 * keys + values, values]) as [number, number];
    const both = b.linear(x, 'in_proj_ba', 2 * s.valueHeads);
    [beta, decay] = b.split(both, [s.valueHeads, s.valueHeads]) as [number, number];
  } else {
    mixed = b.linear(x, 'in_proj_qkv', 2 * keys + values);
    gate = b.linear(x, 'in_proj_z', values);
    beta = b.linear(x, 'in_proj_b', s.valueHeads);
    decay = b.linear(x, 'in_proj_a', s.valueHeads);
  }
  const conv = b.activate(causalConv(b, mixed, 'conv1d', s.conv, false), 'silu');
  const [q, k, v] = b.split(conv, [keys, keys, values]) as [number, number, number];
  decay = b.add(decay, b.param('dt_bias', [s.valueHeads]));
  decay = b.mul(decay, b.param('A_log', [s.valueHeads]));
  const y = linearAttention(b, q, k, v, s, [decay, beta]);
  const heads = b.reshape(y, [...b.shapeOf(y).slice(0, -1), s.valueHeads, s.valueDim]);
  const normed = b.reshape(b.norm(heads, 'norm'), b.shapeOf(y));
  return b.linear(b.mul(normed, b.activate(gate, 'silu')), 'out_proj', b.widthOf(x));
}

/** Queries twice as wide, the second half a gate on the result. */
export function gatedAttention(b: Builder, x: number, s: SelfAttentionSpec): number {
  const width = s.heads * s.headDim;
  let gate = x;
  return selfAttention(b, x, {
    ...s,
    queries: (h) => {
      const both = b.linear(h, 'q_proj', 2 * width, { bias: s.bias === true });
      const [q, g] = b.split(both, [width, width]) as [number, number];
      gate = g;
      return q;
    },
    beforeOut: (y) => b.mul(y, b.op('Sigmoid', [gate], b.shapeOf(y))),
  });
}

/** Qwen3-Next and Qwen3.5: three gated delta nets to one gated attention. */
function qwenNext(b: Builder, packed: boolean, sparse: (layer: number) => boolean): void {
  const { c } = b;
  const every = c.int('full_attention_interval', 4);
  const kinds = layerKinds(c, 'layer_types', (i) =>
    (i + 1) % every === 0 ? 'full_attention' : 'linear_attention',
  );
  const linear = (i: number) => kinds[i] === 'linear_attention';
  // Qwen3.5 counts positions along three axes, for images.
  const spec: SelfAttentionSpec = { ...attentionOf(c), qkNorm: 'head', axes: packed ? 1 : 3 };
  const moe = c.has('moe_intermediate_size');
  const mix = moe
    ? mixture(b, {
        shared: ['shared_expert', c.int('shared_expert_intermediate_size')],
        sharedGate: 'shared_expert_gate',
      })
    : gated(b);
  const dense = c.has('intermediate_size') ? gated(b) : mix;
  causalDecoder(b, {
    kindOf: (i) => `${linear(i)} ${sparse(i)}`,
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        scopes: [linear(i) ? 'linear_attn' : 'self_attn', 'mlp'],
        attention: (n) => (linear(i) ? deltaNet(b, n, packed) : gatedAttention(b, n, spec)),
        mlp: either(sparse, mix, dense),
      }),
  });
}

export const deltaNetFamilies = {
  qwen3_next: (b: Builder) => qwenNext(b, true, qwenSparse(b.c)),
  qwen3_5_text: (b: Builder) => qwenNext(b, false, () => false),
  qwen3_5_moe_text: (b: Builder) => qwenNext(b, false, () => true),
};
