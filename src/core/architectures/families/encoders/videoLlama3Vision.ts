import { layoutFamily } from '../../layout/declareLayout';
import { cosmos3EdgeVisionLayers } from '../../layout/layers';

/** The tensors of `VideoLlama3VisionModel`. */
export const videoLlama3Vision = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${cosmos3EdgeVisionLayers('encoder.layers.{num_hidden_layers}.')}
.
  post_layernorm w[hidden_size] b[hidden_size]
`);
