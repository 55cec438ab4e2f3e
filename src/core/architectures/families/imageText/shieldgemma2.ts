import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Gemma3ForConditionalGeneration`. */
export const shieldgemma2 = layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
