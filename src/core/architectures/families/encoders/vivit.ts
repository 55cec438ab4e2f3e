import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `VivitModel`. */
export const vivit = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,3137,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,tubelet_size[0],tubelet_size[1],tubelet_size[2]] b[hidden_size]
${vitMaeLayers('layers.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
pooler.
  dense w[pooler_output_size,hidden_size] b[pooler_output_size]
`);
