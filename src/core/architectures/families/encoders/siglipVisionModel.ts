import { layoutFamily } from '../../layout/declareLayout';
import { cosmos3EdgeVisionLayers } from '../../layout/layers';

/** The tensors of `SiglipVisionModel`. */
export const siglipVisionModel = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  position_embedding w[(image_size//patch_size)**2,hidden_size]
${cosmos3EdgeVisionLayers('encoder.layers.{num_hidden_layers}.')}
.
  post_layernorm w[hidden_size] b[hidden_size]
head. ?(has(vision_use_head)?vision_use_head:1)
  probe [1,1,hidden_size]
  layernorm w[hidden_size] b[hidden_size]
head.attention. ?(has(vision_use_head)?vision_use_head:1)
  in_proj_weight [3*hidden_size,hidden_size]
  in_proj_bias [3*hidden_size]
  out_proj w[hidden_size,hidden_size] b[hidden_size]
head.mlp. ?(has(vision_use_head)?vision_use_head:1)
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
