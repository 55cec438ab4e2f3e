import { transducer } from './transducer';

/** The tensors of `ParakeetForRNNT`. */
export const parakeetRnnt = transducer('vocab_size');
