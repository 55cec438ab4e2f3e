import { layoutFamily } from '../../layout/declareLayout';
import { unispeechLayers } from '../../layout/layers';

/** The tensors of `UniSpeechSatForPreTraining`. */
export const unispeechSat = layoutFamily(`
.
  label_embeddings_concat [num_clusters,codevector_dim]
  project_q w[proj_codevector_dim,codevector_dim] b[proj_codevector_dim]
  project_hid w[proj_codevector_dim,hidden_size] b[proj_codevector_dim]
  speaker_proj w[codevector_dim,hidden_size] b[codevector_dim]
  layer_norm_for_extract w[hidden_size] b[hidden_size]
unispeech_sat.
  masked_spec_embed [hidden_size]
unispeech_sat.feature_extractor.conv_layers.0.
  conv w[conv_dim[0],1,conv_kernel[0]]
  layer_norm w[conv_dim[0]] b[conv_dim[0]]
unispeech_sat.feature_extractor.conv_layers.1.
  conv w[conv_dim[1],conv_dim[0],conv_kernel[1]]
unispeech_sat.feature_extractor.conv_layers.2.
  conv w[conv_dim[2],conv_dim[1],conv_kernel[2]]
unispeech_sat.feature_extractor.conv_layers.3.
  conv w[conv_dim[3],conv_dim[2],conv_kernel[3]]
unispeech_sat.feature_extractor.conv_layers.4.
  conv w[conv_dim[4],conv_dim[3],conv_kernel[4]]
unispeech_sat.feature_extractor.conv_layers.5.
  conv w[conv_dim[5],conv_dim[4],conv_kernel[5]]
unispeech_sat.feature_extractor.conv_layers.6.
  conv w[conv_dim[6],conv_dim[5],2]
unispeech_sat.feature_projection.
  layer_norm w[conv_dim[6]] b[conv_dim[6]]
  projection w[hidden_size,conv_dim[6]] b[hidden_size]
unispeech_sat.encoder.pos_conv_embed.
  conv b[hidden_size]
unispeech_sat.encoder.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
unispeech_sat.encoder.
  layer_norm w[hidden_size] b[hidden_size]
${unispeechLayers('unispeech_sat.encoder.layers.{num_hidden_layers}.')}
quantizer.
  codevectors [1,num_codevector_groups*num_codevectors_per_group,codevector_dim//num_codevector_groups]
  weight_proj w[num_codevector_groups*num_codevectors_per_group,hidden_size] b[num_codevector_groups*num_codevectors_per_group]
unispeech_sat.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`);
