import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ParakeetForTDT`. */
export const parakeetTdt = layoutFamily(`
use encoder_config: . > encoder.
.
  encoder_projector w[decoder_hidden_size,encoder_config.hidden_size] b[decoder_hidden_size]
decoder.
  embedding w[vocab_size,decoder_hidden_size]
  decoder_projector w[decoder_hidden_size,decoder_hidden_size] b[decoder_hidden_size]
decoder.lstm.
  weight_ih_l0|weight_hh_l0|weight_ih_l1|weight_hh_l1 [4*decoder_hidden_size,decoder_hidden_size]
  bias_ih_l0|bias_hh_l0|bias_ih_l1|bias_hh_l1 [4*decoder_hidden_size]
  weight_ih_l2|weight_hh_l2 ?num_decoder_layers!=pad_token_id[4*decoder_hidden_size,decoder_hidden_size]
  bias_ih_l2|bias_hh_l2 ?num_decoder_layers!=pad_token_id[4*decoder_hidden_size]
joint.
  head w[8198,decoder_hidden_size] b[8198]
`);
