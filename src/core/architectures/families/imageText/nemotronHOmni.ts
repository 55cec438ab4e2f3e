import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `NemotronH_Omni_Reasoning_V3`. */
export const nemotronHOmni = layoutFamily(`
use text_config: . > language_model.
use vision_config: . > vision_model.
vision_model.embeddings.
  video_patch_projection w[vision_config.hidden_size,vision_config.video_patch_dim]
multi_modal_projector.
  layer_norm w[4*vision_hidden_size]
  linear_1 w[projector_hidden_size,4*vision_hidden_size]
  linear_2 w[projector_hidden_size,projector_hidden_size]
`);
