import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LightOnOcrForConditionalGeneration`. */
export const lightonOcr = layoutFamily(`
use text_config: model. > model.language_model.
use vision_config: . > model.vision_encoder.
model.vision_projection.
  norm w[vision_config.hidden_size]
  linear_1|linear_2 w[vision_config.hidden_size,vision_config.hidden_size]
model.vision_projection.patch_merger.
  merging_layer w[vision_config.hidden_size,vision_config.intermediate_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
