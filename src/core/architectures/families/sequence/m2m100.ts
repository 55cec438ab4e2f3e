import { layoutFamily } from '../../layout/declareLayout';
import { fsmtLayers, fsmtLayers2 } from '../../layout/layers';

/** The tensors of `M2M100ForConditionalGeneration`. */
export const m2m100 = layoutFamily(`
model.
  shared w[vocab_size,d_model]
${fsmtLayers('model.encoder.layers.{encoder_layers}.')}
model.encoder.
  layer_norm w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
${fsmtLayers2('model.decoder.layers.{decoder_layers}.')}
model.decoder.
  layer_norm w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
.
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
`);
