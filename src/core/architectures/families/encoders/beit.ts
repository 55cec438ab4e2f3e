import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `BeitModel`. */
export const beit = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings ?use_absolute_position_embeddings[1,(image_size//patch_size)**2+1,hidden_size]
  mask_token ?use_mask_token[1,1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
layers.{num_hidden_layers}.
  lambda_1|lambda_2 [hidden_size]
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.attention.
  q_proj|v_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
  k_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
pooler.
  layernorm w?use_mean_pooling[hidden_size] b?use_mean_pooling[hidden_size]
.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
layers.{num_hidden_layers}.relative_position_bias.
  relative_position_bias_table ?use_relative_position_bias[732,num_hidden_layers]
shared_position_bias.
  relative_position_bias_table ?use_shared_relative_position_bias[732,num_hidden_layers]
`);
