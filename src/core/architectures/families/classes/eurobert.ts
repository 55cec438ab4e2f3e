import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `eurobert` beside the one of its own task, by name. */
export const eurobertClasses = {
  EuroBertModel: layoutFamily(`
use as eurobert: model. > .
layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj b?attention_bias[hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj b?mlp_bias[intermediate_size]
  down_proj b?mlp_bias[hidden_size]
`),
  EuroBertForSequenceClassification: layoutFamily(`
use as eurobert: model. > model.
.
  dense w[hidden_size,hidden_size] b[hidden_size]
  classifier w[num_labels,hidden_size] b[num_labels]
model.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj b?mlp_bias[intermediate_size]
  down_proj b?mlp_bias[hidden_size]
`),
  EuroBertForTokenClassification: layoutFamily(`
use as eurobert: model. > model.
.
  classifier w[num_labels,hidden_size] b[num_labels]
model.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj b?mlp_bias[intermediate_size]
  down_proj b?mlp_bias[hidden_size]
`),
};
