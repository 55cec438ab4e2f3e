import { layoutFamily } from '../../layout/declareLayout';
import { clipsegLayers, idefics2Layers } from '../../layout/layers';

/** The tensors of `Owlv2Model`. Also owlvit. */
export const owlv2 = layoutFamily(`
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
text_model.embeddings.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  position_embedding w[text_config.max_position_embeddings,text_config.hidden_size]
${clipsegLayers('text_model.encoder.layers.{text_config.num_hidden_layers}.')}
text_model.
  final_layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
vision_model.
  pre_layernorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
${idefics2Layers('vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
`);
