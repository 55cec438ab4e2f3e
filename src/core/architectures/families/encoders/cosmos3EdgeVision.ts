import { layoutFamily } from '../../layout/declareLayout';
import { cosmos3EdgeVisionLayers } from '../../layout/layers';

/** The tensors of `Cosmos3EdgeVisionModel`. */
export const cosmos3EdgeVision = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels*patch_size**2] b[hidden_size]
  position_embedding w[num_patches,hidden_size]
${cosmos3EdgeVisionLayers('encoder.layers.{num_hidden_layers}.')}
.
  post_layernorm w[hidden_size] b[hidden_size]
`);
