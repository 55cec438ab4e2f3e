import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DINOv3ViTModel`. */
export const dinov3Vit = layoutFamily(`
embeddings.
  cls_token|mask_token [1,1,hidden_size]
  register_tokens [1,0,hidden_size]
  patch_embeddings w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
model.layer.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
model.layer.{num_hidden_layers}.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
  q_proj w[hidden_size,hidden_size] b?query_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b?proj_bias[hidden_size]
model.layer.{num_hidden_layers}.layer_scale1.
  lambda1 [hidden_size]
model.layer.{num_hidden_layers}.mlp.
  up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
  gate_proj w?use_gated_mlp[intermediate_size,hidden_size] b?use_gated_mlp[intermediate_size]
model.layer.{num_hidden_layers}.layer_scale2.
  lambda1 [hidden_size]
.
  norm w[hidden_size] b[hidden_size]
`);
