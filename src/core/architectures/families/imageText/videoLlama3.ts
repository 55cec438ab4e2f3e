import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VideoLlama3ForConditionalGeneration`. */
export const videoLlama3 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_model.
model.projector.readout.
  0 w[text_config.hidden_size,vision_config.hidden_size] b[text_config.hidden_size]
  2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
`);
