import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Wav2Vec2ConformerForPreTraining`. */
export const wav2vec2Conformer = layoutFamily(`
wav2vec2_conformer.
  masked_spec_embed [hidden_size]
wav2vec2_conformer.feature_extractor.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
  layer_norm w[conv_dim[0]] b[conv_dim[0]]
wav2vec2_conformer.feature_extractor.conv_layers.1.
  conv w[conv_dim[1],conv_dim[0],conv_kernel[1]]
wav2vec2_conformer.feature_extractor.conv_layers.2.
  conv w[conv_dim[2],conv_dim[1],conv_kernel[2]]
wav2vec2_conformer.feature_extractor.conv_layers.3.
  conv w[conv_dim[3],conv_dim[2],conv_kernel[3]]
wav2vec2_conformer.feature_extractor.conv_layers.4.
  conv w[conv_dim[4],conv_dim[3],conv_kernel[4]]
wav2vec2_conformer.feature_extractor.conv_layers.5.
  conv w[conv_dim[5],conv_dim[4],conv_kernel[5]]
wav2vec2_conformer.feature_extractor.conv_layers.6.
  conv w[conv_dim[6],conv_dim[5],2]
wav2vec2_conformer.feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
wav2vec2_conformer.encoder.pos_conv_embed.
  conv b[hidden_size]
wav2vec2_conformer.encoder.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
wav2vec2_conformer.encoder.
  layer_norm w[hidden_size] b[hidden_size]
wav2vec2_conformer.encoder.layers.{num_hidden_layers}.
  ffn1_layer_norm|self_attn_layer_norm|ffn2_layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
wav2vec2_conformer.encoder.layers.{num_hidden_layers}.ffn1.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
wav2vec2_conformer.encoder.layers.{num_hidden_layers}.self_attn.
  pos_bias_u|pos_bias_v [num_attention_heads,hidden_size//num_attention_heads]
  linear_q|linear_k|linear_v|linear_out w[hidden_size,hidden_size] b[hidden_size]
  linear_pos w[hidden_size,hidden_size]
wav2vec2_conformer.encoder.layers.{num_hidden_layers}.conv_module.
  layer_norm|batch_norm w[hidden_size] b[hidden_size]
  pointwise_conv1 w[2*hidden_size,hidden_size,1]
  depthwise_conv w[hidden_size,1,conv_depthwise_kernel_size]
  pointwise_conv2 w[hidden_size,hidden_size,1]
wav2vec2_conformer.encoder.layers.{num_hidden_layers}.ffn2.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
quantizer.
  codevectors [1,num_codevector_groups*num_codevectors_per_group,codevector_dim//num_codevector_groups]
  weight_proj w[num_codevector_groups*num_codevectors_per_group,conv_dim[6]] b[num_codevector_groups*num_codevectors_per_group]
.
  project_hid w[proj_codevector_dim,hidden_size] b[proj_codevector_dim]
  project_q w[proj_codevector_dim,codevector_dim] b[proj_codevector_dim]
wav2vec2_conformer.adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,tdnn_kernel[1]] b?add_adapter[2*hidden_size]
wav2vec2_conformer.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`);
