import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FNetForMaskedLM`. */
export const fnet = layoutFamily(`
fnet.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
  projection w[hidden_size,hidden_size] b[hidden_size]
fnet.encoder.layer.{num_hidden_layers}.fourier.output.
  LayerNorm w[hidden_size] b[hidden_size]
fnet.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
fnet.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
fnet.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
