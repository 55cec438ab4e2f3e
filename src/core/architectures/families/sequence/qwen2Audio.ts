import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen2AudioForConditionalGeneration`. */
export const qwen2Audio = layoutFamily(`
use audio_config: . > model.audio_tower.
use text_config: lm_head > lm_head; model. > model.language_model.
model.multi_modal_projector.
  linear w[text_config.hidden_size,audio_config.d_model] b[text_config.hidden_size]
`);
