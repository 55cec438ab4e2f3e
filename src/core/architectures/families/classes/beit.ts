import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `beit` beside the one of its own task, by name. */
export const beitClasses = {
  BeitForImageClassification: layoutFamily(`
use as beit: . > beit.
.
  classifier w[num_labels,hidden_size] b[num_labels]
beit.embeddings.
  mask_token ?use_mask_token[1,1,hidden_size]
  position_embeddings ?use_absolute_position_embeddings[1,(image_size//patch_size)**2+1,hidden_size]
beit.layers.{num_hidden_layers}.relative_position_bias.
  relative_position_bias_table ?use_relative_position_bias[732,num_hidden_layers]
beit.shared_position_bias.
  relative_position_bias_table ?use_shared_relative_position_bias[732,num_hidden_layers]
beit.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
`),
};
