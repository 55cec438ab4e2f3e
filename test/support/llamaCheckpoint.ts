/** A tiny checkpoint of Llama's kind and the config that it belongs to. */
import type { TensorSpec } from './safetensorsFile';

export type Tensors = Record<string, TensorSpec>;

/** Names and shapes of a decoder of Llama's kind, as its checkpoints have them. */
export function llamaTensors(
  c: {
    hidden: number;
    inner: number;
    layers: number;
    heads: number;
    kv: number;
    head: number;
    vocab: number;
  },
  type = 'BF16',
): Tensors {
  const t: Tensors = { 'model.embed_tokens.weight': [type, c.vocab, c.hidden] };
  for (let i = 0; i < c.layers; i++) {
    const p = `model.layers.${i}.`;
    t[`${p}self_attn.q_proj.weight`] = [type, c.heads * c.head, c.hidden];
    t[`${p}self_attn.k_proj.weight`] = [type, c.kv * c.head, c.hidden];
    t[`${p}self_attn.v_proj.weight`] = [type, c.kv * c.head, c.hidden];
    t[`${p}self_attn.o_proj.weight`] = [type, c.hidden, c.heads * c.head];
    t[`${p}mlp.gate_proj.weight`] = [type, c.inner, c.hidden];
    t[`${p}mlp.up_proj.weight`] = [type, c.inner, c.hidden];
    t[`${p}mlp.down_proj.weight`] = [type, c.hidden, c.inner];
    t[`${p}input_layernorm.weight`] = [type, c.hidden];
    t[`${p}post_attention_layernorm.weight`] = [type, c.hidden];
  }
  t['model.norm.weight'] = [type, c.hidden];
  return t;
}

export const SMALL = { hidden: 16, inner: 24, layers: 2, heads: 4, kv: 2, head: 4, vocab: 40 };
export const LLAMA = {
  model_type: 'llama',
  architectures: ['LlamaForCausalLM'],
  hidden_size: 16,
  intermediate_size: 24,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  vocab_size: 40,
  tie_word_embeddings: false,
  torch_dtype: 'bfloat16',
};
export const HEAD: Tensors = { 'lm_head.weight': ['BF16', 40, 16] };
