import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `wavlm` beside the one of its own task, by name. */
export const wavlmClasses = {
  WavLMForCTC: layoutFamily(`
use as wavlm: . > wavlm.
.
  lm_head w[vocab_size,hidden_size] b[vocab_size]
wavlm.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
wavlm.adapter.layers.{3}.
  conv w?add_adapter[2*hidden_size,hidden_size,conv_kernel[1]] b?add_adapter[2*hidden_size]
`),
  WavLMForSequenceClassification: layoutFamily(`
use as wavlm: . > wavlm.
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
wavlm.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[tdnn_dim[0]]
`),
};
