import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GroundingDinoModel`. */
export const groundingDino = layoutFamily(`
use backbone_config: . > backbone.conv_encoder.model.swin.
use text_config: bert. > text_backbone.; lm_head > lm_head
.
  level_embed [num_feature_levels,d_model]
  text_projection w[d_model,text_config.hidden_size] b[d_model]
  query_position_embeddings w?embedding_init_target[num_queries,d_model]
  enc_output w?two_stage[d_model,d_model] b?two_stage[d_model]
  enc_output_norm w?two_stage[d_model] b?two_stage[d_model]
  reference_points w?!two_stage[num_queries,query_dim]
backbone.conv_encoder.model.hidden_states_norms.
  stage2 w[192] b[192]
  stage3 w[384] b[384]
  stage4 w[text_config.hidden_size] b[text_config.hidden_size]
input_proj_vision.0.
  0 w[d_model,192,1,1]
  1 w[d_model]
input_proj_vision.1.
  1 w[d_model]
  0 w[d_model,384,1,1]
input_proj_vision.2.
  1 w[d_model]
  0 w[d_model,text_config.hidden_size,1,1]
input_proj_vision.3.
  1 w[d_model]
  0 w[d_model,text_config.hidden_size,3,3]
input_proj_vision.{num_feature_levels}.{2}.
  . b[d_model]
encoder.layers.{encoder_layers}.text_enhancer_layer.self_attn.
  query|key|value|out_proj w[d_model,d_model] b[d_model]
encoder.layers.{encoder_layers}.text_enhancer_layer.
  fc1 w[encoder_ffn_dim//2,d_model] b[encoder_ffn_dim//2]
  fc2 w[d_model,encoder_ffn_dim//2] b[d_model]
  layer_norm_before|layer_norm_after w[d_model] b[d_model]
encoder.layers.{encoder_layers}.fusion_layer.
  vision_param|text_param [d_model]
  layer_norm_vision|layer_norm_text w[d_model] b[d_model]
encoder.layers.{encoder_layers}.fusion_layer.attn.
  vision_proj|text_proj|values_vision_proj|values_text_proj w[encoder_ffn_dim//2,d_model] b[encoder_ffn_dim//2]
  out_vision_proj|out_text_proj w[d_model,encoder_ffn_dim//2] b[d_model]
encoder.layers.{encoder_layers}.deformable_layer.self_attn.
  sampling_offsets|value_proj|output_proj w[d_model,d_model] b[d_model]
  attention_weights w[encoder_n_points*num_feature_levels*encoder_attention_heads,d_model] b[encoder_n_points*num_feature_levels*encoder_attention_heads]
encoder.layers.{encoder_layers}.deformable_layer.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
decoder.
  layer_norm w[d_model] b[d_model]
decoder.layers.{decoder_layers}.self_attn.
  query|key|value|out_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_text_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
decoder.layers.{decoder_layers}.encoder_attn_text.
  query|key|value|out_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.encoder_attn.
  sampling_offsets|value_proj|output_proj w[d_model,d_model] b[d_model]
  attention_weights w[decoder_n_points*num_feature_levels*decoder_attention_heads,d_model] b[decoder_n_points*num_feature_levels*decoder_attention_heads]
decoder.reference_points_head.layers.
  0 w[d_model,d_model*query_dim//2]
  1 w[d_model,d_model]
decoder.reference_points_head.layers.{2}.
  . b[d_model]
encoder_output_bbox_embed.layers.
  0|1 w?two_stage[d_model,d_model] b?two_stage[d_model]
  2 w?two_stage[4,d_model] b?two_stage[4]
`);
