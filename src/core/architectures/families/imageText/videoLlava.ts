import { layoutFamily } from '../../layout/declareLayout';
import { idefics2Layers } from '../../layout/layers';

/** The tensors of `VideoLlavaForConditionalGeneration`. */
export const videoLlava = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.video_tower.
model.image_tower.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
model.image_tower.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
${idefics2Layers('model.image_tower.encoder.layers.{vision_config.num_hidden_layers}.')}
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,vision_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
`);
