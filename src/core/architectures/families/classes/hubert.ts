import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `hubert` beside the one of its own task, by name. */
export const hubertClasses = {
  HubertForCTC: layoutFamily(`
use as hubert: . > hubert.
.
  lm_head w[vocab_size,hidden_size] b[vocab_size]
hubert.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
hubert.encoder.pos_conv_embed.
  conv w?conv_pos_batch_norm[hidden_size,hidden_size//16,num_conv_pos_embeddings]
  batch_norm w?conv_pos_batch_norm[hidden_size] b?conv_pos_batch_norm[hidden_size]
`),
  HubertForSequenceClassification: layoutFamily(`
use as hubert: . > hubert.
.
  projector w[classifier_proj_size,hidden_size] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[num_attention_heads+1]
hubert.feature_extractor.conv_layers.{num_feat_extract_layers}.
  conv b?conv_bias[conv_dim[0]]
hubert.encoder.pos_conv_embed.
  conv w?conv_pos_batch_norm[hidden_size,hidden_size//16,num_conv_pos_embeddings]
  batch_norm w?conv_pos_batch_norm[hidden_size] b?conv_pos_batch_norm[hidden_size]
`),
};
