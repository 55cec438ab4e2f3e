import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `IBertForMaskedLM`. */
export const ibert = layoutFamily(`
ibert.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('ibert.encoder.layer.{num_hidden_layers}.')}
.
  lm_head b[vocab_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
