import { layoutFamily } from '../../layout/declareLayout';

/** More layers of a prediction network than any has. */
const MOST_LAYERS = 8;

const gates = Array.from({ length: MOST_LAYERS }, (_, i) =>
  [
    `  weight_ih_l${i}|weight_hh_l${i} ?num_decoder_layers>${i}[4*decoder_hidden_size,decoder_hidden_size]`,
    `  bias_ih_l${i}|bias_hh_l${i} ?num_decoder_layers>${i}[4*decoder_hidden_size]`,
  ].join('\n'),
).join('\n');

/**
 * Transducers over an encoder of sounds: an LSTM over the tokens so far, and a joint network whose `rows` are tokens, and
 * durations where it predicts these too. `more`: further sections.
 */
export function transducer(rows: string, more = '') {
  return layoutFamily(`
use encoder_config: . > encoder.
.
  encoder_projector w[decoder_hidden_size,encoder_config.hidden_size] b[decoder_hidden_size]
decoder.
  embedding w[vocab_size,decoder_hidden_size]
  decoder_projector w[decoder_hidden_size,decoder_hidden_size] b[decoder_hidden_size]
decoder.lstm.
${gates}
joint.
  head w[${rows},decoder_hidden_size] b[${rows}]
${more}`);
}
