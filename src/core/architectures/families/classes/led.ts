import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `led` beside the one of its own task, by name. */
export const ledClasses = {
  LEDModel: layoutFamily(`
use as led: led. > .; lm_head > lm_head
encoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
decoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
`),
  LEDForQuestionAnswering: layoutFamily(`
use as led: led. > led.; lm_head > lm_head
.
  qa_outputs w[2,d_model] b[2]
led.encoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
led.decoder.
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
`),
};
