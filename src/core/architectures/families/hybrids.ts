import type { Builder } from '../builder';
import type { SelfAttentionSpec } from '../parts/attention';
import { headNorm, selfAttention } from '../parts/attention';
import { causalConv } from '../parts/convolution';
import { kimiDelta } from '../parts/kimiDelta';
import { causalDecoder, decoderLayer, preNorm } from '../parts/decoder';
import { experts } from '../parts/experts';
import { latentAttention, latentSizes } from '../parts/latent';
import { denseFirst, either, expertsOf, mixture } from '../parts/mixture';
import { plainMlp } from '../parts/mlp';
import { headsOf, layerKinds } from '../parts/sizes';
import type { Mamba2Sizes } from '../parts/stateSpace';
import { linearAttention, mamba2 } from '../parts/stateSpace';
import { attentionOf, gated } from './llama';

/** LFM2: short gated convolutions, attention where listed. */
function lfm2(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const listed = c.ints('full_attn_idxs');
  const kinds = layerKinds(c, 'layer_types', (i) =>
    !listed || listed.includes(i) ? 'full_attention' : 'conv',
  );
  const attends = (i: number) => kinds[i] === 'full_attention';
  const spec: SelfAttentionSpec = {
    ...headsOf(c),
    names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'],
    qkNorm: 'head',
    qkNormNames: ['q_layernorm', 'k_layernorm'],
  };
  const bias = c.bool('conv_bias');
  const short = (x: number) => {
    const [gate, out, value] = b.split(b.linear(x, 'in_proj', 3 * hidden, { bias }), [
      hidden,
      hidden,
      hidden,
    ]) as [number, number, number];
    const y = causalConv(b, b.mul(gate, value), 'conv', c.int('conv_L_cache'), bias);
    return b.linear(b.mul(out, y), 'out_proj', hidden, { bias });
  };
  const inner = lfmInner(b);
  const mlp = (x: number) => {
    const gate = b.activate(b.linear(x, 'w1', inner), 'silu');
    return b.linear(b.mul(gate, b.linear(x, 'w3', inner)), 'w2', hidden);
  };
  causalDecoder(b, {
    norm: 'embedding_norm',
    tied: c.bool('tie_word_embeddings', true),
    kindOf: (i) => String(attends(i)),
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        scopes: [attends(i) ? 'self_attn' : 'conv', 'feed_forward'],
        before: ['operator_norm', 'ffn_norm'],
        attention: (n) => (attends(i) ? selfAttention(b, n, spec) : short(n)),
        mlp,
      }),
  });
}

function lfmInner(b: Builder): number {
  const { c } = b;
  const given = c.int('block_ff_dim', c.int('intermediate_size'));
  if (!c.bool('block_auto_adjust_ff_dim')) return given;
  const times = c.number('block_ffn_dim_multiplier', 1);
  const multiple = Math.max(1, c.int('block_multiple_of', 256));
  return multiple * Math.ceil(Math.trunc(times * Math.trunc((2 * given) / 3)) / multiple);
}

const LETTERS: Readonly<Record<string, string>> = {
  M: 'linear_attention',
  E: 'moe',
  '*': 'full_attention',
  '-': 'mlp',
};
const OLD: Readonly<Record<string, string>> = { mamba: 'linear_attention', attention: 'full_attention' };

