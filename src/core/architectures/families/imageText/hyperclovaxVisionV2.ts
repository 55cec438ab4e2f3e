import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `HyperCLOVAXVisionV2ForConditionalGeneration`. */
export const hyperclovaxVisionV2 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_model.
model.
  projector w[text_config.hidden_size,vision_config.hidden_size] b[text_config.hidden_size]
`);
