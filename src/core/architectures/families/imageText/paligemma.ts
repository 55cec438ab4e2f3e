import { layoutFamily } from '../../layout/declareLayout';
import { llavaOnevisionLayers } from '../../layout/layers';

/** The tensors of `PaliGemmaForConditionalGeneration`. */
export const paligemma = layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
model.vision_tower.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${llavaOnevisionLayers('model.vision_tower.encoder.layers.{vision_config.num_hidden_layers}.')}
model.vision_tower.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.
  linear w[projection_dim,vision_config.hidden_size] b[projection_dim]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
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
