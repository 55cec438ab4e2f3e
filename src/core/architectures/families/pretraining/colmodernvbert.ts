import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ColModernVBertForRetrieval`. */
export const colmodernvbert = layoutFamily(`
use vlm_config.text_config: model. > vlm.text_model.; lm_head > lm_head
use vlm_config.vision_config: . > vlm.vision_model.
vlm.connector.
  modality_projection w[vlm_config.text_config.hidden_size,16*vlm_config.text_config.hidden_size]
.
  embedding_proj_layer w[embedding_dim,vlm_config.text_config.hidden_size] b[embedding_dim]
`);
