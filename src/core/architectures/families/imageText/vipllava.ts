import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VipLlavaForConditionalGeneration`. */
export const vipllava = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  projector_layernorm w[5120] b[5120]
  linear_1 w[text_config.hidden_size,5120] b[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
`);
