import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `VideoPrismVisionModel`. */
export const videoprismVisionModel = layoutFamily(`
.
  layernorm1|layernorm2 w[hidden_size] b[hidden_size]
spatial_embeddings.
  position_embeddings [1,(image_size//tubelet_size[1])*(image_size//tubelet_size[2]),hidden_size]
spatial_embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,tubelet_size[0],tubelet_size[1],tubelet_size[2]] b[hidden_size]
temporal_embeddings.
  position_embeddings [1,num_frames,hidden_size]
${vitMaeLayers('spatial_layers.{num_spatial_layers}.')}
${vitMaeLayers('temporal_layers.{num_temporal_layers}.')}
`);
