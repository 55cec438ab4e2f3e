import { layoutFamily } from '../../layout/declareLayout';
import { ppDoclayoutV3Layers } from '../../layout/layers';

/** The tensors of `PPDocLayoutV3Model`. */
export const ppDoclayoutV3 = layoutFamily(`
backbone.model.embedder.stem1.
  convolution w[num_prototypes,num_feature_levels,num_feature_levels,num_feature_levels]
backbone.model.embedder.stem2a.
  convolution w[x4_feat_dim//8,num_prototypes,2,2]
backbone.model.embedder.stem2b.
  convolution w[num_prototypes,x4_feat_dim//8,2,2]
backbone.model.embedder.stem3.
  convolution w[num_prototypes,global_pointer_head_size,num_feature_levels,num_feature_levels]
backbone.model.embedder.stem4.
  convolution w[decoder_layers*decoder_attention_heads,num_prototypes,1,1]
backbone.model.encoder.stages.0.blocks.0.layers.{decoder_layers}.
  convolution w[decoder_layers*decoder_attention_heads,decoder_layers*decoder_attention_heads,num_feature_levels,num_feature_levels]
backbone.model.encoder.stages.1.blocks.0.layers.0.
  convolution w[num_prototypes*num_feature_levels,x4_feat_dim,num_feature_levels,num_feature_levels]
backbone.model.encoder.stages.1.blocks.0.layers.{1..decoder_layers}.
  convolution w[num_prototypes*num_feature_levels,num_prototypes*num_feature_levels,num_feature_levels,num_feature_levels]
backbone.model.encoder.stages.0.blocks.0.aggregation.0.
  convolution w[global_pointer_head_size,7*backbone_config.stem_channels[2],1,1]
backbone.model.encoder.stages.0.blocks.0.aggregation.1.
  convolution w[x4_feat_dim,global_pointer_head_size,1,1]
backbone.model.encoder.stages.1.blocks.0.aggregation.0.
  convolution w[encoder_hidden_dim,global_pointer_head_size*(2*decoder_layers-1),1,1]
backbone.model.encoder.stages.1.blocks.0.aggregation.1.
  convolution w[encoder_in_channels[0],decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.blocks.0.aggregation.0.
  convolution w[encoder_in_channels[0],x4_feat_dim*(2*decoder_layers+1),1,1]
backbone.model.encoder.stages.2.blocks.0.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.blocks.1.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.blocks.2.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.blocks.1.aggregation.0.
  convolution w[encoder_in_channels[0],2*encoder_ffn_dim+x4_feat_dim,1,1]
backbone.model.encoder.stages.2.blocks.2.aggregation.0.
  convolution w[encoder_in_channels[0],2*encoder_ffn_dim+x4_feat_dim,1,1]
backbone.model.encoder.stages.3.blocks.0.aggregation.0.
  convolution w[encoder_ffn_dim,d_model*(2*decoder_layers+1),1,1]
backbone.model.encoder.stages.3.blocks.0.aggregation.1.
  convolution w[encoder_in_channels[2],encoder_in_channels[1],1,1]
backbone.model.encoder.stages.<i:1..len(backbone_config.depths)>.downsample.
  convolution w[backbone_config.stage_in_channels[i],1,3,3]
backbone.model.encoder.stages.2.blocks.0.layers.0.conv1.
  convolution w[decoder_layers*num_prototypes,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.blocks.0.layers.{1..decoder_layers}.conv1.
  convolution w[decoder_layers*num_prototypes,decoder_layers*num_prototypes,1,1]
backbone.model.encoder.stages.2.blocks.1.layers.{1..decoder_layers}.conv1.
  convolution w[decoder_layers*num_prototypes,decoder_layers*num_prototypes,1,1]
backbone.model.encoder.stages.2.blocks.2.layers.{1..decoder_layers}.conv1.
  convolution w[decoder_layers*num_prototypes,decoder_layers*num_prototypes,1,1]
backbone.model.encoder.stages.2.blocks.1.layers.0.conv1.
  convolution w[decoder_layers*num_prototypes,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.2.blocks.2.layers.0.conv1.
  convolution w[decoder_layers*num_prototypes,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.3.blocks.0.layers.0.conv1.
  convolution w[3*x4_feat_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.3.blocks.0.layers.{1..decoder_layers}.conv1.
  convolution w[3*x4_feat_dim,3*x4_feat_dim,1,1]
backbone.model.encoder.stages.<i:2..len(backbone_config.depths)>.blocks.{backbone_config.stage_num_blocks[i]}.layers.{backbone_config.stage_numb_of_layers[i]}.conv2.
  convolution w[backbone_config.stage_mid_channels[i],1,backbone_config.stage_kernel_size[i],backbone_config.stage_kernel_size[i]]
encoder_input_proj.0.
  0 w[encoder_hidden_dim,encoder_in_channels[0],1,1]
  1 w[d_model]
encoder_input_proj.1.
  1 w[d_model]
  0 w[encoder_hidden_dim,encoder_in_channels[1],1,1]
encoder_input_proj.2.
  1 w[d_model]
  0 w[encoder_hidden_dim,encoder_in_channels[2],1,1]
encoder_input_proj.{3}.
  1 b[d_model]
encoder.aifi.0.layers.0.self_attn.
  k_proj|v_proj|q_proj|o_proj w[d_model,d_model] b[d_model]
encoder.aifi.0.layers.0.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
encoder.aifi.0.layers.0.mlp.
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
encoder.lateral_convs.{2}.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
${ppDoclayoutV3Layers('encoder.fpn_blocks.{2}.')}
encoder.fpn_blocks.{2}.bottlenecks.{3}.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  norm w[d_model] b[d_model]
encoder.fpn_blocks.{2}.bottlenecks.{3}.conv2.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.downsample_convs.{2}.
  conv w[encoder_hidden_dim,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  norm w[d_model] b[d_model]
${ppDoclayoutV3Layers('encoder.pan_blocks.{2}.')}
encoder.pan_blocks.{2}.bottlenecks.{3}.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  norm w[d_model] b[d_model]
encoder.pan_blocks.{2}.bottlenecks.{3}.conv2.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.mask_feature_head.scale_heads.0.layers.0.
  convolution w[global_pointer_head_size,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.mask_feature_head.scale_heads.1.layers.0.
  convolution w[global_pointer_head_size,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.mask_feature_head.scale_heads.2.layers.0.
  convolution w[global_pointer_head_size,decoder_in_channels[0],num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.mask_feature_head.scale_heads.2.layers.2.
  convolution w[global_pointer_head_size,global_pointer_head_size,num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.mask_feature_head.output_conv.
  convolution w[global_pointer_head_size,global_pointer_head_size,num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.encoder_mask_lateral.
  convolution w[global_pointer_head_size,x4_feat_dim,num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.encoder_mask_output.base_conv.
  convolution w[global_pointer_head_size,global_pointer_head_size,num_feature_levels,num_feature_levels]
  normalization w[global_pointer_head_size] b[global_pointer_head_size]
encoder.encoder_mask_output.
  conv w[num_prototypes,global_pointer_head_size,1,1] b[num_prototypes]
.
  denoising_class_embed w[num_feature_levels,d_model]
  enc_score_head w[2,d_model] b[2]
  decoder_norm w[d_model] b[d_model]
enc_output.
  0 w[d_model,d_model]
  1 w[d_model]
enc_output.{2}.
  . b[d_model]
enc_bbox_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[decoder_n_points,d_model] b[decoder_n_points]
decoder_input_proj.0.
  0 w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  1 w[d_model]
decoder_input_proj.1.
  0 w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  1 w[d_model]
decoder_input_proj.2.
  0 w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  1 w[d_model]
decoder_input_proj.{3}.
  1 b[d_model]
decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|o_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
decoder.layers.{decoder_layers}.encoder_attn.
  sampling_offsets w[decoder_layers*num_prototypes,d_model] b[decoder_layers*num_prototypes]
  attention_weights w[num_prototypes*num_feature_levels,d_model] b[num_prototypes*num_feature_levels]
  value_proj|output_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.mlp.
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
decoder.query_pos_head.layers.<i:len(mask_feature_channels)>.
  . w[backbone_config.stem_strides[i]*decoder_in_channels[i],(i>0?encoder_in_channels[i-1]:decoder_n_points)] b[backbone_config.stem_strides[i]*decoder_in_channels[i]]
decoder_order_head.{decoder_layers}.
  . w[d_model,d_model] b[d_model]
decoder_global_pointer.
  dense w[x4_feat_dim,d_model] b[x4_feat_dim]
mask_query_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[num_prototypes,d_model] b[num_prototypes]
`);
