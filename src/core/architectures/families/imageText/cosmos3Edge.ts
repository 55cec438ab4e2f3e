import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Cosmos3EdgeForConditionalGeneration`. */
export const cosmos3Edge = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.visual.
model.projector.
  norm w[vision_config.hidden_size] b[vision_config.hidden_size]
  linear_fc1 w[projector_hidden_size,4608] b[projector_hidden_size]
  linear_fc2 w[text_config.hidden_size,projector_hidden_size] b[text_config.hidden_size]
`);
