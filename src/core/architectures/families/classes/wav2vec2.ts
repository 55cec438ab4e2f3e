import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `wav2vec2` beside the one of its own task, by name. */
export const wav2vec2Classes = {
  Wav2Vec2Model: layoutFamily(`
use as wav2vec2: wav2vec2. > .; lm_head > lm_head
feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
`),
  Wav2Vec2ForCTC: layoutFamily(`
use as wav2vec2: wav2vec2. > wav2vec2.; lm_head > lm_head
.
  lm_head w[vocab_size,hidden_size] b[vocab_size]
wav2vec2.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
wav2vec2.adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
`),
  Wav2Vec2ForSequenceClassification: layoutFamily(`
use as wav2vec2: wav2vec2. > wav2vec2.; lm_head > lm_head
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
wav2vec2.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
`),
};
