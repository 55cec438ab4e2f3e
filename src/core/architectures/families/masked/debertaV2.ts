import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DebertaV2ForMaskedLM`. */
export const debertaV2 = layoutFamily(`
deberta.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w?position_biased_input[max_position_embeddings,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
deberta.encoder.layer.{num_hidden_layers}.attention.self.
  query_proj|key_proj|value_proj w[hidden_size,hidden_size] b[hidden_size]
deberta.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
deberta.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
deberta.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.
  predictions b?legacy[vocab_size]
cls.predictions.transform.
  dense w?legacy[hidden_size,hidden_size] b?legacy[hidden_size]
  LayerNorm w?legacy[hidden_size] b?legacy[hidden_size]
lm_predictions.
  lm_head b?!legacy[vocab_size]
lm_predictions.lm_head.
  dense w?!legacy[hidden_size,hidden_size] b?!legacy[hidden_size]
  LayerNorm w?!legacy[hidden_size] b?!legacy[hidden_size]
deberta.encoder.
  rel_embeddings w?relative_attention[2*(has(position_buckets)*(position_buckets>0)?position_buckets:(max_relative_positions<1?max_position_embeddings:max_relative_positions)),hidden_size]
  LayerNorm w?relative_attention*is(norm_rel_ebd,layer_norm)[hidden_size] b?relative_attention*is(norm_rel_ebd,layer_norm)[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
