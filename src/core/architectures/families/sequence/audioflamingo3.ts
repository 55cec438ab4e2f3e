import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `AudioFlamingo3ForConditionalGeneration`. Also musicflamingo. */
export const audioflamingo3 = layoutFamily(`
use audio_config: . > model.audio_tower.
use text_config: lm_head > lm_head; model. > model.language_model.
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,audio_config.hidden_size] b?projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?projector_bias[text_config.hidden_size]
`);
