import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { selfAttention } from '../parts/attention';
import { decoder } from '../parts/decoder';
import { experts } from '../parts/experts';
import { denseFirst, either, expertsOf, mixture } from '../parts/mixture';
import { gatedMlp, packedGatedMlp } from '../parts/mlp';
import { headsOf, isSliding, layerKinds, windowsOf } from '../parts/sizes';
import { activationOf, attentionOf, gated, llama } from './llama';

/** Llama 4's text part: chunks on layers with rotation, experts stored [E, in, out]. */
function llama4(b: Builder): void {
  const { c } = b;
  const rotated = c.ints('no_rope_layers');
  const every = c.int('no_rope_layer_interval', 4);
  const kinds = layerKinds(c, 'layer_types', (i) => {
    const rope = rotated && rotated.length > 0 ? rotated[i] !== 0 : (i + 1) % every !== 0;
    return rope ? 'chunked_attention' : 'full_attention';
  });
  const listed = c.ints('moe_layers');
  const step = Math.max(1, c.int('interleave_moe_layer_step', 1));
  const sparse = (i: number) => (listed ? listed.includes(i) : (i + 1) % step === 0);
  const chunk = c.optionalInt('attention_chunk_size');
  const spec = attentionOf(c);
  const mix = mixture(b, {
    innerKey: 'intermediate_size',
    router: 'router',
    transposed: true,
    shared: ['shared_expert', c.int('intermediate_size')],
  });
  const dense = (x: number) => gatedMlp(b, x, c.int('intermediate_size_mlp'), activationOf(c));
  decoder(b, {
    scopes: ['self_attn', 'feed_forward'],
    kindOf: (i) => `${kinds[i]} ${sparse(i)}`,
    attention: (x, i) =>
      selfAttention(b, x, { ...spec, chunk: kinds[i] === 'chunked_attention' ? chunk : undefined }),
    mlp: either(sparse, mix, dense),
  });
}

/** MiMo-V2-Flash: windowed layers have twice the KV heads and sinks. */
function mimo(b: Builder): void {
  const { c } = b;
  const kinds = layerKinds(c, 'layer_types', (i) =>
    i === 0 || (i + 1) % 6 === 0 ? 'full_attention' : 'sliding_attention',
  );
  const sparse = denseFirst(c, 1);
  const shape = headsOf(c);
  const bias = c.bool('attention_bias');
  const valueDim = c.int('v_head_dim');
  decoder(b, {
    kindOf: (i) => `${kinds[i]} ${sparse(i)}`,
    attention: (x, i) => {
      const sliding = isSliding(kinds[i]);
      return selfAttention(b, x, {
        ...shape,
        kvHeads: shape.kvHeads * (sliding ? 2 : 1),
        valueDim,
        bias,
        rotary: rotaryOf(c, kinds[i]!, shape.headDim, 0.334),
        table: ` ${kinds[i]}`,
        ...(sliding ? { sinks: 'sinks', window: c.optionalInt('sliding_window') } : {}),
      });
    },
    mlp: either(sparse, mixture(b), gated(b)),
  });
}

/** Laguna: a gate per head on the result, heads per layer. */
function laguna(b: Builder): void {
  const { c } = b;
  const heads = c.ints('num_attention_heads_per_layer');
  const sparse = denseFirst(c, 1);
  const windowOf = windowsOf(c, () => 'full_attention');
  const spec = attentionOf(c);
  const perHead = c.raw('gating') === true || c.raw('gating') === 'per-head';
  const mix = mixture(b, { shared: ['shared_experts', c.int('shared_expert_intermediate_size')] });
  decoder(b, {
    kindOf: (i) => `${windowOf(i) ?? ''} ${sparse(i)} ${heads?.[i] ?? ''}`,
    attention: (x, i) => {
      const own = heads?.[i] ?? spec.heads;
      return selfAttention(b, x, {
        ...spec,
        heads: own,
        window: windowOf(i),
        qkNorm: 'head',
        rotary: rotaryOf(
          c,
          windowOf(i) ? 'sliding_attention' : 'full_attention',
          spec.headDim,
          windowOf(i) ? 1 : 0.5,
        ),
        table: windowOf(i) ? ' sliding' : ' full',
        beforeOut: (y, h) => {
          const gate = b.linear(h, 'g_proj', perHead ? own : b.widthOf(y));
          return b.mul(y, b.op('Softplus', [gate], b.shapeOf(gate)));
        },
      });
    },
    mlp: either(
      sparse,
      (x) => {
        b.weight('gate.e_score_correction_bias', [c.int('num_experts')]);
        return mix(x);
      },
      gated(b),
    ),
  });
}

/** Rotated dimensions of a kind of layer, where `rope_parameters` has an entry for each. */
function rotaryOf(c: ConfigReader, kind: string, headDim: number, share: number): number {
  const all = c.raw('rope_parameters');
  const own = typeof all === 'object' && all !== null ? (all as Record<string, unknown>)[kind] : undefined;
  const given =
    typeof own === 'object' && own !== null
      ? (own as Record<string, unknown>)['partial_rotary_factor']
      : undefined;
  return Math.trunc(headDim * (typeof given === 'number' ? given : share));
}

/** MiniMax-M3's text part: packed shared experts, block-sparse attention where listed. */
function minimaxM3(b: Builder): void {
  const { c } = b;
  const sparse = denseFirst(c, 0);
  const spec = { ...headsOf(c), qkNorm: 'head' } as const;
  const inner = c.int('shared_intermediate_size', 0);
  const mix = (x: number) =>
    experts(b, x, {
      ...expertsOf(c, 'intermediate_size'),
      ...(inner > 0
        ? { shared: (h: number) => b.scope('shared_experts', () => packedGatedMlp(b, h, inner, 'silu')) }
        : {}),
    });
  const dense = (x: number) => packedGatedMlp(b, x, c.int('dense_intermediate_size'), 'silu');
  llama(b, { attention: spec, kindOf: (i) => String(sparse(i)), mlp: either(sparse, mix, dense) });
}

export const moreMixtureFamilies = {
  llama4_text: llama4,
  mimo_v2_flash: mimo,
  laguna,
  minimax_m3_vl_text: minimaxM3,
};
