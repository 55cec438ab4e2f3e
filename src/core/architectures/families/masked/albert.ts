import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `AlbertForMaskedLM`. */
export const albert = layoutFamily(`
albert.embeddings.
  word_embeddings w[vocab_size,embedding_size]
  position_embeddings w[max_position_embeddings,embedding_size]
  token_type_embeddings w[type_vocab_size,embedding_size]
  LayerNorm w[embedding_size] b[embedding_size]
albert.encoder.
  embedding_hidden_mapping_in w[hidden_size,embedding_size] b[hidden_size]
albert.encoder.albert_layer_groups.{num_hidden_groups}.albert_layers.{inner_group_num}.
  full_layer_layer_norm w[hidden_size] b[hidden_size]
  ffn w[intermediate_size,hidden_size] b[intermediate_size]
  ffn_output w[hidden_size,intermediate_size] b[hidden_size]
albert.encoder.albert_layer_groups.{num_hidden_groups}.albert_layers.{inner_group_num}.attention.
  query|key|value|dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
.
  predictions b[vocab_size]
predictions.
  LayerNorm w[embedding_size] b[embedding_size]
  dense w[embedding_size,hidden_size] b[embedding_size]
  decoder w?!tie_word_embeddings[vocab_size,embedding_size] b?!tie_word_embeddings[vocab_size]
`);
