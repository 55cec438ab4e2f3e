import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `TapasForMaskedLM`. */
export const tapas = layoutFamily(`
tapas.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings_0 w[type_vocab_sizes[0],hidden_size]
  token_type_embeddings_1 w[type_vocab_sizes[1],hidden_size]
  token_type_embeddings_2 w[type_vocab_sizes[2],hidden_size]
  token_type_embeddings_3 w[type_vocab_sizes[3],hidden_size]
  token_type_embeddings_4 w[type_vocab_sizes[4],hidden_size]
  token_type_embeddings_5 w[type_vocab_sizes[5],hidden_size]
  token_type_embeddings_6 w[type_vocab_sizes[6],hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('tapas.encoder.layer.{num_hidden_layers}.')}
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
