import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MuseGlimmerForConditionalGeneration`. */
export const museGlimmer = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.vision_adapter.
  fc1 w[projector_hidden_size,out_hidden_size]
  fc2 w[projector_hidden_size,projector_hidden_size]
model.
  vision_projection w[text_config.hidden_size,projector_hidden_size]
`);
