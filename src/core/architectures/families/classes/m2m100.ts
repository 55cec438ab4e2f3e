import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `m2m_100` beside the one of its own task, by name. */
export const m2m100Classes = {
  M2M100Model: layoutFamily(`
use as m2m_100: model. > .; lm_head > lm_head
encoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
decoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
`),
};
