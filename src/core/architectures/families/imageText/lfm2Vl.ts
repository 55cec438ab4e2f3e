import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Lfm2VlForConditionalGeneration`. */
export const lfm2Vl = layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  layer_norm w?projector_use_layernorm[3072] b?projector_use_layernorm[3072]
  linear_1 w[projector_hidden_size,3072] b?projector_bias[projector_hidden_size]
  linear_2 w[text_config.hidden_size,projector_hidden_size] b?projector_bias[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,projector_hidden_size]
`);
