import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `WavLMModel`. */
export const wavlm = layoutFamily(`
.
  masked_spec_embed [hidden_size]
feature_extractor.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
  layer_norm w[conv_dim[0]] b[conv_dim[0]]
feature_extractor.conv_layers.1.
  conv w[conv_dim[1],conv_dim[0],conv_kernel[1]]
feature_extractor.conv_layers.2.
  conv w[conv_dim[2],conv_dim[1],conv_kernel[2]]
feature_extractor.conv_layers.3.
  conv w[conv_dim[3],conv_dim[2],conv_kernel[3]]
feature_extractor.conv_layers.4.
  conv w[conv_dim[4],conv_dim[3],conv_kernel[4]]
feature_extractor.conv_layers.5.
  conv w[conv_dim[5],conv_dim[4],conv_kernel[5]]
feature_extractor.conv_layers.6.
  conv w[conv_dim[6],conv_dim[5],2]
feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
encoder.pos_conv_embed.
  conv b[hidden_size]
encoder.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
encoder.
  layer_norm w[hidden_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.attention.
  gru_rel_pos_const [1,num_attention_heads,1,1]
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
  gru_rel_pos_linear w[num_feat_extract_layers+1,hidden_size//num_attention_heads] b[num_feat_extract_layers+1]
encoder.layers.0.attention.
  rel_attn_embed w[num_buckets,num_attention_heads]
encoder.layers.{num_hidden_layers}.
  layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.feed_forward.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,tdnn_kernel[1]] b?add_adapter[2*hidden_size]
feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`);
