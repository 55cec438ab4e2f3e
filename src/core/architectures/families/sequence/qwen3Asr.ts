import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen3ASRForConditionalGeneration`. */
export const qwen3Asr = layoutFamily(`
use audio_config: . > model.audio_tower.
use text_config: model. > model.language_model.
model.multi_modal_projector.
  linear_1 w[audio_config.d_model,audio_config.d_model] b[audio_config.d_model]
  linear_2 w[audio_config.output_dim,audio_config.d_model] b[audio_config.output_dim]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
