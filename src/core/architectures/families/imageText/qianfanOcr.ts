import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `QianfanOCRForConditionalGeneration`. */
export const qianfanOcr = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  layer_norm w[4096] b[4096]
  linear_1 w[text_config.hidden_size,4096] b[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
`);
