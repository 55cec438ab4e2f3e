import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `bart` beside the one of its own task, by name. */
export const bartClasses = {
  BartForSequenceClassification: layoutFamily(`
model.
  shared w[vocab_size,d_model]
model.encoder.
  embed_positions w[max_position_embeddings+2,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
model.encoder.layers.{encoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
model.encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
model.decoder.
  embed_positions w[max_position_embeddings+2,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
model.decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
model.decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
model.decoder.layers.{decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
classification_head.
  dense w[d_model,d_model] b[d_model]
  out_proj w[num_labels,d_model] b[num_labels]
`),
  BartForQuestionAnswering: layoutFamily(`
model.
  shared w[vocab_size,d_model]
model.encoder.
  embed_positions w[max_position_embeddings+2,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
model.encoder.layers.{encoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
model.encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
model.decoder.
  embed_positions w[max_position_embeddings+2,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
model.decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
model.decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
model.decoder.layers.{decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
.
  qa_outputs w[2,d_model] b[2]
`),
};
