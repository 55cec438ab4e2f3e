import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ModernBertForMaskedLM`. */
export const modernbert = layoutFamily(`
model.embeddings.
  tok_embeddings w[vocab_size,hidden_size]
  norm w[hidden_size] b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.attn.
  Wqkv w[3*hidden_size,hidden_size] b?attention_bias[3*hidden_size]
  Wo w[hidden_size,hidden_size] b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.
  mlp_norm w[hidden_size] b?norm_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  Wi w[2*intermediate_size,hidden_size] b?mlp_bias[2*intermediate_size]
  Wo w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.layers.{1..num_hidden_layers}.
  attn_norm w[hidden_size] b?norm_bias[hidden_size]
model.
  final_norm w[hidden_size] b?norm_bias[hidden_size]
head.
  dense w[hidden_size,hidden_size] b?classifier_bias[hidden_size]
  norm w[hidden_size] b?norm_bias[hidden_size]
.
  decoder b?decoder_bias[vocab_size] w?!tie_word_embeddings[vocab_size,hidden_size]
`);
