import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Wav2Vec2BertModel`. */
export const wav2vec2Bert = layoutFamily(`
.
  masked_spec_embed [hidden_size]
feature_projection.
  layer_norm w[feature_projection_input_dim] b[feature_projection_input_dim]
  projection w[hidden_size,feature_projection_input_dim] b[hidden_size]
encoder.layers.{num_hidden_layers}.
  ffn1_layer_norm|self_attn_layer_norm|ffn2_layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.ffn1.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.self_attn.
  linear_q|linear_k|linear_v|linear_out w[hidden_size,hidden_size] b[hidden_size]
  distance_embedding w[left_max_position_embeddings+right_max_position_embeddings+1,hidden_size//num_attention_heads]
encoder.layers.{num_hidden_layers}.conv_module.
  layer_norm|depthwise_layer_norm w[hidden_size] b[hidden_size]
  pointwise_conv1 w[2*hidden_size,hidden_size,1]
  depthwise_conv w[hidden_size,1,conv_depthwise_kernel_size]
  pointwise_conv2 w[hidden_size,hidden_size,1]
encoder.layers.{num_hidden_layers}.ffn2.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
adapter.layers.0.
  residual_layer_norm|self_attn_layer_norm|ffn_layer_norm w?add_adapter[hidden_size] b?add_adapter[hidden_size]
  residual_conv|self_attn_conv w?add_adapter[2*hidden_size,hidden_size,tdnn_kernel[1]] b?add_adapter[2*hidden_size]
adapter.layers.0.self_attn.
  linear_q|linear_k|linear_v|linear_out w?add_adapter[hidden_size,hidden_size] b?add_adapter[hidden_size]
adapter.layers.0.ffn.
  intermediate_dense w?add_adapter[intermediate_size,hidden_size] b?add_adapter[intermediate_size]
  output_dense w?add_adapter[hidden_size,intermediate_size] b?add_adapter[hidden_size]
`);
