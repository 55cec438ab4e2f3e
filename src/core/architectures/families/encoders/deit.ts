import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `DeiTModel`. */
export const deit = layoutFamily(`
embeddings.
  cls_token|distillation_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+2,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${vitMaeLayers('layers.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
pooler.
  dense w[pooler_output_size,hidden_size] b[pooler_output_size]
`);
