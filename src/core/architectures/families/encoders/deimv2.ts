import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Deimv2Model`. */
export const deimv2 = layoutFamily(`
conv_encoder.model.embedder.stem1.
  convolution w[head_dim,num_feature_levels,num_feature_levels,num_feature_levels]
conv_encoder.model.embedder.stem2a.
  convolution w[spatial_tuning_adapter_inplanes,head_dim,2,2]
conv_encoder.model.embedder.stem2b.
  convolution w[head_dim,spatial_tuning_adapter_inplanes,2,2]
conv_encoder.model.embedder.stem3.
  convolution w[head_dim,lqe_hidden_dim,num_feature_levels,num_feature_levels]
conv_encoder.model.embedder.stem4.
  convolution w[decoder_layers*decoder_attention_heads,head_dim,1,1]
conv_encoder.model.encoder.stages.0.blocks.0.layers.{decoder_layers}.
  convolution w[decoder_layers*decoder_attention_heads,decoder_layers*decoder_attention_heads,num_feature_levels,num_feature_levels]
conv_encoder.model.encoder.stages.1.blocks.0.layers.0.
  convolution w[3*head_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
conv_encoder.model.encoder.stages.1.blocks.0.layers.{1..decoder_layers}.
  convolution w[3*head_dim,3*head_dim,num_feature_levels,num_feature_levels]
conv_encoder.model.encoder.stages.0.blocks.0.aggregation.0.
  convolution w[lqe_hidden_dim,7*backbone_config.stem_channels[2],1,1]
conv_encoder.model.encoder.stages.0.blocks.0.aggregation.1.
  convolution w[2*lqe_hidden_dim,lqe_hidden_dim,1,1]
conv_encoder.model.encoder.stages.1.blocks.0.aggregation.0.
  convolution w[encoder_hidden_dim,lqe_hidden_dim*(2*decoder_layers-1),1,1]
conv_encoder.model.encoder.stages.1.blocks.0.aggregation.1.
  convolution w[encoder_in_channels[0],decoder_in_channels[0],1,1]
conv_encoder.model.encoder.stages.2.blocks.0.aggregation.0.
  convolution w[encoder_in_channels[0],(num_denoising+top_prob_values)*spatial_tuning_adapter_inplanes,1,1]
conv_encoder.model.encoder.stages.2.blocks.0.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
conv_encoder.model.encoder.stages.2.blocks.1.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
conv_encoder.model.encoder.stages.2.blocks.2.aggregation.1.
  convolution w[encoder_ffn_dim,encoder_in_channels[0],1,1]
conv_encoder.model.encoder.stages.2.blocks.1.aggregation.0.
  convolution w[encoder_in_channels[0],2*(encoder_ffn_dim+lqe_hidden_dim),1,1]
conv_encoder.model.encoder.stages.2.blocks.2.aggregation.0.
  convolution w[encoder_in_channels[0],2*(encoder_ffn_dim+lqe_hidden_dim),1,1]
conv_encoder.model.encoder.stages.3.blocks.0.aggregation.0.
  convolution w[encoder_ffn_dim,d_model*(2*decoder_layers+1),1,1]
conv_encoder.model.encoder.stages.3.blocks.0.aggregation.1.
  convolution w[encoder_in_channels[2],encoder_in_channels[1],1,1]
conv_encoder.model.encoder.stages.<i:1..len(backbone_config.depths)>.downsample.
  convolution w[backbone_config.stage_in_channels[i],1,3,3]
conv_encoder.model.encoder.stages.2.blocks.0.layers.0.conv1.
  convolution w[3*lqe_hidden_dim,encoder_in_channels[0],1,1]
conv_encoder.model.encoder.stages.2.blocks.0.layers.{1..decoder_layers}.conv1.
  convolution w[3*lqe_hidden_dim,3*lqe_hidden_dim,1,1]
conv_encoder.model.encoder.stages.2.blocks.1.layers.{1..decoder_layers}.conv1.
  convolution w[3*lqe_hidden_dim,3*lqe_hidden_dim,1,1]
conv_encoder.model.encoder.stages.2.blocks.2.layers.{1..decoder_layers}.conv1.
  convolution w[3*lqe_hidden_dim,3*lqe_hidden_dim,1,1]
conv_encoder.model.encoder.stages.2.blocks.1.layers.0.conv1.
  convolution w[3*lqe_hidden_dim,encoder_in_channels[1],1,1]
conv_encoder.model.encoder.stages.2.blocks.2.layers.0.conv1.
  convolution w[3*lqe_hidden_dim,encoder_in_channels[1],1,1]
conv_encoder.model.encoder.stages.3.blocks.0.layers.0.conv1.
  convolution w[6*lqe_hidden_dim,encoder_in_channels[1],1,1]
conv_encoder.model.encoder.stages.3.blocks.0.layers.{1..decoder_layers}.conv1.
  convolution w[6*lqe_hidden_dim,6*lqe_hidden_dim,1,1]
conv_encoder.model.encoder.stages.<i:2..len(backbone_config.depths)>.blocks.{backbone_config.stage_num_blocks[i]}.layers.{backbone_config.stage_numb_of_layers[i]}.conv2.
  convolution w[backbone_config.stage_mid_channels[i],1,backbone_config.stage_kernel_size[i],backbone_config.stage_kernel_size[i]]
conv_encoder.encoder_input_proj.<i:len(backbone_config.out_indices)>.
  conv w[decoder_in_channels[i],encoder_in_channels[i],1,1]
conv_encoder.encoder_input_proj.{3}.
  norm w[d_model] b[d_model]
encoder.aifi.0.layers.0.self_attn.
  k_proj|v_proj|q_proj|o_proj w[d_model,d_model] b[d_model]
encoder.aifi.0.layers.0.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
encoder.aifi.0.layers.0.mlp.layers.
  0 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  1 w[d_model,encoder_ffn_dim] b[d_model]
encoder.lateral_convs.{2}.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.fpn_blocks.{2}.conv1.
  conv w[encoder_in_channels[0],decoder_in_channels[0],1,1]
  norm w[encoder_in_channels[0]] b[encoder_in_channels[0]]
encoder.fpn_blocks.{2}.csp_rep1.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.fpn_blocks.{2}.csp_rep1.bottlenecks.{3}.conv1.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.csp_rep1.bottlenecks.{3}.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.csp_rep1.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.csp_rep2.conv1.
  conv w[encoder_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[d_model] b[d_model]
encoder.fpn_blocks.{2}.csp_rep2.bottlenecks.{3}.conv1.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.csp_rep2.bottlenecks.{3}.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.csp_rep2.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.fpn_blocks.{2}.conv2.
  conv w[encoder_hidden_dim,3*d_model,1,1]
  norm w[d_model] b[d_model]
encoder.downsample_convs.{2}.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.downsample_convs.{2}.conv2.
  conv w[encoder_hidden_dim,1,num_feature_levels,num_feature_levels]
  norm w[d_model] b[d_model]
encoder.pan_blocks.{2}.conv1.
  conv w[encoder_in_channels[0],decoder_in_channels[0],1,1]
  norm w[encoder_in_channels[0]] b[encoder_in_channels[0]]
encoder.pan_blocks.{2}.csp_rep1.conv1.
  conv w[encoder_hidden_dim,decoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
encoder.pan_blocks.{2}.csp_rep1.bottlenecks.{3}.conv1.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.csp_rep1.bottlenecks.{3}.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.csp_rep1.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.csp_rep2.conv1.
  conv w[encoder_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[d_model] b[d_model]
encoder.pan_blocks.{2}.csp_rep2.bottlenecks.{3}.conv1.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.csp_rep2.bottlenecks.{3}.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,1,1]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.csp_rep2.conv2.
  conv w[2*lqe_hidden_dim,2*lqe_hidden_dim,num_feature_levels,num_feature_levels]
  norm w[2*lqe_hidden_dim] b[2*lqe_hidden_dim]
encoder.pan_blocks.{2}.conv2.
  conv w[encoder_hidden_dim,3*d_model,1,1]
  norm w[d_model] b[d_model]
.
  denoising_class_embed w[num_feature_levels,d_model]
  enc_score_head w[2,d_model] b[2]
enc_output.
  0 w[d_model,d_model]
  1 w[d_model]
enc_output.{2}.
  . b[d_model]
enc_bbox_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[top_prob_values,d_model] b[top_prob_values]
decoder.
  reg_scale|up [1]
decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|o_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model]
decoder.layers.{decoder_layers}.encoder_attn.
  sampling_offsets w[3*lqe_hidden_dim,d_model] b[3*lqe_hidden_dim]
  attention_weights w[3*head_dim,d_model] b[3*head_dim]
decoder.layers.{decoder_layers}.mlp.
  gate_proj|up_proj w[encoder_in_channels[0],d_model] b[encoder_in_channels[0]]
  down_proj w[d_model,encoder_in_channels[0]] b[d_model]
decoder.layers.{decoder_layers}.gateway.
  gate w[encoder_in_channels[0],encoder_in_channels[0]] b[encoder_in_channels[0]]
  norm w[d_model]
decoder.query_pos_head.layers.<i:len(backbone_config.out_indices)>.
  . w[decoder_in_channels[i],(i>0?decoder_in_channels[i-1]:top_prob_values)]
decoder.query_pos_head.layers.{3}.
  . b[d_model]
decoder.pre_bbox_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[top_prob_values,d_model] b[top_prob_values]
decoder.lqe_layers.<i:6>.reg_conf.layers.
  0 w[lqe_hidden_dim,20] b[lqe_hidden_dim]
  1 w[1,lqe_hidden_dim] b[1]
`);
