import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `ViTMSNModel`. */
export const vitMsn = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${vitMaeLayers('layers.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
`);
