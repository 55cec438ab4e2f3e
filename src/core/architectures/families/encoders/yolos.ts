import { layoutFamily } from '../../layout/declareLayout';
import { dptLayers } from '../../layout/layers';

/** The tensors of `YolosModel`. */
export const yolos = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  detection_tokens [1,num_detection_tokens,hidden_size]
  position_embeddings [1,1829,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${dptLayers('encoder.layer.{num_hidden_layers}.')}
encoder.interpolation.
  mid_position_embeddings ?use_mid_position_embeddings[num_hidden_layers-1,1,1829,hidden_size]
.
  layernorm w[hidden_size] b[hidden_size]
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`);
