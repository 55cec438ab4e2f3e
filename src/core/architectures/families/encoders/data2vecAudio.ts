import { layoutFamily } from '../../layout/declareLayout';
import { unispeechLayers } from '../../layout/layers';

/** The tensors of `Data2VecAudioModel`. */
export const data2vecAudio = layoutFamily(`
.
  masked_spec_embed [hidden_size]
feature_extractor.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
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
feature_extractor.conv_layers.<i:len(conv_dim)>.
  layer_norm w[conv_dim[i]] b[conv_dim[i]]
feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
encoder.pos_conv_embed.layers.{num_conv_pos_embeddings}.
  conv w[hidden_size,hidden_size//num_conv_pos_embedding_groups,conv_pos_kernel_size] b[hidden_size]
encoder.
  layer_norm w[hidden_size] b[hidden_size]
${unispeechLayers('encoder.layers.{num_hidden_layers}.')}
adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`);
