import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DeepseekVLForConditionalGeneration`. */
export const deepseekVl = layoutFamily(`
use text_config: model. > model.language_model.
use vision_config: . > model.vision_model.
model.aligner.
  linear1 w[text_config.hidden_size,vision_config.hidden_size] b[text_config.hidden_size]
  linear2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
