import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Kimi_K25ForConditionalGeneration`. */
export const kimiK25 = layoutFamily(`
use text_config: model. > model.language_model.
use vision_config: . > model.vision_tower.
model.mm_projector.
  pre_norm w[projection_hidden_size] b[projection_hidden_size]
  in_proj w[4608,4608] b[4608]
  out_proj w[text_config.hidden_size,4608] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
