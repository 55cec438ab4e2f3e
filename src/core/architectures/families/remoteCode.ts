import type { Builder } from '../builder';
import { decoder } from '../parts/decoder';
import { selfAttention } from '../parts/attention';
import { gatedMlp } from '../parts/mlp';
import { headsOf } from '../parts/sizes';
import { gated, llama } from './llama';

/** Families whose code comes with the checkpoint, declared with that checkpoint's names. */

/** Qwen 1: `intermediate_size` is twice the width of one branch. */
function qwen1(b: Builder): void {
  const { c } = b;
  const heads = c.int('num_attention_heads');
  const headDim = c.int('kv_channels', heads > 0 ? Math.floor(c.int('hidden_size') / heads) : 0);
  const shape = { heads, kvHeads: heads, headDim };
  const bias = [true, true, true] as const;
  decoder(b, {
    trunk: 'transformer',
    embed: 'wte',
    layers: 'h',
    norm: 'ln_f',
    before: ['ln_1', 'ln_2'],
    scopes: ['attn', 'mlp'],
    attention: (x) =>
      selfAttention(b, x, {
        ...shape,
        packed: 'c_attn',
        names: ['', '', '', 'c_proj'],
        bias,
        outBias: !c.bool('no_bias', true),
      }),
    mlp: (x) =>
      gatedMlp(b, x, Math.floor(c.int('intermediate_size') / 2), 'silu', {}, ['w2', 'w1', 'c_proj']),
  });
}

/** ChatGLM 2 and 3: one packed projection with few key/value groups, a packed gated MLP. */
function chatglm(b: Builder): void {
  const { c } = b;
  const heads = c.int('num_attention_heads');
  const kvHeads = c.bool('multi_query_attention') ? c.int('multi_query_group_num') : heads;
  const shape = { heads, kvHeads, headDim: c.int('kv_channels') };
  const linear = c.bool('add_bias_linear');
  const inner = c.int('ffn_hidden_size');
  const kind = c.bool('rmsnorm', true) ? 'rms' : 'layer';
  decoder(b, {
    trunk: 'transformer',
    embed: 'embedding.word_embeddings',
    layers: 'encoder.layers',
    norm: c.bool('post_layer_norm', true) ? 'encoder.final_layernorm' : '',
    head: 'transformer.output_layer',
    vocab: c.int('padded_vocab_size', c.int('vocab_size', 0)),
    layerCount: c.int('num_layers', c.int('num_hidden_layers', 0)),
    scopes: ['self_attention', 'mlp'],
    kind,
    attention: (x) =>
      selfAttention(b, x, {
        ...shape,
        rotary: shape.headDim / 2,
        packed: 'query_key_value',
        names: ['', '', '', 'dense'],
        bias: c.bool('add_qkv_bias') || linear,
        outBias: linear,
      }),
    mlp: (x) => {
      const both = b.linear(x, 'dense_h_to_4h', 2 * inner, { bias: linear });
      const [gate, up] = b.split(both, [inner, inner]) as [number, number];
      return b.linear(b.mul(b.activate(gate, 'silu'), up), 'dense_4h_to_h', b.widthOf(x), { bias: linear });
    },
  });
}

/** InternLM 2: Llama with other names and one packed projection. */
function internlm2(b: Builder): void {
  const { c } = b;
  const bias = c.bool('bias');
  decoder(b, {
    embed: 'tok_embeddings',
    head: 'output',
    before: ['attention_norm', 'ffn_norm'],
    scopes: ['attention', 'feed_forward'],
    attention: (x) =>
      selfAttention(b, x, { ...headsOf(c), packed: 'wqkv', names: ['', '', '', 'wo'], bias, outBias: bias }),
    mlp: (x) => gatedMlp(b, x, c.int('intermediate_size'), 'silu', {}, ['w1', 'w3', 'w2']),
  });
}

/** Baichuan: Llama with one packed projection. */
function baichuan(b: Builder): void {
  llama(b, { attention: { packed: 'W_pack', names: ['', '', '', 'o_proj'] } });
}

export const remoteCodeFamilies = {
  qwen: qwen1,
  chatglm,
  internlm2,
  baichuan,
  // Its configuration class ties the embeddings unless told otherwise.
  minicpm: (b: Builder) => llama(b, { tied: b.c.bool('tie_word_embeddings', true), mlp: gated(b) }),
};
