import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LwDetrModel`. */
export const lwDetr = layoutFamily(`
backbone.backbone.embeddings.
  position_embeddings ?backbone_config.use_absolute_position_embeddings[1,197,backbone_config.hidden_size]
  projection w[backbone_config.hidden_size,backbone_config.num_channels,backbone_config.patch_size,backbone_config.patch_size] b[backbone_config.hidden_size]
backbone.backbone.encoder.layer.{backbone_config.num_hidden_layers}.
  gamma_1|gamma_2 [backbone_config.hidden_size]
  layernorm_before|layernorm_after w[backbone_config.hidden_size] b[backbone_config.hidden_size]
backbone.backbone.encoder.layer.{backbone_config.num_hidden_layers}.attention.
  q_proj|v_proj w[backbone_config.hidden_size,backbone_config.hidden_size] b?backbone_config.qkv_bias[backbone_config.hidden_size]
  k_proj w[backbone_config.hidden_size,backbone_config.hidden_size]
  o_proj w[backbone_config.hidden_size,backbone_config.hidden_size] b[backbone_config.hidden_size]
backbone.backbone.encoder.layer.{backbone_config.num_hidden_layers}.intermediate.
  fc1 w[backbone_config.hidden_size*backbone_config.mlp_ratio,backbone_config.hidden_size] b[backbone_config.hidden_size*backbone_config.mlp_ratio]
  fc2 w[backbone_config.hidden_size,backbone_config.hidden_size*backbone_config.mlp_ratio] b[backbone_config.hidden_size]
.
  reference_point_embed w[group_detr*num_queries,4]
  query_feat w[group_detr*num_queries,d_model]
decoder.layers.{decoder_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[d_model,d_model] b?attention_bias[d_model]
decoder.layers.{decoder_layers}.
  self_attn_layer_norm|cross_attn_layer_norm|layer_norm w[d_model] b[d_model]
decoder.layers.{decoder_layers}.cross_attn.
  sampling_offsets|attention_weights w[0,d_model] b[0]
  value_proj|output_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.mlp.
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
decoder.
  layernorm w[d_model] b[d_model]
decoder.ref_point_head.layers.
  0 w[d_model,2*d_model]
  1 w[d_model,d_model]
decoder.ref_point_head.layers.{2}.
  . b[d_model]
enc_output.{group_detr}.
  . w[d_model,d_model] b[d_model]
enc_output_norm.{group_detr}.
  . w[d_model] b[d_model]
enc_out_bbox_embed.0.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.1.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.2.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.3.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.4.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.5.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.6.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.7.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.8.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.9.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.10.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.11.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_bbox_embed.12.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
enc_out_class_embed.{group_detr}.
  . w[2,d_model] b[2]
`);
