import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Data2VecVisionModel`. */
export const data2vecVision = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings ?use_absolute_position_embeddings[1,(image_size//patch_size)**2+1,hidden_size]
  mask_token ?use_mask_token[1,1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.
  lambda_1|lambda_2 [hidden_size]
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.attention.
  query|value w[hidden_size,hidden_size] b[hidden_size]
  key w[hidden_size,hidden_size]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
encoder.layer.{num_hidden_layers}.attention.attention.relative_position_bias.
  relative_position_bias_table ?use_relative_position_bias[732,num_attention_heads]
encoder.relative_position_bias.
  relative_position_bias_table ?use_shared_relative_position_bias[732,num_attention_heads]
`);
