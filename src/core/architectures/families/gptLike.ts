import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { AttentionShape, SelfAttentionSpec } from '../parts/attention';
import { selfAttention } from '../parts/attention';
import type { DecoderSpec, LayerSpec } from '../parts/decoder';
import { decoder } from '../parts/decoder';
import { plainMlp } from '../parts/mlp';
import { headWidth } from '../parts/sizes';
import { positions } from './gpt2';
import { activationOf } from './llama';

const lns = ['ln_1', 'ln_2'] as const;
const one = ['ln_1', 'ln_1'] as const;
const fourH = ['dense_h_to_4h', 'dense_4h_to_h'] as const;
const trunk = { trunk: 'transformer', embed: 'wte', layers: 'h', norm: 'ln_f', kind: 'layer' } as const;

/** As many key/value heads as heads, each hidden / heads wide. */
export function multiHead(c: ConfigReader, headsKey = 'num_attention_heads'): AttentionShape {
  const heads = c.int(headsKey);
  return { heads, kvHeads: heads, headDim: headWidth(c, heads) };
}

type Frame = Partial<LayerSpec> & Partial<DecoderSpec>;

/** A decoder without rotation whose differences from GPT-2's frame are given. */
function gptLike(b: Builder, attention: SelfAttentionSpec, mlp: (x: number) => number, frame: Frame): void {
  decoder(b, {
    ...trunk,
    before: lns,
    scopes: ['attn', 'mlp'],
    tied: b.c.bool('tie_word_embeddings', true),
    attention: (x) => selfAttention(b, x, { rotary: 0, ...attention }),
    mlp,
    ...frame,
  });
}

function learned(b: Builder, name: string, rows: number): (x: number) => number {
  return (x) => b.add(x, positions(b, name, rows, b.widthOf(x)));
}

function innerOf(c: ConfigReader): number {
  return c.int('n_inner', 4 * c.int('hidden_size'));
}

function gptBigcode(b: Builder): void {
  const { c } = b;
  const shape = multiHead(c);
  const kvHeads = c.bool('multi_query') ? 1 : shape.heads;
  const packed = { packed: 'c_attn', names: ['', '', '', 'c_proj'], bias: true, outBias: true } as const;
  const mlp = (x: number) => plainMlp(b, x, innerOf(c), activationOf(c), { bias: true }, ['c_fc', 'c_proj']);
  gptLike(b, { ...shape, kvHeads, ...packed }, mlp, {
    afterEmbedding: learned(b, 'wpe', c.int('max_position_embeddings')),
  });
}

/** GPT-Neo: layers alternate between all tokens and a window, by `attention_types`. */
function gptNeo(b: Builder): void {
  const { c } = b;
  const shape = multiHead(c);
  const kinds = expandTypes(c);
  const names = ['attention.q_proj', 'attention.k_proj', 'attention.v_proj', 'attention.out_proj'] as const;
  const local = (i: number) => (kinds[i] === 'local' ? c.int('window_size') : undefined);
  const inner = c.int('intermediate_size', 4 * c.int('hidden_size'));
  const mlp = (x: number) => plainMlp(b, x, inner, activationOf(c), { bias: true }, ['c_fc', 'c_proj']);
  gptLike(b, shape, mlp, {
    kindOf: (i) => String(local(i) ?? ''),
    afterEmbedding: learned(b, 'wpe', c.int('max_position_embeddings')),
    attention: (x, i) => selfAttention(b, x, { ...shape, rotary: 0, names, outBias: true, masked: local(i) }),
  });
}

/** `[[["global", "local"], 12]]`: each list so many times. */
function expandTypes(c: ConfigReader): readonly string[] {
  const given = c.list('attention_layers');
  if (given) return given.map(String);
  const out: string[] = [];
  for (const entry of c.list('attention_types') ?? [[['global', 'local'], 12]]) {
    const [kinds, times] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (!Array.isArray(kinds) || typeof times !== 'number') continue;
    for (let i = 0; i < Math.min(times, 10_000); i++) out.push(...kinds.map(String));
  }
  return out;
}

