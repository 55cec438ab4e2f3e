import { layoutFamily } from '../../layout/declareLayout';
import { unispeechLayers } from '../../layout/layers';

/** The tensors of `SEWModel`. */
export const sew = layoutFamily(`
.
  masked_spec_embed [hidden_size]
  layer_norm w[512] b[512]
  feature_projection w[hidden_size,512] b[hidden_size]
feature_extractor.conv_layers.0.
  conv w[64,1,mask_time_length] b?conv_bias[64]
  layer_norm w[64] b[64]
feature_extractor.conv_layers.1.
  conv w[128,64,3]
feature_extractor.conv_layers.2.
  conv w[128,128,1]
feature_extractor.conv_layers.4.
  conv w[128,128,1]
feature_extractor.conv_layers.3.
  conv w[128,128,3]
feature_extractor.conv_layers.5.
  conv w[256,128,3]
feature_extractor.conv_layers.6.
  conv w[256,256,1]
feature_extractor.conv_layers.8.
  conv w[256,256,1]
feature_extractor.conv_layers.7.
  conv w[256,256,3]
feature_extractor.conv_layers.9.
  conv w[512,256,2]
feature_extractor.conv_layers.10.
  conv w[512,512,1]
feature_extractor.conv_layers.12.
  conv w[512,512,1]
feature_extractor.conv_layers.11.
  conv w[512,512,2]
encoder.pos_conv_embed.
  conv b[hidden_size]
encoder.pos_conv_embed.conv.parametrizations.weight.
  original0 [1,1,num_conv_pos_embeddings]
  original1 [hidden_size,hidden_size//num_conv_pos_embedding_groups,num_conv_pos_embeddings]
encoder.
  layer_norm w[hidden_size] b[hidden_size]
${unispeechLayers('encoder.layers.{num_hidden_layers}.')}
encoder.upsample.
  projection w[hidden_size*squeeze_factor,hidden_size] b[hidden_size*squeeze_factor]
feature_extractor.conv_layers.{1..5}.
  conv b?conv_bias[num_conv_pos_embeddings]
feature_extractor.conv_layers.{5..9}.
  conv b?conv_bias[classifier_proj_size]
feature_extractor.conv_layers.{9..num_feat_extract_layers}.
  conv b?conv_bias[vocab_size*num_conv_pos_embedding_groups]
`);
