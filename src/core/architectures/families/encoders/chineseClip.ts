import { layoutFamily } from '../../layout/declareLayout';
import { alignLayers } from '../../layout/layers';

/** The tensors of `ChineseCLIPModel`. */
export const chineseClip = layoutFamily(`
use vision_config: . > vision_model.
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
  token_type_embeddings w[text_config.type_vocab_size,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
${alignLayers('text_model.encoder.layer.{text_config.num_hidden_layers}.')}
`);
