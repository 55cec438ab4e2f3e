import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MobileBertForMaskedLM`. */
export const mobilebert = layoutFamily(`
mobilebert.embeddings.
  word_embeddings w[vocab_size,embedding_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  embedding_transformation w[hidden_size,3*embedding_size] b[hidden_size]
  LayerNorm b[hidden_size] w[hidden_size]
mobilebert.encoder.layer.{num_hidden_layers}.attention.self.
  query|key w[true_hidden_size,true_hidden_size] b[true_hidden_size]
  value w[true_hidden_size,(use_bottleneck_attention?embedding_size:hidden_size)] b[true_hidden_size]
mobilebert.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[true_hidden_size,true_hidden_size] b[true_hidden_size]
  LayerNorm b[true_hidden_size] w[true_hidden_size]
mobilebert.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,true_hidden_size] b[intermediate_size]
mobilebert.encoder.layer.{num_hidden_layers}.output.
  dense w[true_hidden_size,intermediate_size] b[true_hidden_size]
  LayerNorm b[true_hidden_size] w[true_hidden_size]
mobilebert.encoder.layer.{num_hidden_layers}.output.bottleneck.
  dense w?use_bottleneck[hidden_size,true_hidden_size] b?use_bottleneck[hidden_size]
  LayerNorm b?use_bottleneck[hidden_size] w?use_bottleneck[hidden_size]
mobilebert.encoder.layer.{num_hidden_layers}.bottleneck.input.
  dense w?use_bottleneck[intra_bottleneck_size,hidden_size] b?use_bottleneck[intra_bottleneck_size]
  LayerNorm b?use_bottleneck[intra_bottleneck_size] w?use_bottleneck[intra_bottleneck_size]
mobilebert.encoder.layer.{num_hidden_layers}.bottleneck.attention.
  dense w?key_query_shared_bottleneck*use_bottleneck[intra_bottleneck_size,hidden_size] b?key_query_shared_bottleneck*use_bottleneck[intra_bottleneck_size]
  LayerNorm b?key_query_shared_bottleneck*use_bottleneck[intra_bottleneck_size] w?key_query_shared_bottleneck*use_bottleneck[intra_bottleneck_size]
mobilebert.encoder.layer.{num_hidden_layers}.ffn.{num_feedforward_networks-1}.intermediate.
  dense w[intermediate_size,true_hidden_size] b[intermediate_size]
mobilebert.encoder.layer.{num_hidden_layers}.ffn.{num_feedforward_networks-1}.output.
  dense w[true_hidden_size,intermediate_size] b[true_hidden_size]
  LayerNorm b[true_hidden_size] w[true_hidden_size]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  dense w[hidden_size-embedding_size,vocab_size]
  decoder w?!tie_word_embeddings[vocab_size,embedding_size] b?!tie_word_embeddings[vocab_size]
`);
