import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `NystromformerForMaskedLM`. */
export const nystromformer = layoutFamily(`
nystromformer.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings+2,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
nystromformer.encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
  conv w[num_attention_heads,1,conv_kernel_size,1]
nystromformer.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
nystromformer.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
nystromformer.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.
  predictions b[vocab_size]
cls.predictions.transform.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
cls.predictions.
  decoder w?!tie_word_embeddings[vocab_size,hidden_size] b?!tie_word_embeddings[vocab_size]
`);
