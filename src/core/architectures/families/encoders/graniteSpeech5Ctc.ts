import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GraniteSpeech5ForCTC`. */
export const graniteSpeech5Ctc = layoutFamily(`
use encoder_config: . > encoder.
.
  ctc_head w?!tie_word_embeddings[vocab_size,encoder_config.hidden_size] b?!tie_word_embeddings[vocab_size]
`);
