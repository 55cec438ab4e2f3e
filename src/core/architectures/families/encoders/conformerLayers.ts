/**
 * Layers of a conformer as Parakeet and Nemotron have them, as layout text: keys and values have as many heads as queries
 * where the config does not say otherwise.
 */
export const CONFORMER_LAYERS = `
layers.{num_hidden_layers}.feed_forward1.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.self_attn.
  bias_u|bias_v [num_attention_heads,hidden_size//num_attention_heads]
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*(has(num_key_value_heads)?num_key_value_heads:num_attention_heads),hidden_size] b?attention_bias[hidden_size//num_attention_heads*(has(num_key_value_heads)?num_key_value_heads:num_attention_heads)]
  relative_k_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.conv.
  pointwise_conv1 w[2*hidden_size,hidden_size,1] b?convolution_bias[2*hidden_size]
  depthwise_conv w[hidden_size,1,conv_kernel_size] b?convolution_bias[hidden_size]
  norm w[hidden_size] b[hidden_size]
  pointwise_conv2 w[hidden_size,hidden_size,1] b?convolution_bias[hidden_size]
layers.{num_hidden_layers}.feed_forward2.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.
  norm_feed_forward1|norm_self_att|norm_conv|norm_feed_forward2|norm_out w[hidden_size] b[hidden_size]
`;
