import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPFormulaNetForConditionalGeneration`. */
export const ppFormulanet = layoutFamily(`
model.decoder.
  embed_tokens w[text_config.vocab_size,text_config.d_model]
  embed_positions w[text_config.max_position_embeddings+2,text_config.d_model]
  layernorm_embedding|layer_norm w[text_config.d_model] b[text_config.d_model]
model.decoder.layers.{text_config.decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.d_model,text_config.d_model] b[text_config.d_model]
model.decoder.layers.{text_config.decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[text_config.d_model] b[text_config.d_model]
  fc1 w[text_config.decoder_ffn_dim,text_config.d_model] b[text_config.decoder_ffn_dim]
  fc2 w[text_config.d_model,text_config.decoder_ffn_dim] b[text_config.d_model]
model.decoder.layers.{text_config.decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.d_model,text_config.d_model] b[text_config.d_model]
model.encoder.
  pos_embed ?vision_config.use_abs_pos[1,vision_config.image_size//vision_config.patch_size,vision_config.image_size//vision_config.patch_size,vision_config.hidden_size]
model.encoder.patch_embed.
  projection w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.encoder.layers.0.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.encoder.layers.1.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.encoder.layers.3.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.encoder.layers.4.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,vision_config.hidden_size//vision_config.num_attention_heads]
model.encoder.layers.2.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[63,vision_config.hidden_size//vision_config.num_attention_heads]
model.encoder.layers.5.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[63,64]
model.encoder.layers.8.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[63,64]
model.encoder.layers.11.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[63,64]
model.encoder.layers.6.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,64]
model.encoder.layers.7.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,64]
model.encoder.layers.9.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,64]
model.encoder.layers.10.attn.
  rel_pos_h|rel_pos_w ?vision_config.use_rel_pos[27,64]
model.encoder.layers.{vision_config.num_hidden_layers}.attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b?vision_config.qkv_bias[3*vision_config.hidden_size]
  proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  lin1 w[vision_config.mlp_dim,vision_config.hidden_size] b[vision_config.mlp_dim]
  lin2 w[vision_config.hidden_size,vision_config.mlp_dim] b[vision_config.hidden_size]
model.encoder.neck.
  conv1 w[vision_config.output_channels,vision_config.hidden_size,1,1]
  layer_norm1|layer_norm2 w[vision_config.output_channels] b[vision_config.output_channels]
  conv2 w[vision_config.output_channels,vision_config.output_channels,3,3]
model.encoder.multi_modal_projector.
  conv1 w[vision_config.post_conv_mid_channels,vision_config.post_conv_in_channels,3,3]
  conv2 w[vision_config.post_conv_out_channels,vision_config.post_conv_mid_channels,3,3]
  linear_1 w[vision_config.post_conv_out_channels,vision_config.post_conv_out_channels] b[vision_config.post_conv_out_channels]
  linear_2 w[vision_config.decoder_hidden_size,vision_config.post_conv_out_channels] b[vision_config.decoder_hidden_size]
.
  lm_head w[text_config.vocab_size,text_config.d_model]
`);
