import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Cohere2VisionForConditionalGeneration`. */
export const cohere2Vision = layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  linear_1 w[alignment_intermediate_size,alignment_intermediate_size//8] b[alignment_intermediate_size]
  linear_2 w[text_config.hidden_size,alignment_intermediate_size//2] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
