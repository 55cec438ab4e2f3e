import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `LayoutLMForMaskedLM`. */
export const layoutlm = layoutFamily(`
layoutlm.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  x_position_embeddings|y_position_embeddings|h_position_embeddings|w_position_embeddings w[max_2d_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('layoutlm.encoder.layer.{num_hidden_layers}.')}
layoutlm.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
