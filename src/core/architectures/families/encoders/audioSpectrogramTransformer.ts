import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `ASTModel`. */
export const audioSpectrogramTransformer = layoutFamily(`
embeddings.
  cls_token|distillation_token [1,1,hidden_size]
  position_embeddings [1,1214,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,1,patch_size,patch_size] b[hidden_size]
${vitMaeLayers('layers.{num_hidden_layers}.')}
.
  layernorm w[hidden_size] b[hidden_size]
`);
