import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `RadioModel`. */
export const radio = layoutFamily(`
embeddings.
  position_embedding [1,(max_img_size//patch_size)**2,hidden_size]
  cls_register_token [num_cls_tokens+num_registers,hidden_size]
  patch_projection w[hidden_size,patch_dim]
encoder.layer.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.layer_scale1.
  lambda1 [hidden_size]
encoder.layer.{num_hidden_layers}.mlp.
  fc1 w?!use_swiglu_ffn[int(hidden_size*mlp_ratio),hidden_size] b?!use_swiglu_ffn[int(hidden_size*mlp_ratio)]
  fc2 w?!use_swiglu_ffn[hidden_size,int(hidden_size*mlp_ratio)] b?!use_swiglu_ffn[hidden_size]
  gate_proj|up_proj w?use_swiglu_ffn[3416,hidden_size] b?use_swiglu_ffn[3416]
  down_proj w?use_swiglu_ffn[hidden_size,3416] b?use_swiglu_ffn[hidden_size]
encoder.layer.{num_hidden_layers}.layer_scale2.
  lambda1 [hidden_size]
`);
