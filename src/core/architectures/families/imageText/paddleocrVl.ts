import { layoutFamily } from '../../layout/declareLayout';
import { llavaOnevisionLayers } from '../../layout/layers';

/** The tensors of `PaddleOCRVLForConditionalGeneration`. */
export const paddleocrVl = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.visual.vision_model.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${llavaOnevisionLayers('model.visual.vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
model.visual.vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.projector.
  pre_norm w[vision_config.hidden_size] b[vision_config.hidden_size]
  linear_1 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  linear_2 w[text_config.hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[text_config.hidden_size]
`);
