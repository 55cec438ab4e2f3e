import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `data2vec-audio` beside the one of its own task, by name. */
export const data2vecAudioClasses = {
  Data2VecAudioForCTC: layoutFamily(`
use as data2vec-audio: . > data2vec_audio.
.
  lm_head w[vocab_size,hidden_size] b[vocab_size]
data2vec_audio.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
data2vec_audio.adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
`),
  Data2VecAudioForSequenceClassification: layoutFamily(`
use as data2vec-audio: . > data2vec_audio.
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
data2vec_audio.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
`),
};