/** GPT-J and CodeGen: rotary by a table of sines, attention and MLP side by side after one norm, a biased head. */
function gptj(b: Builder, attention: Partial<SelfAttentionSpec>): void {
  const { c } = b;
  const mlp = (x: number) => plainMlp(b, x, innerOf(c), activationOf(c), { bias: true }, ['fc_in', 'fc_out']);
  gptLike(b, { ...multiHead(c), rotary: 0, ...attention }, mlp, {
    parallel: true,
    before: one,
    headBias: true,
    tied: c.bool('tie_word_embeddings'),
  });
}

function openaiGpt(b: Builder): void {
  const { c } = b;
  const conv = { transposed: true, bias: true };
  const mlp = (x: number) =>
    plainMlp(b, x, 4 * c.int('hidden_size'), c.string('afn', 'gelu'), conv, ['c_fc', 'c_proj']);
  const packed = {
    packed: 'c_attn',
    names: ['', '', '', 'c_proj'],
    transposed: true,
    bias: true,
    outBias: true,
  } as const;
  gptLike(b, { ...multiHead(c), ...packed, cached: false }, mlp, {
    embed: 'tokens_embed',
    norm: '',
    before: ['', ''],
    postNorms: lns,
    afterEmbedding: learned(b, 'positions_embed', c.int('n_positions')),
  });
}

function ctrl(b: Builder): void {
  const { c } = b;
  const names = ['Wq', 'Wk', 'Wv', 'dense'] as const;
  const mlp = (x: number) => plainMlp(b, x, c.int('dff'), 'relu', { bias: true }, ['0', '2']);
  gptLike(b, { ...multiHead(c), names, bias: true, outBias: true }, mlp, {
    embed: 'w',
    norm: 'layernorm',
    before: ['layernorm1', 'layernorm2'],
    scopes: ['multi_head_attention', 'ffn'],
    headBias: true,
  });
}

function bloom(b: Builder): void {
  const { c } = b;
  const hidden = c.int('n_embed', c.int('hidden_size'));
  const heads = c.int('num_attention_heads');
  const shape = { heads, kvHeads: heads, headDim: headWidth(c, heads, hidden) };
  const packed = {
    packed: 'query_key_value',
    names: ['', '', '', 'dense'],
    bias: true,
    outBias: true,
  } as const;
  const mlp = (x: number) => plainMlp(b, x, 4 * hidden, 'gelu', { bias: true }, fourH);
  gptLike(b, { ...shape, ...packed }, mlp, {
    hidden,
    embed: 'word_embeddings',
    before: ['input_layernorm', 'post_attention_layernorm'],
    scopes: ['self_attention', 'mlp'],
    afterEmbedding: (x) => b.norm(x, 'word_embeddings_layernorm', 'layer'),
  });
}

function mpt(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const packed = { packed: 'Wqkv', names: ['', '', '', 'out_proj'] } as const;
  const mlp = (x: number) => plainMlp(b, x, 4 * hidden, 'gelu');
  gptLike(b, { ...multiHead(c), ...packed }, mlp, {
    layers: 'blocks',
    norm: 'norm_f',
    normBias: false,
    before: ['norm_1', 'norm_2'],
    scopes: ['attn', 'ffn'],
  });
}

