import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ParakeetForCTC`. */
export const parakeetCtc = layoutFamily(`
use encoder_config: . > encoder.
.
  ctc_head w[vocab_size,encoder_config.hidden_size,1] b[vocab_size]
`);
