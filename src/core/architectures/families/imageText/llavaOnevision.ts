import { layoutFamily } from '../../layout/declareLayout';
import { llavaOnevisionLayers } from '../../layout/layers';

/** The tensors of `LlavaOnevisionForConditionalGeneration`. */
export const llavaOnevision = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.
  image_newline [text_config.hidden_size]
model.vision_tower.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${llavaOnevisionLayers('model.vision_tower.encoder.layers.{vision_config.num_hidden_layers}.')}
model.vision_tower.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,vision_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
model.vision_tower.head.
  probe ?vision_config.vision_use_head[1,1,vision_config.hidden_size]
  layernorm w?vision_config.vision_use_head[vision_config.hidden_size] b?vision_config.vision_use_head[vision_config.hidden_size]
model.vision_tower.head.attention.
  in_proj_weight ?vision_config.vision_use_head[3*vision_config.hidden_size,vision_config.hidden_size]
  in_proj_bias ?vision_config.vision_use_head[3*vision_config.hidden_size]
  out_proj w?vision_config.vision_use_head[vision_config.hidden_size,vision_config.hidden_size] b?vision_config.vision_use_head[vision_config.hidden_size]
model.vision_tower.head.mlp.
  fc1 w?vision_config.vision_use_head[vision_config.intermediate_size,vision_config.hidden_size] b?vision_config.vision_use_head[vision_config.intermediate_size]
  fc2 w?vision_config.vision_use_head[vision_config.hidden_size,vision_config.intermediate_size] b?vision_config.vision_use_head[vision_config.hidden_size]
`);
