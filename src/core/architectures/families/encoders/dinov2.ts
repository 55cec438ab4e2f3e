import { layoutFamily } from '../../layout/declareLayout';
import { dinov2Layers } from '../../layout/layers';

/** The tensors of `Dinov2Model`. */
export const dinov2 = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  mask_token ?use_mask_token[1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${dinov2Layers('encoder.layer.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
`);
