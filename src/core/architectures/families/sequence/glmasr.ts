import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmAsrForConditionalGeneration`. */
export const glmasr = layoutFamily(`
use audio_config: . > model.audio_tower.
use text_config: model. > model.language_model.
model.multi_modal_projector.
  linear_1 w[2*text_config.hidden_size,audio_config.intermediate_size] b[2*text_config.hidden_size]
  linear_2 w[text_config.hidden_size,2*text_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
