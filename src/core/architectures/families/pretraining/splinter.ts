import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `SplinterForPreTraining`. */
export const splinter = layoutFamily(`
splinter.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('splinter.encoder.layer.{num_hidden_layers}.')}
splinter_qass.query_start_transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
splinter_qass.query_end_transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
splinter_qass.start_transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
splinter_qass.end_transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
splinter_qass.
  start_classifier|end_classifier w[hidden_size,hidden_size]
`);
