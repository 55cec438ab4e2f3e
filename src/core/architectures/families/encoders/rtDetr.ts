import { layoutFamily } from '../../layout/declareLayout';
import { ppDoclayoutV3Layers } from '../../layout/layers';

/** The tensors of `RTDetrModel`. Also rt_detr_v2, which samples otherwise. */
export const rtDetr = layoutFamily(`
backbone.model.embedder.embedder.0.
  convolution w[d_model//8,num_feature_levels,3,3]
backbone.model.embedder.embedder.1.
  convolution w[d_model//8,d_model//8,3,3]
backbone.model.embedder.embedder.2.
  convolution w[d_model//4,d_model//8,3,3]
backbone.model.encoder.stages.0.layers.0.shortcut.
  convolution w[encoder_hidden_dim,d_model//4,1,1]
backbone.model.encoder.stages.0.layers.0.layer.0.
  convolution w[d_model//4,d_model//4,1,1]
backbone.model.encoder.stages.0.layers.0.layer.1.
  convolution w[d_model//4,d_model//4,3,3]
backbone.model.encoder.stages.0.layers.1.layer.1.
  convolution w[d_model//4,d_model//4,3,3]
backbone.model.encoder.stages.0.layers.2.layer.1.
  convolution w[d_model//4,d_model//4,3,3]
backbone.model.encoder.stages.0.layers.0.layer.2.
  convolution w[encoder_hidden_dim,d_model//4,1,1]
backbone.model.encoder.stages.0.layers.1.layer.2.
  convolution w[encoder_hidden_dim,d_model//4,1,1]
backbone.model.encoder.stages.0.layers.2.layer.2.
  convolution w[encoder_hidden_dim,d_model//4,1,1]
backbone.model.encoder.stages.0.layers.1.layer.0.
  convolution w[d_model//4,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.0.layers.2.layer.0.
  convolution w[d_model//4,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.1.layers.0.layer.0.
  convolution w[d_model//2,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.1.layers.0.layer.1.
  convolution w[d_model//2,d_model//2,3,3]
backbone.model.encoder.stages.1.layers.1.layer.1.
  convolution w[d_model//2,d_model//2,3,3]
backbone.model.encoder.stages.1.layers.2.layer.1.
  convolution w[d_model//2,d_model//2,3,3]
backbone.model.encoder.stages.1.layers.3.layer.1.
  convolution w[d_model//2,d_model//2,3,3]
backbone.model.encoder.stages.1.layers.0.layer.2.
  convolution w[encoder_in_channels[0],d_model//2,1,1]
backbone.model.encoder.stages.1.layers.1.layer.2.
  convolution w[encoder_in_channels[0],d_model//2,1,1]
backbone.model.encoder.stages.1.layers.2.layer.2.
  convolution w[encoder_in_channels[0],d_model//2,1,1]
backbone.model.encoder.stages.1.layers.3.layer.2.
  convolution w[encoder_in_channels[0],d_model//2,1,1]
backbone.model.encoder.stages.1.layers.1.layer.0.
  convolution w[d_model//2,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.1.layers.2.layer.0.
  convolution w[d_model//2,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.1.layers.3.layer.0.
  convolution w[d_model//2,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.0.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.0.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.1.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.2.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.3.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.4.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.5.layer.1.
  convolution w[encoder_hidden_dim,decoder_in_channels[0],3,3]
backbone.model.encoder.stages.2.layers.0.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.1.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.2.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.3.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.4.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.5.layer.2.
  convolution w[encoder_ffn_dim,decoder_in_channels[0],1,1]
backbone.model.encoder.stages.2.layers.1.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.2.layers.2.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.2.layers.3.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.2.layers.4.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.2.layers.5.layer.0.
  convolution w[encoder_hidden_dim,encoder_in_channels[1],1,1]
backbone.model.encoder.stages.3.layers.0.layer.0.
  convolution w[encoder_in_channels[0],encoder_in_channels[1],1,1]
backbone.model.encoder.stages.3.layers.0.layer.1.
  convolution w[encoder_in_channels[0],encoder_in_channels[0],3,3]
backbone.model.encoder.stages.3.layers.1.layer.1.
  convolution w[encoder_in_channels[0],encoder_in_channels[0],3,3]
backbone.model.encoder.stages.3.layers.2.layer.1.
  convolution w[encoder_in_channels[0],encoder_in_channels[0],3,3]
backbone.model.encoder.stages.3.layers.0.layer.2.
  convolution w[encoder_in_channels[2],encoder_in_channels[0],1,1]
backbone.model.encoder.stages.3.layers.1.layer.2.
  convolution w[encoder_in_channels[2],encoder_in_channels[0],1,1]
backbone.model.encoder.stages.3.layers.2.layer.2.
  convolution w[encoder_in_channels[2],encoder_in_channels[0],1,1]
backbone.model.encoder.stages.3.layers.1.layer.0.
  convolution w[encoder_in_channels[0],encoder_in_channels[2],1,1]
backbone.model.encoder.stages.3.layers.2.layer.0.
  convolution w[encoder_in_channels[0],encoder_in_channels[2],1,1]
backbone.model.encoder.stages.<i:1..len(backbone_config.depths)>.layers.0.shortcut.1.
  convolution w[backbone_config.hidden_sizes[i],backbone_config.hidden_sizes[i-1],1,1]
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
  conv w[encoder_hidden_dim,decoder_in_channels[0],3,3]
  norm w[d_model] b[d_model]
encoder.fpn_blocks.{2}.bottlenecks.{3}.conv2.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.downsample_convs.{2}.
  conv w[encoder_hidden_dim,decoder_in_channels[0],3,3]
  norm w[d_model] b[d_model]
${ppDoclayoutV3Layers('encoder.pan_blocks.{2}.')}
encoder.pan_blocks.{2}.bottlenecks.{3}.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],3,3]
  norm w[d_model] b[d_model]
encoder.pan_blocks.{2}.bottlenecks.{3}.conv2.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
.
  denoising_class_embed w[num_labels+1,d_model]
  enc_score_head w[2,d_model] b[2]
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
  sampling_offsets w[3*backbone_config.embedding_size,d_model] b[3*backbone_config.embedding_size]
  attention_weights w[3*feat_strides[2],d_model] b[3*feat_strides[2]]
  value_proj|output_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.mlp.
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
decoder.query_pos_head.layers.
  0 w[encoder_in_channels[0],decoder_n_points] b[encoder_in_channels[0]]
  1 w[d_model,encoder_in_channels[0]] b[d_model]
`);
