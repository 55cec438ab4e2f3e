import { layoutFamily } from '../../layout/declareLayout';
import { fsmtLayers, fsmtLayers2 } from '../../layout/layers';

/** The tensors of `FSMTForConditionalGeneration`. */
export const fsmt = layoutFamily(`
model.encoder.
  embed_tokens w[src_vocab_size,d_model]
  embed_positions w[max_position_embeddings+2,d_model]
${fsmtLayers('model.encoder.layers.{encoder_layers}.')}
model.decoder.
  embed_tokens|output_projection w?!tie_word_embeddings[tgt_vocab_size,d_model]
  embed_positions w[max_position_embeddings+2,d_model]
${fsmtLayers2('model.decoder.layers.{decoder_layers}.')}
`);
