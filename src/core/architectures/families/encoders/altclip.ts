import { layoutFamily } from '../../layout/declareLayout';
import { alignLayers, idefics2Layers } from '../../layout/layers';

/** The tensors of `AltCLIPModel`. */
export const altclip = layoutFamily(`
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.project_dim]
text_model.roberta.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  token_type_embeddings w[text_config.type_vocab_size,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
${alignLayers('text_model.roberta.encoder.layers.{text_config.num_hidden_layers}.')}
text_model.
  transformation w[text_config.project_dim,text_config.hidden_size] b[text_config.project_dim]
  pre_LN w[text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
vision_model.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
${idefics2Layers('vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
`);
