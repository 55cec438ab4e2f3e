import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `vit_mae` beside the one of its own task, by name. */
export const vitMaeClasses = {
  ViTMAEModel: layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
layers.{num_hidden_layers}.attention.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
.
  layernorm w[hidden_size] b[hidden_size]
`),
};
