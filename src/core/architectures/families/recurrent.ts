import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import { selfAttention } from '../parts/attention';
import { causalDecoder, decoderLayer, preNorm } from '../parts/decoder';
import { either, mixture } from '../parts/mixture';
import { layerKinds } from '../parts/sizes';
import type { Mamba2Sizes, MambaSizes } from '../parts/stateSpace';
import { mamba, mamba2 } from '../parts/stateSpace';
import { attentionOf, gated, llama } from './llama';
import { graniteExperts } from './mixtures';

/** Mamba by its own keys. */
function mambaSizes(c: ConfigReader): MambaSizes {
  const hidden = c.int('hidden_size');
  return {
    inner: c.int('intermediate_size', Math.trunc(c.number('expand', 2) * hidden)),
    state: c.int('state_size'),
    conv: c.int('conv_kernel'),
    dtRank: rankOf(c, 'time_step_rank', hidden),
    bias: c.bool('use_bias'),
    convBias: c.bool('use_conv_bias', true),
    act: c.string('hidden_act', 'silu'),
  };
}

/** `auto` means hidden / 16, rounded up. */
export function rankOf(c: ConfigReader, key: string, hidden: number): number {
  return c.raw(key) === 'auto' ? Math.ceil(hidden / 16) : c.int(key, Math.ceil(hidden / 16));
}

const backbone = { trunk: 'backbone', embed: 'embeddings', norm: 'norm_f' } as const;

function mambaModel(b: Builder): void {
  const { c } = b;
  const sizes = mambaSizes(c);
  causalDecoder(b, {
    ...backbone,
    tied: c.bool('tie_word_embeddings', true),
    layer: (x) => preNorm(b, x, 'norm', (n) => b.scope('mixer', () => mamba(b, n, sizes))),
  });
}

function mamba2Model(b: Builder): void {
  const { c } = b;
  const heads = c.int('num_heads');
  const sizes: Mamba2Sizes = {
    inner: Math.trunc(c.number('expand', 2) * c.int('hidden_size')),
    heads,
    headDim: c.int('head_dim'),
    state: c.int('state_size'),
    groups: c.int('n_groups'),
    conv: c.int('conv_kernel'),
    chunk: c.int('chunk_size'),
    bias: c.bool('use_bias'),
    convBias: c.bool('use_conv_bias', true),
  };
  causalDecoder(b, {
    ...backbone,
    layer: (x) => preNorm(b, x, 'norm', (n) => b.scope('mixer', () => mamba2(b, n, sizes))),
  });
}

/** Mamba-2 sizes by the keys that hybrids use (`mamba_n_heads` ...). */
export function hybridMamba2(c: ConfigReader): Mamba2Sizes {
  const inner = c.int('mamba_d_ssm', Math.trunc(c.number('mamba_expand', 2) * c.int('hidden_size')));
  const heads = c.int('mamba_n_heads');
  const headDim =
    c.raw('mamba_d_head') === 'auto' ? Math.floor(inner / Math.max(1, heads)) : c.int('mamba_d_head');
  return {
    inner,
    heads,
    headDim,
    state: c.int('mamba_d_state'),
    groups: c.int('mamba_n_groups'),
    conv: c.int('mamba_d_conv'),
    chunk: c.int('mamba_chunk_size'),
    bias: c.bool('mamba_proj_bias'),
    convBias: c.bool('mamba_conv_bias', true),
  };
}

/** Jamba: one attention layer in eight, every second MLP a mixture. */
function jamba(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const sizes: MambaSizes = {
    inner: Math.trunc(c.number('mamba_expand', 2) * hidden),
    state: c.int('mamba_d_state'),
    conv: c.int('mamba_d_conv'),
    dtRank: rankOf(c, 'mamba_dt_rank', hidden),
    bias: c.bool('mamba_proj_bias'),
    convBias: c.bool('mamba_conv_bias', true),
    norms: true,
  };
  const attends = periodic(c, 'attn_layer');
  const many = c.int('num_experts') > 1;
  const sparse = (i: number) => many && periodic(c, 'expert_layer')(i);
  const mix = mixture(b, { innerKey: 'intermediate_size', router: 'router' });
  const mlp = either(sparse, mix, gated(b));
  const spec = { ...attentionOf(c), rotary: 0, bias: false, outBias: false };
  causalDecoder(b, {
    norm: 'final_layernorm',
    kindOf: (i) => `${attends(i)} ${sparse(i)}`,
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        scopes: [attends(i) ? 'self_attn' : 'mamba', 'feed_forward'],
        before: ['input_layernorm', 'pre_ff_layernorm'],
        attention: (n) => (attends(i) ? selfAttention(b, n, spec) : mamba(b, n, sizes)),
        mlp,
      }),
  });
}

function periodic(c: ConfigReader, key: string): (layer: number) => boolean {
  const period = Math.max(1, c.int(`${key}_period`));
  const offset = c.int(`${key}_offset`);
  return (i) => i % period === offset;
}

/** Bamba: Mamba-2 layers, attention where listed. */
function bamba(b: Builder): void {
  const { c } = b;
  const listed = new Set(c.ints('attn_layer_indices') ?? []);
  hybrid(b, (i) => listed.has(i), {
    norm: 'final_layernorm',
    scopes: 'feed_forward',
    before: ['input_layernorm', 'pre_ff_layernorm'],
    mlp: gated(b),
  });
}

/** Granite 4: Mamba-2 or attention by `layer_types`, with a mixture, a shared MLP, or both. */
function graniteHybrid(b: Builder): void {
  const { c } = b;
  const kinds = layerKinds(c, 'layer_types', () => 'linear_attention');
  const attends = (i: number) => kinds[i] === 'attention' || kinds[i] === 'full_attention';
  hybrid(b, attends, {
    norm: 'norm',
    scopes: '',
    before: ['input_layernorm', 'post_attention_layernorm'],
    mlp: graniteExperts(b),
  });
}

interface HybridSpec {
  readonly norm: string;
  readonly scopes: string;
  readonly before: readonly [string, string];
  readonly mlp: (x: number) => number;
}

function hybrid(b: Builder, attends: (layer: number) => boolean, s: HybridSpec): void {
  const { c } = b;
  const sizes = hybridMamba2(c);
  const spec = attentionOf(c);
  causalDecoder(b, {
    norm: s.norm,
    kindOf: (i) => String(attends(i)),
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        scopes: [attends(i) ? 'self_attn' : 'mamba', s.scopes],
        before: s.before,
        attention: (n) => (attends(i) ? selfAttention(b, n, spec) : mamba2(b, n, sizes)),
        mlp: s.mlp,
      }),
  });
}

/** Falcon-H1: Mamba-2 and attention side by side in every layer. */
function falconH1(b: Builder): void {
  const { c } = b;
  const sizes = { ...hybridMamba2(c), norm: c.bool('mamba_rms_norm'), outBias: c.bool('projectors_bias') };
  const spec = attentionOf(c);
  llama(b, {
    norm: 'final_layernorm',
    scopes: ['', 'feed_forward'],
    before: ['input_layernorm', 'pre_ff_layernorm'],
    mixer: (x) =>
      b.add(
        b.scope('mamba', () => mamba2(b, x, sizes)),
        b.scope('self_attn', () => selfAttention(b, x, spec)),
      ),
  });
}

export const recurrentFamilies = {
  mamba: mambaModel,
  falcon_mamba: mambaModel,
  mamba2: mamba2Model,
  jamba,
  bamba,
  granitemoehybrid: graniteHybrid,
  falcon_h1: falconH1,
};
