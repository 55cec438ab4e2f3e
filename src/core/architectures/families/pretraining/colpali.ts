import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ColPaliForRetrieval`. */
export const colpali = layoutFamily(`
use vlm_config.text_config: model. > vlm.language_model.; lm_head > lm_head
use vlm_config: model.vision_tower. > vlm.vision_tower.; lm_head > lm_head
vlm.multi_modal_projector.
  linear w[vlm_config.hidden_size,vlm_config.vision_config.hidden_size] b[vlm_config.hidden_size]
.
  embedding_proj_layer w[embedding_dim,vlm_config.hidden_size] b[embedding_dim]
`);
