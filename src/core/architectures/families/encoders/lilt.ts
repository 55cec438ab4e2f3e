import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LiltModel`. */
export const lilt = layoutFamily(`
embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
layout_embeddings.
  x_position_embeddings|y_position_embeddings|h_position_embeddings|w_position_embeddings w[max_2d_position_embeddings,hidden_size//6]
  box_position_embeddings w[max_position_embeddings,hidden_size//channel_shrink_ratio]
  box_linear_embeddings w[hidden_size//channel_shrink_ratio,hidden_size] b[hidden_size//channel_shrink_ratio]
  LayerNorm w[hidden_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
  layout_query|layout_key|layout_value w[hidden_size//channel_shrink_ratio,hidden_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.layout_output.
  dense w[hidden_size//channel_shrink_ratio,hidden_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
  LayerNorm w[hidden_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.layout_intermediate.
  dense w[intermediate_size//channel_shrink_ratio,hidden_size//channel_shrink_ratio] b[intermediate_size//channel_shrink_ratio]
encoder.layer.{num_hidden_layers}.layout_output.
  dense w[hidden_size//channel_shrink_ratio,intermediate_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
  LayerNorm w[hidden_size//channel_shrink_ratio] b[hidden_size//channel_shrink_ratio]
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
