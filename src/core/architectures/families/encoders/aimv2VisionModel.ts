import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Aimv2VisionModel`. */
export const aimv2VisionModel = layoutFamily(`
embeddings.
  patch_embed w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  rms_norm w[hidden_size]
  position_embedding w?!is_native[(image_size//patch_size)**2,hidden_size]
encoder.layers.{num_hidden_layers}.attention.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
encoder.layers.{num_hidden_layers}.ffn.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
encoder.layers.{num_hidden_layers}.
  rms_norm1|rms_norm2 w[hidden_size]
.
  rms_norm w[hidden_size]
head.
  cls_token ?use_head[1,1,hidden_size]
  k_proj|v_proj w?use_head[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  output_proj w?use_head[hidden_size,hidden_size] b?use_head[hidden_size]
`);
