import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `VisualBertForPreTraining`. */
export const visualBert = layoutFamily(`
visual_bert.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings|visual_position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings|visual_token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
  visual_projection w[hidden_size,visual_embedding_dim] b[hidden_size]
${ibertLayers('visual_bert.encoder.layer.{num_hidden_layers}.')}
visual_bert.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
  seq_relationship w[2,hidden_size] b[2]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
visual_bert.additional_layer.attention.self.
  query|key|value w?bypass_transformer[hidden_size,hidden_size] b?bypass_transformer[hidden_size]
visual_bert.additional_layer.attention.output.
  dense w?bypass_transformer[hidden_size,hidden_size] b?bypass_transformer[hidden_size]
  LayerNorm w?bypass_transformer[hidden_size] b?bypass_transformer[hidden_size]
visual_bert.additional_layer.intermediate.
  dense w?bypass_transformer[intermediate_size,hidden_size] b?bypass_transformer[intermediate_size]
visual_bert.additional_layer.output.
  dense w?bypass_transformer[hidden_size,intermediate_size] b?bypass_transformer[hidden_size]
  LayerNorm w?bypass_transformer[hidden_size] b?bypass_transformer[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
