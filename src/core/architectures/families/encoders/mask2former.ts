import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Mask2FormerModel`. */
export const mask2former = layoutFamily(`
use backbone_config: . > pixel_level_module.encoder.swin.
pixel_level_module.encoder.hidden_states_norms.
  stage1 w[backbone_config.embed_dim] b[backbone_config.embed_dim]
  stage2 w[192] b[192]
  stage3 w[384] b[384]
  stage4 w[backbone_config.hidden_size] b[backbone_config.hidden_size]
pixel_level_module.decoder.
  level_embed [3,feature_size]
  mask_projection w[mask_feature_size,feature_size,1,1] b[mask_feature_size]
pixel_level_module.decoder.input_projections.0.
  0 w[feature_size,backbone_config.hidden_size,1,1]
  1 w[feature_size]
pixel_level_module.decoder.input_projections.1.
  1 w[feature_size]
  0 w[feature_size,384,1,1]
pixel_level_module.decoder.input_projections.2.
  1 w[feature_size]
  0 w[feature_size,192,1,1]
pixel_level_module.decoder.input_projections.{3}.{2}.
  . b[feature_size]
pixel_level_module.decoder.encoder.layers.{encoder_layers}.self_attn.
  sampling_offsets w[192,feature_size] b[192]
  attention_weights w[12*num_attention_heads,feature_size] b[12*num_attention_heads]
  value_proj|output_proj w[feature_size,feature_size] b[feature_size]
pixel_level_module.decoder.encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[feature_size] b[feature_size]
  fc1 w[encoder_feedforward_dim,feature_size] b[encoder_feedforward_dim]
  fc2 w[feature_size,encoder_feedforward_dim] b[feature_size]
pixel_level_module.decoder.adapter_1.
  0 w[feature_size,backbone_config.embed_dim,1,1]
  1 w[feature_size] b[feature_size]
pixel_level_module.decoder.layer_1.
  0 w[feature_size,feature_size,3,3]
  1 w[feature_size] b[feature_size]
transformer_module.
  queries_embedder|queries_features w[num_queries,hidden_dim]
  level_embed w[3,hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.
  self_attn_layer_norm|cross_attn_layer_norm|final_layer_norm w[hidden_dim] b[hidden_dim]
  fc1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  fc2 w[hidden_dim,dim_feedforward] b[hidden_dim]
transformer_module.decoder.layers.{decoder_layers-1}.cross_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.
  layernorm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_predictor.mask_embedder.0.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_predictor.mask_embedder.1.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_predictor.mask_embedder.2.
  0 w[mask_feature_size,hidden_dim] b[mask_feature_size]
pixel_level_module.decoder.adapter_2.
  0 w?UNKNOWN[hidden_dim,192,1,1]
  1 w?UNKNOWN[hidden_dim] b?UNKNOWN[hidden_dim]
pixel_level_module.decoder.layer_2.
  0 w?UNKNOWN[hidden_dim,hidden_dim,3,3]
  1 w?UNKNOWN[hidden_dim] b?UNKNOWN[hidden_dim]
`);