/** Nemotron-H: each layer is one of Mamba-2, attention, an MLP or a mixture. */
function nemotronH(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const pattern = c.string('hybrid_override_pattern');
  const listed = c.list('layers_block_type') ?? c.list('layer_types');
  const derived =
    pattern === ''
      ? ['linear_attention', 'moe', 'full_attention', 'mlp']
      : [...pattern].map((l) => LETTERS[l] ?? l);
  const kinds = (listed?.map(String) ?? derived).map((k) => OLD[k] ?? k);
  const act = c.string('mlp_hidden_act', 'relu2');
  const bias = c.bool('mlp_bias');
  const inner = c.int('mamba_num_heads') * c.int('mamba_head_dim');
  const sizes: Mamba2Sizes = {
    inner,
    heads: c.int('mamba_num_heads'),
    headDim: c.int('mamba_head_dim'),
    state: c.int('ssm_state_size'),
    groups: c.int('mamba_n_groups', c.int('n_groups')),
    conv: c.int('mamba_d_conv', c.int('conv_kernel')),
    chunk: c.int('mamba_chunk_size', c.int('chunk_size')),
    bias: c.bool('use_bias'),
    convBias: c.bool('use_conv_bias', true),
  };
  const mixers: Readonly<Record<string, (x: number) => number>> = {
    linear_attention: (x) => mamba2(b, x, sizes),
    full_attention: (x) => selfAttention(b, x, { ...headsOf(c), rotary: 0 }),
    mlp: (x) => plainMlp(b, x, c.int('intermediate_size'), act, { bias }),
    moe: (x) => nemotronMoe(b, x, act, bias),
  };
  causalDecoder(b, {
    embed: 'embeddings',
    norm: 'norm_f',
    layerCount: kinds.length,
    hidden,
    // Its class ties nothing, whatever the key says.
    tied: false,
    kindOf: (i) => kinds[i]!,
    layer: (x, _, kind) =>
      preNorm(b, x, 'norm', (n) => b.scope('mixer', () => (mixers[kind] ?? mixers['mlp']!)(n))),
  });
}

function nemotronMoe(b: Builder, x: number, act: string, bias: boolean): number {
  const { c } = b;
  const latent = c.optionalInt('moe_latent_size');
  const spec = { ...expertsOf(c), act, gated: false };
  const scores = b.linear(x, 'gate', spec.experts);
  const low = latent === undefined ? x : b.linear(x, 'fc1_latent_proj', latent, { bias });
  let y = experts(b, low, { ...spec, scores: () => scores, sharedCount: c.int('n_shared_experts', 0) });
  if (latent !== undefined) y = b.linear(y, 'fc2_latent_proj', b.widthOf(x), { bias });
  const inner = c.int('moe_shared_expert_intermediate_size');
  return b.add(
    y,
    b.scope('shared_experts', () => plainMlp(b, x, inner, act, { bias })),
  );
}

/** MiniMax-Text: lightning attention and softmax attention in turns, mixtures everywhere. */
function minimax(b: Builder): void {
  const { c } = b;
  const kinds = layerKinds(c, 'layer_types', (i) => ((i + 1) % 2 ? 'full_attention' : 'linear_attention'));
  const linear = (i: number) => kinds[i] === 'linear_attention';
  const shape = headsOf(c);
  const width = shape.heads * shape.headDim;
  const mix = mixture(b, { innerKey: 'intermediate_size' });
  const lightning = (x: number) => {
    const packed = b.activate(b.linear(x, 'qkv_proj', 3 * width), c.string('hidden_act', 'silu'));
    const [q, k, v] = b.split(packed, [width, width, width]) as [number, number, number];
    const sizes = {
      keyHeads: shape.heads,
      valueHeads: shape.heads,
      keyDim: shape.headDim,
      valueDim: shape.headDim,
    };
    const y = b.norm(
      linearAttention(b, q, k, v, { ...sizes, rule: 'gated', chunk: c.int('block_size', 256) }),
      'norm',
    );
    const gate = b.op('Sigmoid', [b.linear(x, 'output_gate', width)], b.shapeOf(y));
    return b.linear(b.mul(gate, y), 'out_proj', b.widthOf(x));
  };
  const window = c.optionalInt('sliding_window');
  causalDecoder(b, {
    kindOf: (i) => String(linear(i)),
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        attention: (n) =>
          linear(i) ? lightning(n) : selfAttention(b, n, { ...shape, masked: window || undefined }),
        mlp: mix,
      }),
  });
}

