import type { Builder } from '../builder';
import { selfAttention } from '../parts/attention';
import { decoder } from '../parts/decoder';
import { denseFirst, either, mixture } from '../parts/mixture';
import { plainMlp } from '../parts/mlp';
import { everyNth, headWidth, headsOf, rotaryFactor, windowOfAll, windowsOf } from '../parts/sizes';
import { activationOf, gated, llama, packed, plain } from './llama';

const side = { parallel: true, before: ['input_layernorm', 'input_layernorm'] } as const;
const bare = { kind: 'layer', normBias: false } as const;

/** Cohere: attention and MLP side by side after one bias-free LayerNorm. */
function cohere(b: Builder): void {
  const shape = headsOf(b.c);
  const norm = (x: number, heads: number, name: string) => {
    const parts = b.reshape(x, [...b.shapeOf(x).slice(0, -1), heads, shape.headDim]);
    const y = b.op(
      'LayerNormalization',
      [parts, b.param(`${name}.weight`, [heads, shape.headDim])],
      b.shapeOf(parts),
    );
    return b.reshape(y, b.shapeOf(x));
  };
  const qk = b.c.bool('use_qk_norm')
    ? {
        normQk: (q: number, k: number) =>
          [norm(q, shape.heads, 'q_norm'), norm(k, shape.kvHeads, 'k_norm')] as [number, number],
      }
    : {};
  llama(b, { ...side, ...bare, attention: qk });
}

function cohere2Moe(b: Builder): void {
  const { c } = b;
  const first = c.int('first_k_dense_replace', 0);
  const windowOf = windowsOf(c, (i) =>
    i < first
      ? everyNth(c.int('prefix_dense_sliding_window_pattern'))(i)
      : everyNth(c.int('sliding_window_pattern'))(i - first),
  );
  const sparse = denseFirst(c, first);
  const shared = c.int('num_shared_experts', 0);
  const mix = mixture(b, {
    innerKey: 'intermediate_size',
    shared: ['shared_experts', shared * c.int('intermediate_size')],
  });
  const dense = gated(b, c.int('prefix_dense_intermediate_size', c.int('intermediate_size')));
  llama(b, { ...side, ...bare, windowOf, kindOf: (i) => String(sparse(i)), mlp: either(sparse, mix, dense) });
}

/** Phi-1, 1.5 and 2. */
function phi(b: Builder): void {
  const { c } = b;
  llama(b, {
    ...side,
    kind: 'layer',
    norm: 'final_layernorm',
    headBias: true,
    attention: {
      names: ['q_proj', 'k_proj', 'v_proj', 'dense'],
      bias: true,
      outBias: true,
      ...(c.bool('qk_layernorm') ? layerQk : {}),
    },
    mlp: plain(b, ['fc1', 'fc2'], true),
  });
}

const layerQk = {
  qkNorm: 'head',
  qkNormKind: 'layer',
  qkNormBias: true,
  qkNormNames: ['q_layernorm', 'k_layernorm'],
} as const;

const fourH = ['dense_h_to_4h', 'dense_4h_to_h'] as const;

/** Persimmon, and Fuyu's text part. */
export function persimmon(b: Builder, trunk = 'model'): void {
  const { c } = b;
  llama(b, {
    trunk,
    kind: 'layer',
    norm: 'final_layernorm',
    attention: {
      packed: 'query_key_value',
      names: ['', '', '', 'dense'],
      bias: true,
      outBias: true,
      ...(c.bool('qk_layernorm') ? layerQk : {}),
    },
    mlp: plain(b, fourH, true),
  });
}

/** StableLM: partial rotary, LayerNorm, optionally side by side. */
function stablelm(b: Builder): void {
  const { c } = b;
  const shape = headsOf(c);
  const each = (x: number, heads: number, name: string) => {
    const parts = b.reshape(x, [...b.shapeOf(x).slice(0, -1), heads, shape.headDim]);
    b.repeat(`${name}.norms`, heads, () => b.weight('weight', [shape.headDim]));
    return b.reshape(b.op('LayerNormalization', [parts], b.shapeOf(parts)), b.shapeOf(x));
  };
  const qk = c.bool('qk_layernorm')
    ? {
        normQk: (q: number, k: number) =>
          [each(q, shape.heads, 'q_layernorm'), each(k, shape.kvHeads, 'k_layernorm')] as [number, number],
      }
    : {};
  llama(b, {
    ...(c.bool('use_parallel_residual') ? side : {}),
    kind: 'layer',
    attention: { bias: c.bool('use_qkv_bias'), outBias: false, ...qk },
  });
}

/** GPT-NeoX: packed projections, LayerNorm, side by side unless told otherwise. */
function gptNeox(b: Builder): void {
  const { c } = b;
  const heads = c.int('num_attention_heads');
  const headDim = headWidth(c, heads);
  const shape = { heads, kvHeads: heads, headDim, rotary: Math.trunc(headDim * rotaryFactor(c)) };
  const bias = c.bool('attention_bias', true);
  decoder(b, {
    trunk: 'gpt_neox',
    embed: 'embed_in',
    norm: 'final_layer_norm',
    kind: 'layer',
    parallel: c.bool('use_parallel_residual', true),
    scopes: ['attention', 'mlp'],
    attention: (x) =>
      selfAttention(b, x, {
        ...shape,
        packed: 'query_key_value',
        names: ['', '', '', 'dense'],
        bias,
        outBias: bias,
      }),
    mlp: plain(b, fourH, true),
  });
}

function gptNeoxJapanese(b: Builder): void {
  const { c } = b;
  const heads = c.int('num_attention_heads');
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads) };
  const last = c.int('num_hidden_layers') - 1;
  const inner = c.int('hidden_size') * c.int('intermediate_multiple_size');
  decoder(b, {
    trunk: 'gpt_neox_japanese',
    head: 'embed_out',
    embed: 'embed_in',
    norm: 'final_layer_norm',
    kind: 'layer',
    scopes: ['attention', 'mlp'],
    kindOf: (i) => String(i === last),
    attention: (x, i) => {
      const y = selfAttention(b, x, { ...shape, packed: 'query_key_value', names: ['', '', '', 'dense'] });
      return i === last ? b.addBias(y, 'dense_bias') : y;
    },
    mlp: (x) => plainMlp(b, x, inner, activationOf(c), {}, fourH),
  });
}

export const parallelFamilies = {
  cohere,
  cohere2: (b: Builder) =>
    llama(b, { ...side, ...bare, windowOf: windowsOf(b.c, everyNth(b.c.int('sliding_window_pattern', 4))) }),
  cohere2_moe: cohere2Moe,
  phi,
  phi3: (b: Builder) =>
    llama(b, {
      attention: { packed: 'qkv_proj', bias: false, outBias: false },
      windowOf: windowOfAll(b.c),
      mlp: packed(b),
    }),
  persimmon: (b: Builder) => persimmon(b),
  stablelm,
  gpt_neox: gptNeox,
  gpt_neox_japanese: gptNeoxJapanese,
  starcoder2: (b: Builder) =>
    llama(b, {
      kind: 'layer',
      attention: { bias: b.c.bool('use_bias'), outBias: b.c.bool('use_bias') },
      windowOf: windowOfAll(b.c),
      mlp: plain(b, ['c_fc', 'c_proj'], b.c.bool('use_bias')),
    }),
  glm: (b: Builder) => llama(b, { attention: { outBias: false }, mlp: packed(b) }),
  glm4: (b: Builder) =>
    llama(b, {
      attention: { outBias: false },
      mlp: packed(b),
      after: ['post_self_attn_layernorm', 'post_mlp_layernorm'],
    }),
};
