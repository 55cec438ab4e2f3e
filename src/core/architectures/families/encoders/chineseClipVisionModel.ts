import { layoutFamily } from '../../layout/declareLayout';
import { chineseClipVisionModelLayers } from '../../layout/layers';

/** The tensors of `ChineseCLIPVisionModel`. Also clip_vision_model. */
export const chineseClipVisionModel = layoutFamily(`
embeddings.
  class_embedding [hidden_size]
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size]
  position_embedding w[(image_size//patch_size)**2+1,hidden_size]
.
  pre_layrnorm|post_layernorm w[hidden_size] b[hidden_size]
${chineseClipVisionModelLayers('encoder.layers.{num_hidden_layers}.')}
`);
