import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `gemma3` beside the one of its own task, by name. */
export const gemma3Classes = {
  Gemma3Model: layoutFamily(`
use text_config: model. > language_model.; lm_head > lm_head
use vision_config: . > vision_tower.
multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
`),
  Gemma3ForSequenceClassification: layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
.
  score w[num_labels,text_config.hidden_size]
`),
  Gemma3ForConditionalGeneration: layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
`),
};
