import { layoutFamily } from '../../layout/declareLayout';
import { dinov2Layers } from '../../layout/layers';

/** The tensors of `Dinov2WithRegistersModel`. Also tipsv2_vision_model. */
export const dinov2WithRegisters = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  mask_token [1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
  register_tokens [1,num_register_tokens,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${dinov2Layers('encoder.layer.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
`);
