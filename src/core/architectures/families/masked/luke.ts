import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LukeForMaskedLM`. */
export const luke = layoutFamily(`
luke.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
luke.entity_embeddings.
  entity_embeddings w[entity_vocab_size,entity_emb_size]
  entity_embedding_dense w[hidden_size,entity_emb_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
luke.encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
  w2e_query|e2w_query|e2e_query w?use_entity_aware_attention[hidden_size,hidden_size] b?use_entity_aware_attention[hidden_size]
luke.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
luke.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
luke.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
luke.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  lm_head b[vocab_size]
  entity_predictions b[entity_vocab_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
entity_predictions.transform.
  dense w[entity_emb_size,hidden_size] b[entity_emb_size]
  LayerNorm w[entity_emb_size] b[entity_emb_size]
entity_predictions.
  decoder w?!tie_word_embeddings[entity_vocab_size,entity_emb_size]
`);
