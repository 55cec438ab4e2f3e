import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Gemma4AudioModel`. */
export const gemma4Audio = layoutFamily(`
subsample_conv_projection.layer0.
  conv w[subsampling_conv_channels[0],1,3,3]
  norm w[subsampling_conv_channels[0]]
subsample_conv_projection.layer1.
  conv w[subsampling_conv_channels[1],subsampling_conv_channels[0],3,3]
  norm w[subsampling_conv_channels[1]]
subsample_conv_projection.
  input_proj_linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.feed_forward1.ffw_layer_1.
  linear w[4*hidden_size,hidden_size]
layers.{num_hidden_layers}.feed_forward1.ffw_layer_2.
  linear w[hidden_size,4*hidden_size]
layers.{num_hidden_layers}.feed_forward1.
  pre_layer_norm|post_layer_norm w[hidden_size]
layers.{num_hidden_layers}.feed_forward2.ffw_layer_1.
  linear w[4*hidden_size,hidden_size]
layers.{num_hidden_layers}.feed_forward2.ffw_layer_2.
  linear w[hidden_size,4*hidden_size]
layers.{num_hidden_layers}.feed_forward2.
  pre_layer_norm|post_layer_norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  per_dim_scale [hidden_size//num_attention_heads]
  relative_k_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.self_attn.q_proj.
  linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.self_attn.k_proj.
  linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.self_attn.v_proj.
  linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.self_attn.post.
  linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.lconv1d.linear_start.
  linear w[2*hidden_size,hidden_size]
layers.{num_hidden_layers}.lconv1d.linear_end.
  linear w[hidden_size,hidden_size]
layers.{num_hidden_layers}.lconv1d.
  depthwise_conv1d w[hidden_size,1,conv_kernel_size]
  pre_layer_norm|conv_norm w[hidden_size]
layers.{num_hidden_layers}.
  norm_pre_attn|norm_post_attn|norm_out w[hidden_size]
.
  output_proj w[output_proj_dims,hidden_size] b[output_proj_dims]
`);
