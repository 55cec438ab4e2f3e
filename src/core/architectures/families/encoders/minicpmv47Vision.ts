import { layoutFamily } from '../../layout/declareLayout';
import { cosmos3EdgeVisionLayers } from '../../layout/layers';

/** The tensors of `MiniCPMV4_7VisionModel`. */
export const minicpmv47Vision = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  position_embedding w[(image_size//patch_size)**2,hidden_size]
${cosmos3EdgeVisionLayers('encoder.layers.{num_hidden_layers}.')}
.
  post_layernorm w[hidden_size] b[hidden_size]
vit_merger.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
vit_merger.
  layer_norm1 w[hidden_size] b[hidden_size]
  pre_norm w[hidden_size*window_kernel_size[0]*window_kernel_size[1]] b[hidden_size*window_kernel_size[0]*window_kernel_size[1]]
  linear_1 w[intermediate_size*window_kernel_size[0]*window_kernel_size[1],hidden_size*window_kernel_size[0]*window_kernel_size[1]] b[intermediate_size*window_kernel_size[0]*window_kernel_size[1]]
  linear_2 w[hidden_size,intermediate_size*window_kernel_size[0]*window_kernel_size[1]] b[hidden_size]
`);
