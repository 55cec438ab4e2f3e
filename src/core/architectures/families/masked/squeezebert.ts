import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SqueezeBertForMaskedLM`. */
export const squeezebert = layoutFamily(`
transformer.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
transformer.encoder.layers.{num_hidden_layers}.attention.
  query|key|value w[hidden_size,hidden_size//4,1] b[hidden_size]
transformer.encoder.layers.{num_hidden_layers}.post_attention.
  conv1d w[hidden_size,hidden_size,1] b[hidden_size]
  layernorm w[hidden_size] b[hidden_size]
transformer.encoder.layers.{num_hidden_layers}.intermediate.
  conv1d w[intermediate_size,hidden_size//4,1] b[intermediate_size]
transformer.encoder.layers.{num_hidden_layers}.output.
  conv1d w[hidden_size,intermediate_size//output_groups,1] b[hidden_size]
  layernorm w[hidden_size] b[hidden_size]
transformer.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
