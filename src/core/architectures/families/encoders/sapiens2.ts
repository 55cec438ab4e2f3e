import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sapiens2Model`. */
export const sapiens2 = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  register_tokens [1,num_register_tokens,hidden_size]
  patch_embeddings w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  mask_token ?use_mask_token[1,1,hidden_size]
model.layer.{num_hidden_layers}.
  norm1|norm2 w[hidden_size]
model.layer.{num_hidden_layers}.attention.
  q_proj w[hidden_size,hidden_size] b?query_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b?proj_bias[hidden_size]
  q_norm|k_norm w?use_qk_norm[hidden_size//num_attention_heads]
model.layer.0.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.1.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.2.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.3.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.4.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.5.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.6.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.7.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.16.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.17.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.18.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.19.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.20.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.21.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.22.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.23.attention.
  k_proj w[hidden_size,hidden_size] b?key_bias[hidden_size]
  v_proj w[hidden_size,hidden_size] b?value_bias[hidden_size]
model.layer.{8..16}.attention.
  k_proj w[hidden_size//2,hidden_size] b?key_bias[hidden_size//2]
  v_proj w[hidden_size//2,hidden_size] b?value_bias[hidden_size//2]
model.layer.{num_hidden_layers}.layer_scale1.
  lambda1 [hidden_size]
model.layer.{num_hidden_layers}.mlp.
  gate_proj w?use_gated_mlp[intermediate_size,hidden_size] b?mlp_bias*use_gated_mlp[intermediate_size]
  up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
.
  norm w[hidden_size]
`);
