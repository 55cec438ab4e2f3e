import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `unispeech` beside the one of its own task, by name. */
export const unispeechClasses = {
  UniSpeechModel: layoutFamily(`
use as unispeech: unispeech. > .; lm_head > lm_head
feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`),
  UniSpeechForCTC: layoutFamily(`
use as unispeech: unispeech. > unispeech.; lm_head > lm_head
.
  lm_head w[vocab_size,hidden_size] b[vocab_size]
unispeech.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`),
  UniSpeechForSequenceClassification: layoutFamily(`
use as unispeech: unispeech. > unispeech.; lm_head > lm_head
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
unispeech.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
`),
};
