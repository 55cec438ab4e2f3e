import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `wav2vec2-conformer` beside the one of its own task, by name. */
export const wav2vec2ConformerClasses = {
  Wav2Vec2ConformerModel: layoutFamily(`
use as wav2vec2-conformer: wav2vec2_conformer. > .; lm_head > lm_head
feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
`),
  Wav2Vec2ConformerForSequenceClassification: layoutFamily(`
use as wav2vec2-conformer: wav2vec2_conformer. > wav2vec2_conformer.; lm_head > lm_head
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
wav2vec2_conformer.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
`),
};
