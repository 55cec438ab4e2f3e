import { layoutFamily } from '../../layout/declareLayout';
import { chineseClipVisionModelLayers } from '../../layout/layers';

/** The tensors of `MLCDVisionModel`. Also mlcd_vision_model. */
export const mlcd = layoutFamily(`
.
  class_pos_emb [1,hidden_size//(2*num_attention_heads)]
  pre_layrnorm|post_layernorm w[hidden_size] b[hidden_size]
embeddings.
  class_embedding [hidden_size]
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size]
${chineseClipVisionModelLayers('encoder.layers.{num_hidden_layers}.')}
`);
