import { transducer } from './transducer';

/** The tensors of `NemotronAsrStreamingForRNNT`. */
export const nemotronAsrStreaming = transducer('vocab_size');
