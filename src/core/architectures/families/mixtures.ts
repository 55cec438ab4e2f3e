import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { LlamaSpec } from './llama';
import { activationOf, exaoneWindows, gated, llama } from './llama';
import type { MixtureOptions } from '../parts/mixture';
import { denseFirst, either, mixture } from '../parts/mixture';
import { gatedMlp } from '../parts/mlp';
import { everyNth, windowOfAll, windowsOf } from '../parts/sizes';

/** A Llama whose MLPs are mixtures, all or those that `sparse` names. */
export function moeLlama(
  b: Builder,
  options: MixtureOptions,
  spec: LlamaSpec = {},
  sparse: (layer: number) => boolean = () => true,
): void {
  const mix = mixture(b, options);
  const dense = b.c.has('intermediate_size') ? gated(b) : mix;
  llama(b, { kindOf: (i) => String(sparse(i)), mlp: either(sparse, mix, dense), ...spec });
}

/** Qwen's mixtures: every `decoder_sparse_step`-th layer, but for `mlp_only_layers`. */
export function qwenSparse(c: ConfigReader): (layer: number) => boolean {
  const step = c.int('decoder_sparse_step', 1);
  const only = new Set(c.ints('mlp_only_layers') ?? []);
  return (i) =>
    !only.has(i) && c.first(['num_experts', 'num_local_experts'], 0) > 0 && step > 0 && (i + 1) % step === 0;
}

const inner = { innerKey: 'intermediate_size' };
const noBias = { bias: false, outBias: false };
const olmo2 = {
  before: ['', ''],
  after: ['post_attention_layernorm', 'post_feedforward_layernorm'],
} as const;
const sharedOf = (c: ConfigReader, count: number) =>
  ['shared_experts', count * c.int('moe_intermediate_size')] as const;

export const mixtureFamilies = {
  mixtral: (b: Builder) => moeLlama(b, inner, { windowOf: windowOfAll(b.c), attention: noBias }),
  minimax_m2: (b: Builder) => moeLlama(b, inner, { attention: { ...noBias, qkNorm: 'whole' } }),
  olmoe: (b: Builder) => moeLlama(b, inner, { attention: { qkNorm: 'whole' } }),
  flex_olmo: (b: Builder) => moeLlama(b, inner, { ...olmo2, attention: { qkNorm: 'whole' } }),
  mellum: (b: Builder) =>
    moeLlama(
      b,
      {},
      { attention: { qkNorm: 'head' }, windowOf: windowsOf(b.c, () => 'full_attention') },
      denseFirst(b.c, 0),
    ),
  qwen2_moe: (b: Builder) =>
    moeLlama(
      b,
      {
        shared: ['shared_expert', b.c.int('shared_expert_intermediate_size')],
        sharedGate: 'shared_expert_gate',
      },
      { attention: { bias: b.c.bool('qkv_bias', true), outBias: false }, windowOf: alternating(b.c) },
      qwenSparse(b.c),
    ),
  qwen3_moe: (b: Builder) =>
    moeLlama(b, {}, { attention: { qkNorm: 'head' }, windowOf: qwen3MoeWindow(b.c) }, qwenSparse(b.c)),
  aria_text: (b: Builder) =>
    moeLlama(b, {
      ...inner,
      router: 'router',
      transposed: true,
      shared: ['shared_experts', b.c.int('moe_num_shared_experts') * b.c.int('intermediate_size')],
      sharedBias: b.c.bool('mlp_bias'),
    }),
  phimoe: (b: Builder) =>
    moeLlama(
      b,
      // Its routing takes two experts, whatever the config says.
      { ...inner, router: 'router', perToken: 2 },
      { kind: 'layer', headBias: b.c.bool('lm_head_bias'), windowOf: windowOfAll(b.c) },
    ),
  solar_open: (b: Builder) =>
    moeLlama(b, { shared: sharedOf(b.c, b.c.int('n_shared_experts')) }, { attention: { outBias: false } }),
  glm4_moe: (b: Builder) =>
    moeLlama(
      b,
      { shared: sharedOf(b.c, b.c.int('n_shared_experts')) },
      {
        attention: {
          headDim: glmHeadDim(b.c),
          outBias: false,
          ...(b.c.bool('use_qk_norm') ? { qkNorm: 'head' as const } : {}),
        },
      },
      denseFirst(b.c, b.c.int('first_k_dense_replace')),
    ),
  exaone_moe: (b: Builder) =>
    moeLlama(
      b,
      { shared: sharedOf(b.c, b.c.int('num_shared_experts')) },
      { attention: { ...noBias, qkNorm: 'head' }, windowOf: exaoneWindows(b.c) },
      denseFirst(b.c, b.c.int('first_k_dense_replace')),
    ),
  hy_v3: (b: Builder) =>
    moeLlama(
      b,
      { shared: sharedOf(b.c, b.c.int('num_shared_experts')), sharedBias: b.c.bool('mlp_bias') },
      { attention: { qkNorm: 'head' } },
      denseFirst(b.c, 1),
    ),
  ernie4_5_moe: (b: Builder) => ernieMoe(b),
  gpt_oss: (b: Builder) =>
    moeLlama(
      b,
      { ...inner, router: 'router', routerBias: true, transposed: true, bias: true },
      { attention: { sinks: 'sinks' }, windowOf: windowsOf(b.c, everyNth(2)) },
    ),
  afmoe: (b: Builder) => afmoe(b),
  granitemoe: (b: Builder) => graniteMoe(b),
  granitemoeshared: (b: Builder) => graniteMoe(b),
  granitemoe_swa: (b: Builder) =>
    graniteMoe(b, {
      attention: { sinks: 'sinks' },
      windowOf: windowsOf(b.c, (i) => (i % 4 === 0 ? 'full_attention' : 'sliding_attention')),
    }),
};

