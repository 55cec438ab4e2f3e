import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Mistral3ForConditionalGeneration`. */
export const mistral3 = layoutFamily(`
use text_config: model. > model.language_model.
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  norm w[vision_config.hidden_size]
  linear_1 w[text_config.hidden_size,vision_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b?multimodal_projector_bias[text_config.hidden_size]
model.multi_modal_projector.patch_merger.
  merging_layer w[vision_config.hidden_size,4096]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