/** OLMo Hybrid: gated delta nets with pre-norms, every fourth layer an OLMo 2 attention with post-norms. */
function olmoHybrid(b: Builder): void {
  const { c } = b;
  const count = c.int('num_hidden_layers');
  const kinds = layerKinds(c, 'layer_types', (i) =>
    i % 4 === 3 || (count < 4 && i === count - 1) ? 'full_attention' : 'linear_attention',
  );
  const heads = c.int('num_attention_heads');
  const keyHeads = c.int('linear_num_key_heads', heads);
  const keyDim = c.int(
    'linear_key_head_dim',
    Math.trunc((0.75 * c.int('hidden_size')) / Math.max(1, keyHeads)),
  );
  const s = {
    keyHeads,
    valueHeads: c.int('linear_num_value_heads', heads),
    keyDim,
    valueDim: c.int('linear_value_head_dim', 2 * keyDim),
  };
  const keys = s.keyHeads * s.keyDim;
  const values = s.valueHeads * s.valueDim;
  const delta = (x: number) => {
    const parts = [b.linear(x, 'q_proj', keys), b.linear(x, 'k_proj', keys), b.linear(x, 'v_proj', values)];
    const mixed = b.op('Concat', parts, [...b.shapeOf(x).slice(0, -1), 2 * keys + values], { axis: -1 });
    const conv = b.activate(causalConv(b, mixed, 'conv1d', c.int('linear_conv_kernel_dim'), false), 'silu');
    const [q, k, v] = b.split(conv, [keys, keys, values]) as [number, number, number];
    const decay = b.add(b.linear(x, 'a_proj', s.valueHeads), b.param('dt_bias', [s.valueHeads]));
    const gates = [b.mul(decay, b.param('A_log', [s.valueHeads])), b.linear(x, 'b_proj', s.valueHeads)];
    const y = headNorm(b, linearAttention(b, q, k, v, s, gates), 'o_norm', s.valueDim);
    return b.linear(b.mul(y, b.activate(b.linear(x, 'g_proj', values), 'silu')), 'o_proj', b.widthOf(x));
  };
  const spec = { ...attentionOf(c), qkNorm: 'whole' } as const;
  causalDecoder(b, {
    kindOf: (i) => kinds[i]!,
    layer: (x, i) =>
      kinds[i] === 'linear_attention'
        ? decoderLayer(b, x, i, { scopes: ['linear_attn', 'mlp'], attention: delta, mlp: gated(b) })
        : decoderLayer(b, x, i, {
            before: ['', ''],
            after: ['post_attention_layernorm', 'post_feedforward_layernorm'],
            attention: (n) => selfAttention(b, n, spec),
            mlp: gated(b),
          }),
  });
}

/** Kimi Linear: delta attention with a decay per channel, every fourth layer latent attention. */
function kimiLinear(b: Builder): void {
  const { c } = b;
  const own = c.raw('linear_attn_config');
  const nested = typeof own === 'object' && own !== null ? c.child('linear_attn_config') : undefined;
  const size = (key: string, flat: string) => nested?.optionalInt(key) ?? c.int(flat);
  const full = nested?.ints('full_attn_layers');
  const kinds = layerKinds(c, 'layer_types', (i) =>
    (full ? full.includes(i + 1) : i > 0 && i % 4 === 0) ? 'full_attention' : 'linear_attention',
  );
  const heads = size('num_heads', 'linear_num_heads');
  const dim = size('head_dim', 'linear_head_dim');
  const conv = size('short_conv_kernel_size', 'linear_conv_kernel_dim');
  const delta = (x: number) => kimiDelta(b, x, { heads, dim, conv, decay: [1, 1, heads, 1] });
  const sparse = denseFirst(c, c.int('first_k_dense_replace', 1));
  const shared = c.int('num_shared_experts', 0) * c.int('moe_intermediate_size');
  const mlp = either(sparse, mixture(b, { shared: ['shared_experts', shared] }), gated(b));
  causalDecoder(b, {
    // Its class ties nothing, whatever the key says.
    tied: false,
    kindOf: (i) => `${kinds[i]} ${sparse(i)}`,
    layer: (x, i) =>
      decoderLayer(b, x, i, {
        attention: (n) =>
          kinds[i] === 'linear_attention'
            ? delta(n)
            : latentAttention(b, n, { ...latentSizes(c), rotated: false }),
        mlp,
      }),
  });
}

export const hybridFamilies = {
  lfm2,
  nemotron_h: nemotronH,
  minimax,
  olmo_hybrid: olmoHybrid,
  kimi_linear: kimiLinear,
};
