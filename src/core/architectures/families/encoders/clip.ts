import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `CLIPModel`. */
export const clip = layoutFamily(`
use text_config: . > text_model.
use vision_config: . > vision_model.
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
`);
