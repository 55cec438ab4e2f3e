import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `modernbert` beside the one of its own task, by name. */
export const modernbertClasses = {
  ModernBertModel: layoutFamily(`
use as modernbert: model. > .; lm_head > lm_head
embeddings.
  norm b?norm_bias[hidden_size]
layers.{num_hidden_layers}.
  mlp_norm b?norm_bias[hidden_size]
layers.{1..num_hidden_layers}.
  attn_norm b?norm_bias[hidden_size]
.
  final_norm b?norm_bias[hidden_size]
layers.{num_hidden_layers}.attn.
  Wqkv b?attention_bias[2*intermediate_size]
  Wo b?attention_bias[hidden_size]
layers.{num_hidden_layers}.mlp.
  Wi b?mlp_bias[2*intermediate_size]
  Wo b?mlp_bias[hidden_size]
`),
  ModernBertForSequenceClassification: layoutFamily(`
use as modernbert: head > head; model. > model.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
model.embeddings.
  norm b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.
  mlp_norm b?norm_bias[hidden_size]
model.layers.{1..num_hidden_layers}.
  attn_norm b?norm_bias[hidden_size]
model.
  final_norm b?norm_bias[hidden_size]
head.
  norm b?norm_bias[hidden_size]
  dense b?classifier_bias[hidden_size]
model.layers.{num_hidden_layers}.attn.
  Wqkv b?attention_bias[2*intermediate_size]
  Wo b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  Wi b?mlp_bias[2*intermediate_size]
  Wo b?mlp_bias[hidden_size]
`),
  ModernBertForTokenClassification: layoutFamily(`
use as modernbert: head > head; model. > model.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
model.embeddings.
  norm b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.
  mlp_norm b?norm_bias[hidden_size]
model.layers.{1..num_hidden_layers}.
  attn_norm b?norm_bias[hidden_size]
model.
  final_norm b?norm_bias[hidden_size]
head.
  norm b?norm_bias[hidden_size]
  dense b?classifier_bias[hidden_size]
model.layers.{num_hidden_layers}.attn.
  Wqkv b?attention_bias[2*intermediate_size]
  Wo b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  Wi b?mlp_bias[2*intermediate_size]
  Wo b?mlp_bias[hidden_size]
`),
  ModernBertForQuestionAnswering: layoutFamily(`
use as modernbert: head > head; model. > model.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
model.embeddings.
  norm b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.
  mlp_norm b?norm_bias[hidden_size]
model.layers.{1..num_hidden_layers}.
  attn_norm b?norm_bias[hidden_size]
model.
  final_norm b?norm_bias[hidden_size]
head.
  norm b?norm_bias[hidden_size]
  dense b?classifier_bias[hidden_size]
model.layers.{num_hidden_layers}.attn.
  Wqkv b?attention_bias[2*intermediate_size]
  Wo b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  Wi b?mlp_bias[2*intermediate_size]
  Wo b?mlp_bias[hidden_size]
`),
  ModernBertForMultipleChoice: layoutFamily(`
use as modernbert: head > head; model. > model.; lm_head > lm_head
.
  classifier w[1,hidden_size] b[1]
model.embeddings.
  norm b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.
  mlp_norm b?norm_bias[hidden_size]
model.layers.{1..num_hidden_layers}.
  attn_norm b?norm_bias[hidden_size]
model.
  final_norm b?norm_bias[hidden_size]
head.
  norm b?norm_bias[hidden_size]
  dense b?classifier_bias[hidden_size]
model.layers.{num_hidden_layers}.attn.
  Wqkv b?attention_bias[2*intermediate_size]
  Wo b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  Wi b?mlp_bias[2*intermediate_size]
  Wo b?mlp_bias[hidden_size]
`),
};
