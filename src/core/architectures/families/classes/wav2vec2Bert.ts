import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `wav2vec2-bert` beside the one of its own task, by name. */
export const wav2vec2BertClasses = {
  Wav2Vec2BertForSequenceClassification: layoutFamily(`
use as wav2vec2-bert: . > wav2vec2_bert.
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_hidden_layers+1]
`),
};
