import { layoutFamily } from '../../layout/declareLayout';
import { chineseClipVisionModelLayers } from '../../layout/layers';

/** The tensors of `Idefics3VisionTransformer`. Also smolvlm_vision. */
export const idefics3Vision = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  position_embedding w[(image_size//patch_size)**2,hidden_size]
${chineseClipVisionModelLayers('encoder.layers.{num_hidden_layers}.')}
.
  post_layernorm w[hidden_size] b[hidden_size]
`);
