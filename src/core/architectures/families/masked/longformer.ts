import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LongformerForMaskedLM`. */
export const longformer = layoutFamily(`
longformer.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
longformer.encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value|query_global|key_global|value_global w[hidden_size,hidden_size] b[hidden_size]
longformer.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
longformer.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
longformer.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
.
  lm_head b[vocab_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
