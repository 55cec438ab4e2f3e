import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ClvpModelForConditionalGeneration`. */
export const clvp = layoutFamily(`
.
  logit_scale []
conditioning_encoder.
  text_token_embedding w[text_config.vocab_size,decoder_config.hidden_size]
  text_position_embedding w[decoder_config.max_text_tokens,decoder_config.hidden_size]
  mel_conv w[decoder_config.hidden_size,decoder_config.feature_size,1] b[decoder_config.hidden_size]
conditioning_encoder.group_norms.{decoder_config.num_mel_attn_blocks}.
  . w[decoder_config.hidden_size] b[decoder_config.hidden_size]
conditioning_encoder.mel_attn_blocks.{decoder_config.num_mel_attn_blocks}.
  k_proj|v_proj|q_proj w[decoder_config.hidden_size,decoder_config.hidden_size] b?decoder_config.use_attention_bias[decoder_config.hidden_size]
  out_proj w[decoder_config.hidden_size,decoder_config.hidden_size] b[decoder_config.hidden_size]
speech_decoder_model.model.decoder.
  input_embeds_layer w[decoder_config.vocab_size,decoder_config.hidden_size]
  position_embeds_layer w[decoder_config.max_position_embeddings,decoder_config.hidden_size]
  layer_norm w[decoder_config.hidden_size] b[decoder_config.hidden_size]
speech_decoder_model.model.decoder.layers.{decoder_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[decoder_config.hidden_size] b[decoder_config.hidden_size]
speech_decoder_model.model.decoder.layers.{decoder_config.num_hidden_layers}.attn.
  k_proj|v_proj|q_proj w[decoder_config.hidden_size,decoder_config.hidden_size] b?decoder_config.use_attention_bias[decoder_config.hidden_size]
  out_proj w[decoder_config.hidden_size,decoder_config.hidden_size] b[decoder_config.hidden_size]
speech_decoder_model.model.decoder.layers.{decoder_config.num_hidden_layers}.mlp.
  c_fc w[decoder_config.hidden_size,4*decoder_config.hidden_size] b[4*decoder_config.hidden_size]
  c_proj w[4*decoder_config.hidden_size,decoder_config.hidden_size] b[decoder_config.hidden_size]
speech_decoder_model.
  final_norm w[decoder_config.hidden_size] b[decoder_config.hidden_size]
  lm_head w[decoder_config.vocab_size,decoder_config.hidden_size] b[decoder_config.vocab_size]
text_encoder_model.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  final_layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
  projection w[text_config.projection_dim,text_config.hidden_size]
text_encoder_model.layers.{text_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj w[text_config.hidden_size,text_config.hidden_size] b?text_config.use_attention_bias[text_config.hidden_size]
  out_proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
text_encoder_model.layers.{text_config.num_hidden_layers}.mlp.fc1.
  proj w[2*text_config.intermediate_size,text_config.hidden_size] b[2*text_config.intermediate_size]
text_encoder_model.layers.{text_config.num_hidden_layers}.mlp.
  fc2 w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
text_encoder_model.layers.{text_config.num_hidden_layers}.
  input_rmsnorm|post_attention_rmsnorm w[text_config.hidden_size]
speech_encoder_model.
  token_embedding w[speech_config.vocab_size,speech_config.hidden_size]
  final_layer_norm w[speech_config.hidden_size] b[speech_config.hidden_size]
  projection w[speech_config.projection_dim,speech_config.hidden_size]
speech_encoder_model.layers.{speech_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj w[speech_config.hidden_size,speech_config.hidden_size]
  out_proj w[speech_config.hidden_size,speech_config.hidden_size] b[speech_config.hidden_size]
speech_encoder_model.layers.{speech_config.num_hidden_layers}.mlp.fc1.
  proj w[2*speech_config.intermediate_size,speech_config.hidden_size] b[2*speech_config.intermediate_size]
speech_encoder_model.layers.{speech_config.num_hidden_layers}.mlp.
  fc2 w[speech_config.hidden_size,speech_config.intermediate_size] b[speech_config.hidden_size]
speech_encoder_model.layers.{speech_config.num_hidden_layers}.
  input_rmsnorm|post_attention_rmsnorm w[speech_config.hidden_size]
speech_encoder_model.layers.{text_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj b?speech_config.use_attention_bias[projection_dim]
`);