/** GLM-4-MoE's absent `head_dim` is hidden / heads, even when that is not whole. */
function glmHeadDim(c: ConfigReader): number {
  const heads = c.int('num_attention_heads');
  return c.int('head_dim', heads > 0 ? Math.floor(c.int('hidden_size') / heads) : 0);
}

/** Qwen2-MoE: every other layer before `max_window_layers` has the window, where there is one. */
function alternating(c: ConfigReader): (layer: number) => number | undefined {
  if (!c.bool('use_sliding_window')) return () => undefined;
  const until = c.int('max_window_layers', 0);
  return windowsOf(c, (i) => (i % 2 === 0 && i < until ? 'sliding_attention' : 'full_attention'));
}

function qwen3MoeWindow(c: ConfigReader): () => number | undefined {
  return c.bool('use_sliding_window') ? windowOfAll(c) : () => undefined;
}

/** ERNIE 4.5: mixtures between two layer indices at an interval; a correction bias that is a parameter. */
function ernieMoe(b: Builder): void {
  const { c } = b;
  const bias = c.bool('use_bias');
  const from = c.int('moe_layer_start_index');
  const given = c.raw('moe_layer_end_index');
  const to = given === -1 ? c.int('num_hidden_layers') - 1 : c.int('moe_layer_end_index');
  const interval = Math.max(1, c.int('moe_layer_interval'));
  const sparse = (i: number) => (i + 1) % interval === 0 && i >= from && i <= to;
  const mix = mixture(b, {
    shared: ['shared_experts', c.int('moe_intermediate_size') * c.int('moe_num_shared_experts')],
    sharedBias: bias,
  });
  const count = c.int('moe_num_experts');
  llama(b, {
    attention: { bias, outBias: bias },
    headBias: bias,
    kindOf: (i) => String(sparse(i)),
    mlp: (x, i) => {
      if (!sparse(i)) return gatedMlp(b, x, c.int('intermediate_size'), activationOf(c), { bias });
      b.weight('gate.moe_statics.e_score_correction_bias', [1, count]);
      return mix(x);
    },
  });
}

/** AFMoE: gated attention, four norms, mixtures after the first dense layers. */
function afmoe(b: Builder): void {
  const { c } = b;
  const sparse = (i: number) => i >= c.int('num_dense_layers');
  const mix = mixture(b, { router: 'router.gate', shared: sharedOf(c, c.int('num_shared_experts')) });
  const dense = gated(b);
  llama(b, {
    attention: {
      qkNorm: 'head',
      beforeOut: (y, x) => b.mul(y, b.op('Sigmoid', [b.linear(x, 'gate_proj', b.widthOf(y))], b.shapeOf(y))),
    },
    before: ['input_layernorm', 'pre_mlp_layernorm'],
    after: ['post_attention_layernorm', 'post_mlp_layernorm'],
    windowOf: windowsOf(c, everyNth(c.int('global_attn_every_n_layers'))),
    kindOf: (i) => String(sparse(i)),
    mlp: (x, i) => {
      if (!sparse(i)) return dense(x);
      b.weight('expert_bias', [c.int('num_experts')]);
      return mix(x);
    },
  });
}

/** Granite's mixtures: a router, experts and, where it has a width, a shared gated MLP in two tensors. */
function graniteMoe(b: Builder, spec: LlamaSpec = {}): void {
  llama(b, { scopes: ['self_attn', ''], ...spec, mlp: graniteExperts(b) });
}

/** The feed-forward part of Granite's mixtures; names are relative to the layer. */
export function graniteExperts(b: Builder): (x: number) => number {
  const { c } = b;
  const shared = c.int('shared_intermediate_size', 0);
  const mix =
    c.int('num_local_experts', 0) > 0
      ? mixture(b, { innerKey: 'intermediate_size', router: 'router' })
      : undefined;
  return (x) => {
    const y = mix ? b.scope('block_sparse_moe', () => mix(x)) : undefined;
    if (shared <= 0) return y ?? x;
    const z = b.scope('shared_mlp', () => {
      const both = b.linear(x, 'input_linear', 2 * shared);
      const [gate, up] = b.split(both, [shared, shared]) as [number, number];
      return b.linear(b.mul(b.activate(gate, activationOf(c)), up), 'output_linear', b.widthOf(x));
    });
    return y === undefined ? z : b.add(y, z);
  };
}
