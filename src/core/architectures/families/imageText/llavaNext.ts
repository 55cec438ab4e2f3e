import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LlavaNextForConditionalGeneration`. Also llava_next_video. */
export const llavaNext = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.
  image_newline [text_config.hidden_size]
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,vision_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
`);
