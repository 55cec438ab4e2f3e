import { layoutFamily } from '../../layout/declareLayout';
import { blip2Layers } from '../../layout/layers';

/** The tensors of `Blip2ForConditionalGeneration`. */
export const blip2 = layoutFamily(`
use qformer_config: . > qformer.
use text_config: . > language_model.
.
  query_tokens [1,num_query_tokens,text_config.hidden_size]
  language_projection w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [1,1,vision_config.hidden_size]
  position_embedding [1,(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,3,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
${blip2Layers('vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
`);
