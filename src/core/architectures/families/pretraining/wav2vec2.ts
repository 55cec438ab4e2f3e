import { layoutFamily } from '../../layout/declareLayout';
import { unispeechLayers } from '../../layout/layers';

/** The tensors of `Wav2Vec2ForPreTraining`. */
export const wav2vec2 = layoutFamily(`
wav2vec2.
  masked_spec_embed [hidden_size]
wav2vec2.feature_extractor.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
  layer_norm w[conv_dim[0]] b[conv_dim[0]]
wav2vec2.feature_extractor.conv_layers.1.
  conv w[conv_dim[1],conv_dim[0],conv_kernel[1]]
wav2vec2.feature_extractor.conv_layers.2.
  conv w[conv_dim[2],conv_dim[1],conv_kernel[2]]
wav2vec2.feature_extractor.conv_layers.3.
  conv w[conv_dim[3],conv_dim[2],conv_kernel[3]]
wav2vec2.feature_extractor.conv_layers.4.
  conv w[conv_dim[4],conv_dim[3],conv_kernel[4]]
wav2vec2.feature_extractor.conv_layers.5.
  conv w[conv_dim[5],conv_dim[4],conv_kernel[5]]
wav2vec2.feature_extractor.conv_layers.6.
  conv w[conv_dim[6],conv_dim[5],2]
wav2vec2.feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
wav2vec2.encoder.pos_conv_embed.
  conv b[hidden_size]
wav2vec2.encoder.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
wav2vec2.encoder.
  layer_norm w[hidden_size] b[hidden_size]
${unispeechLayers('wav2vec2.encoder.layers.{num_hidden_layers}.')}
quantizer.
  codevectors [1,num_codevector_groups*num_codevectors_per_group,codevector_dim//num_codevector_groups]
  weight_proj w[num_codevector_groups*num_codevectors_per_group,conv_dim[6]] b[num_codevector_groups*num_codevectors_per_group]
.
  project_hid w[proj_codevector_dim,hidden_size] b[proj_codevector_dim]
  project_q w[proj_codevector_dim,codevector_dim] b[proj_codevector_dim]
wav2vec2.adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,tdnn_kernel[1]] b?add_adapter[2*hidden_size]
wav2vec2.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`);
