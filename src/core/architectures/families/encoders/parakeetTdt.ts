import { transducer } from './transducer';

/** The tensors of `ParakeetForTDT`: it predicts durations beside tokens. */
export const parakeetTdt = transducer('vocab_size+(has(durations)?len(durations):5)');
