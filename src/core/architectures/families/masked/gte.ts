import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GteForMaskedLM`. */
export const gte = layoutFamily(`
gte.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
gte.layers.{num_hidden_layers}.
  post_attention_layernorm|post_mlp_layernorm w[hidden_size] b[hidden_size]
gte.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size] b[hidden_size]
gte.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder b[vocab_size] w?!tie_word_embeddings[vocab_size,hidden_size]
`);
