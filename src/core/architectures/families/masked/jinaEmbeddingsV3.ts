import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `JinaEmbeddingsV3ForMaskedLM`. */
export const jinaEmbeddingsV3 = layoutFamily(`
.
  lm_head b[vocab_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
roberta.embeddings.
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
  word_embeddings w?!tie_word_embeddings[vocab_size,hidden_size]
roberta.layers.{num_hidden_layers}.
  post_attention_layernorm|post_mlp_layernorm w[hidden_size] b[hidden_size]
roberta.layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
roberta.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
`);
