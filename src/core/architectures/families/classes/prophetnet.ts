import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `prophetnet` beside the one of its own task, by name. */
export const prophetnetClasses = {
  ProphetNetModel: layoutFamily(`
.
  word_embeddings w[vocab_size,hidden_size]
encoder.
  position_embeddings w[max_position_embeddings,hidden_size]
  embeddings_layer_norm w[hidden_size] b[hidden_size]
  word_embeddings w?!tie_word_embeddings[vocab_size,hidden_size]
encoder.layers.{num_encoder_layers}.self_attn.
  key_proj|value_proj|query_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
encoder.layers.{num_encoder_layers}.
  self_attn_layer_norm|feed_forward_layer_norm w[hidden_size] b[hidden_size]
encoder.layers.{num_encoder_layers}.feed_forward.
  intermediate w[encoder_ffn_dim,hidden_size] b[encoder_ffn_dim]
  output w[hidden_size,encoder_ffn_dim] b[hidden_size]
decoder.
  position_embeddings w[max_position_embeddings,hidden_size]
  ngram_embeddings w[ngram,hidden_size]
  embeddings_layer_norm w[hidden_size] b[hidden_size]
  word_embeddings w?!tie_word_embeddings[vocab_size,hidden_size]
decoder.layers.{num_decoder_layers}.self_attn.
  key_proj|value_proj|query_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
  relative_pos_embeddings w[num_buckets*num_decoder_attention_heads,hidden_size] b[num_buckets*num_decoder_attention_heads]
decoder.layers.{num_decoder_layers}.
  self_attn_layer_norm|feed_forward_layer_norm w[hidden_size] b[hidden_size]
  cross_attn_layer_norm w?add_cross_attention[hidden_size] b?add_cross_attention[hidden_size]
decoder.layers.{num_decoder_layers}.cross_attn.
  key_proj|value_proj|query_proj|out_proj w?add_cross_attention[hidden_size,hidden_size] b?add_cross_attention[hidden_size]
decoder.layers.{num_decoder_layers}.feed_forward.
  intermediate w[decoder_ffn_dim,hidden_size] b[decoder_ffn_dim]
  output w[hidden_size,decoder_ffn_dim] b[hidden_size]
`),
  ProphetNetForConditionalGeneration: layoutFamily(`
prophetnet.
  word_embeddings w[vocab_size,hidden_size]
prophetnet.encoder.
  position_embeddings w[max_position_embeddings,hidden_size]
  embeddings_layer_norm w[hidden_size] b[hidden_size]
  word_embeddings w?!tie_word_embeddings[vocab_size,hidden_size]
prophetnet.encoder.layers.{num_encoder_layers}.self_attn.
  key_proj|value_proj|query_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
prophetnet.encoder.layers.{num_encoder_layers}.
  self_attn_layer_norm|feed_forward_layer_norm w[hidden_size] b[hidden_size]
prophetnet.encoder.layers.{num_encoder_layers}.feed_forward.
  intermediate w[encoder_ffn_dim,hidden_size] b[encoder_ffn_dim]
  output w[hidden_size,encoder_ffn_dim] b[hidden_size]
prophetnet.decoder.
  position_embeddings w[max_position_embeddings,hidden_size]
  ngram_embeddings w[ngram,hidden_size]
  embeddings_layer_norm w[hidden_size] b[hidden_size]
  word_embeddings w?!tie_word_embeddings[vocab_size,hidden_size]
prophetnet.decoder.layers.{num_decoder_layers}.self_attn.
  key_proj|value_proj|query_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
  relative_pos_embeddings w[num_buckets*num_decoder_attention_heads,hidden_size] b[num_buckets*num_decoder_attention_heads]
prophetnet.decoder.layers.{num_decoder_layers}.
  self_attn_layer_norm|feed_forward_layer_norm w[hidden_size] b[hidden_size]
  cross_attn_layer_norm w?add_cross_attention[hidden_size] b?add_cross_attention[hidden_size]
prophetnet.decoder.layers.{num_decoder_layers}.cross_attn.
  key_proj|value_proj|query_proj|out_proj w?add_cross_attention[hidden_size,hidden_size] b?add_cross_attention[hidden_size]
prophetnet.decoder.layers.{num_decoder_layers}.feed_forward.
  intermediate w[decoder_ffn_dim,hidden_size] b[decoder_ffn_dim]
  output w[hidden_size,decoder_ffn_dim] b[hidden_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
`),
};
