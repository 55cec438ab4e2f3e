import { layoutFamily } from '../../layout/declareLayout';
import { llavaOnevisionLayers } from '../../layout/layers';

/** The tensors of `MiniCPMV4_6ForConditionalGeneration`. */
export const minicpmv46 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.vision_tower.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${llavaOnevisionLayers('model.vision_tower.encoder.layers.{vision_config.num_hidden_layers}.')}
model.vision_tower.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.vit_merger.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.vit_merger.
  layer_norm1 w[vision_config.hidden_size] b[vision_config.hidden_size]
  pre_norm w[vision_config.hidden_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1]] b[vision_config.hidden_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1]]
  linear_1 w[vision_config.intermediate_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1],vision_config.hidden_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1]] b[vision_config.intermediate_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1]]
  linear_2 w[vision_config.hidden_size,vision_config.intermediate_size*vision_config.window_kernel_size[0]*vision_config.window_kernel_size[1]] b[vision_config.hidden_size]
model.merger.mlp.{merger_times}.
  pre_norm w[4*vision_config.hidden_size] b[4*vision_config.hidden_size]
  linear_1 w[4*vision_config.hidden_size,4*vision_config.hidden_size] b[4*vision_config.hidden_size]
model.merger.mlp.0.
  linear_2 w[4096,4*vision_config.hidden_size] b[4096]
`);
