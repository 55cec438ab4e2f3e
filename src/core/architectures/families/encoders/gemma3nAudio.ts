import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Gemma3nAudioEncoder`. */
export const gemma3nAudio = layoutFamily(`
subsample_conv_projection.conv_0.
  conv w[sscp_conv_channel_size[0],1,3,3]
  norm w[sscp_conv_channel_size[0]]
subsample_conv_projection.conv_1.
  conv w[sscp_conv_channel_size[1],sscp_conv_channel_size[0],3,3]
  norm w[sscp_conv_channel_size[1]]
subsample_conv_projection.
  input_proj_linear w[hidden_size,vocab_size*conf_num_attention_heads]
conformer.{conf_num_hidden_layers}.ffw_layer_start.
  pre_layer_norm|post_layer_norm w[hidden_size]
  ffw_layer_1 w[4*hidden_size,hidden_size]
  ffw_layer_2 w[hidden_size,4*hidden_size]
conformer.{conf_num_hidden_layers}.attention.
  pre_attn_norm|post_norm w[hidden_size]
  post w[hidden_size,hidden_size]
conformer.{conf_num_hidden_layers}.attention.attn.
  per_dim_scale [hidden_size//conf_num_attention_heads]
  q_proj|k_proj|v_proj w[hidden_size,hidden_size]
conformer.{conf_num_hidden_layers}.attention.attn.relative_position_embedding.
  pos_proj w[hidden_size,hidden_size]
conformer.{conf_num_hidden_layers}.lconv1d.
  pre_layer_norm|conv_norm w[hidden_size]
  linear_start w[2*hidden_size,hidden_size]
  depthwise_conv1d w[hidden_size,1,conf_conv_kernel_size]
  linear_end w[hidden_size,hidden_size]
conformer.{conf_num_hidden_layers}.ffw_layer_end.
  pre_layer_norm|post_layer_norm w[hidden_size]
  ffw_layer_1 w[4*hidden_size,hidden_size]
  ffw_layer_2 w[hidden_size,4*hidden_size]
conformer.{conf_num_hidden_layers}.
  norm w[hidden_size]
`);
