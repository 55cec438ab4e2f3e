import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VibeVoiceAsrForConditionalGeneration`. */
export const vibevoiceAsr = layoutFamily(`
use acoustic_tokenizer_encoder_config: . > model.acoustic_tokenizer_encoder.
use semantic_tokenizer_encoder_config: . > model.semantic_tokenizer_encoder.
use text_config: lm_head > lm_head; model. > model.language_model.
model.multi_modal_projector.
  acoustic_linear_1 w[text_config.hidden_size,acoustic_tokenizer_encoder_config.hidden_size] b[text_config.hidden_size]
  acoustic_norm|semantic_norm w[text_config.hidden_size]
  acoustic_linear_2|semantic_linear_2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  semantic_linear_1 w[text_config.hidden_size,semantic_tokenizer_encoder_config.hidden_size] b[text_config.hidden_size]
`);