/** Falcon: the old form with one or as many key/value heads, the new one with groups and two norms. */
function falcon(b: Builder): void {
  const { c } = b;
  const hidden = c.int('n_embed', c.int('hidden_size'));
  const heads = c.int('num_attention_heads');
  const groups = c.bool('new_decoder_architecture');
  const kvHeads = groups || !c.bool('multi_query') ? (groups ? c.int('num_kv_heads', heads) : heads) : 1;
  const parallel = c.bool('parallel_attn');
  const two = c.int('num_ln_in_parallel_attn', groups ? 2 : 1) === 2;
  const bias = c.bool('bias');
  const packed = { packed: 'query_key_value', names: ['', '', '', 'dense'], bias, outBias: bias } as const;
  const shape = { heads, kvHeads, headDim: headWidth(c, heads, hidden) };
  const alibi = c.bool('alibi') ? { rotary: 0 } : { rotary: undefined };
  const mlp = (x: number) =>
    plainMlp(b, x, c.int('ffn_hidden_size', 4 * hidden), c.string('activation', 'gelu'), { bias }, fourH);
  gptLike(b, { ...shape, ...packed, ...alibi }, mlp, {
    hidden,
    embed: 'word_embeddings',
    parallel,
    before: !parallel
      ? ['input_layernorm', 'post_attention_layernorm']
      : two
        ? ['ln_attn', 'ln_mlp']
        : ['input_layernorm', 'input_layernorm'],
    scopes: ['self_attention', 'mlp'],
  });
}

/** OPT, XGLM, BioGPT: learned or fixed positions, `fc1` and `fc2` beside the attention. */
interface OptSpec {
  readonly frame?: Frame;
  readonly shape: AttentionShape;
  readonly inner: number;
  readonly bias?: boolean;
  readonly act?: string;
}

const optNorms = ['self_attn_layer_norm', 'final_layer_norm'] as const;

function optLike(b: Builder, s: OptSpec): void {
  const bias = s.bias ?? true;
  const names = ['q_proj', 'k_proj', 'v_proj', 'out_proj'] as const;
  const mlp = (x: number) =>
    plainMlp(b, x, s.inner, s.act ?? activationOf(b.c, 'relu'), { bias }, ['fc1', 'fc2']);
  gptLike(b, { ...s.shape, names, bias, outBias: bias }, mlp, {
    embed: 'embed_tokens',
    layers: 'layers',
    before: optNorms,
    scopes: ['self_attn', ''],
    norm: 'layer_norm',
    ...s.frame,
  });
}

function opt(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const width = c.int('word_embed_proj_dim', hidden);
  const pre = c.bool('do_layer_norm_before', true);
  const kind = c.bool('layer_norm_elementwise_affine', true) ? 'layer' : 'none';
  const projected = width !== hidden;
  optLike(b, {
    shape: multiHead(c),
    inner: c.int('ffn_dim'),
    bias: c.bool('enable_bias', true),
    frame: {
      trunk: 'model.decoder',
      hidden: width,
      kind,
      ...(pre ? {} : { before: ['', ''], postNorms: optNorms }),
      norm: pre && !c.bool('_remove_final_layer_norm') ? 'final_layer_norm' : '',
      afterEmbedding: (x) => {
        const h = projected ? b.linear(x, 'project_in', hidden) : x;
        return b.add(h, positions(b, 'embed_positions', c.int('max_position_embeddings') + 2, hidden));
      },
      ...(projected ? { afterNorm: (x: number) => b.linear(x, 'project_out', width) } : {}),
    },
  });
}

export const gptFamilies = {
  gpt_bigcode: gptBigcode,
  gpt_neo: gptNeo,
  gptj: (b: Builder) => gptj(b, { names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'] }),
  codegen: (b: Builder) => gptj(b, { packed: 'qkv_proj', names: ['', '', '', 'out_proj'] }),
  'openai-gpt': openaiGpt,
  ctrl,
  bloom,
  mpt,
  falcon,
  opt,
  xglm: (b: Builder) =>
    optLike(b, { shape: multiHead(b.c), inner: b.c.int('ffn_dim'), frame: { trunk: 'model' } }),
  biogpt: (b: Builder) =>
    optLike(b, {
      shape: multiHead(b.c),
      inner: b.c.int('intermediate_size'),
      frame: {
        trunk: 'biogpt',
        head: 'output_projection',
        afterEmbedding: (x) =>
          b.add(x, positions(b, 'embed_positions', b.c.int('max_position_embeddings') + 2, b.widthOf(x))),
      },
    }),
};
