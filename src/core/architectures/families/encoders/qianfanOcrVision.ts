import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `QianfanOCRVisionModel`. */
export const qianfanOcrVision = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings ?use_absolute_position_embeddings[1,(image_size[0]//patch_size[0])**2+1,hidden_size]
  mask_token ?use_mask_token[1,1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size[0],patch_size[1]] b[hidden_size]
layers.{num_hidden_layers}.
  lambda_1|lambda_2 [hidden_size]
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.attention.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  projection_layer w[hidden_size,hidden_size] b[hidden_size]
  q_norm|k_norm w?use_qk_norm[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
`);
