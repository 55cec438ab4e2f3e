import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LasrEncoder`. */
export const lasrEncoder = layoutFamily(`
subsampler.
  dense_0 w[hidden_size,num_mel_bins] b[hidden_size]
  conv_0 w[hidden_size,hidden_size,subsampling_conv_kernel_size] b[hidden_size]
  conv_1 w[subsampling_conv_channels,hidden_size,subsampling_conv_kernel_size] b[subsampling_conv_channels]
  dense_1 w[hidden_size,subsampling_conv_channels] b[hidden_size]
layers.{num_hidden_layers}.feed_forward1.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_key_value_heads]
layers.{num_hidden_layers}.conv.
  pointwise_conv1 w[2*hidden_size,hidden_size,1] b?convolution_bias[2*hidden_size]
  depthwise_conv w[hidden_size,1,conv_kernel_size] b?convolution_bias[hidden_size]
  norm w[hidden_size] b[hidden_size]
  pointwise_conv2 w[hidden_size,hidden_size,1] b?convolution_bias[hidden_size]
layers.{num_hidden_layers}.feed_forward2.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.
  norm_feed_forward1|norm_self_att|norm_conv|norm_feed_forward2|norm_out w[hidden_size]
.
  out_norm w[hidden_size]
`);
