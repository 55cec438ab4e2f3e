import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MPNetForMaskedLM`. */
export const mpnet = layoutFamily(`
mpnet.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
mpnet.encoder.layer.{num_hidden_layers}.attention.attn.
  q|k|v|o w[hidden_size,hidden_size] b[hidden_size]
mpnet.encoder.layer.{num_hidden_layers}.attention.
  LayerNorm w[hidden_size] b[hidden_size]
mpnet.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
mpnet.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
mpnet.encoder.
  relative_attention_bias w[relative_attention_num_buckets,num_attention_heads]
.
  lm_head b[vocab_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
