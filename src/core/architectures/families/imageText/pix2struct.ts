import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Pix2StructForConditionalGeneration`. */
export const pix2struct = layoutFamily(`
encoder.embeddings.
  patch_projection w[vision_config.hidden_size,vision_config.patch_embed_hidden_size] b[vision_config.hidden_size]
  row_embedder|column_embedder w[vision_config.seq_len,vision_config.hidden_size]
encoder.encoder.layer.{vision_config.num_hidden_layers}.attention.
  query|key|value w[vision_config.d_kv*vision_config.num_attention_heads,vision_config.hidden_size]
  output w[vision_config.hidden_size,vision_config.d_kv*vision_config.num_attention_heads]
encoder.encoder.layer.{vision_config.num_hidden_layers}.mlp.
  wi_0|wi_1 w[vision_config.d_ff,vision_config.hidden_size]
  wo w[vision_config.hidden_size,vision_config.d_ff]
encoder.encoder.layer.{vision_config.num_hidden_layers}.
  pre_mlp_layer_norm|pre_attention_layer_norm w[vision_config.hidden_size]
encoder.
  layernorm w[vision_config.hidden_size]
decoder.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  final_layer_norm w[text_config.hidden_size]
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
decoder.layer.{text_config.num_layers}.self_attention.attention.
  query|key|value|output w[text_config.hidden_size,text_config.hidden_size]
decoder.layer.0.self_attention.attention.
  relative_attention_bias w[text_config.relative_attention_num_buckets,text_config.num_heads]
decoder.layer.{text_config.num_layers}.self_attention.
  layer_norm w[text_config.hidden_size]
decoder.layer.{text_config.num_layers}.encoder_decoder_attention.attention.
  query|key|value|output w[text_config.hidden_size,text_config.hidden_size]
decoder.layer.{text_config.num_layers}.encoder_decoder_attention.
  layer_norm w[text_config.hidden_size]
decoder.layer.{text_config.num_layers}.mlp.DenseReluDense.
  wi_0|wi_1 w[text_config.d_ff,text_config.hidden_size]
  wo w[text_config.hidden_size,text_config.d_ff]
decoder.layer.{text_config.num_layers}.mlp.
  layer_norm w[text_config.hidden_size]
`);
