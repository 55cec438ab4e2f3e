import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ModernVBertForMaskedLM`. */
export const modernvbert = layoutFamily(`
use text_config: model. > model.text_model.; lm_head > lm_head
use vision_config: . > model.vision_model.
model.connector.
  modality_projection w[text_config.hidden_size,12288]
projection_head.
  dense w[text_config.hidden_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size] b[text_config.vocab_size]
`);
