import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VideoLlavaForConditionalGeneration`. */
export const videoLlava = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.image_tower.
model.video_tower.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,3,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[257,vision_config.hidden_size]
model.video_tower.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.video_tower.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.video_tower.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.video_tower.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[text_config.hidden_size,vision_config.hidden_size] b[text_config.hidden_size]
  fc2 w[vision_config.hidden_size,text_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,vision_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
`);
