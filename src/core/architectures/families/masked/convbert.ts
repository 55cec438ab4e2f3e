import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ConvBertForMaskedLM`. */
export const convbert = layoutFamily(`
convbert.embeddings.
  word_embeddings w[vocab_size,embedding_size]
  position_embeddings w[max_position_embeddings,embedding_size]
  token_type_embeddings w[type_vocab_size,embedding_size]
  LayerNorm w[embedding_size] b[embedding_size]
convbert.encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value|conv_out_layer w[hidden_size//2,hidden_size] b[hidden_size//2]
  key_conv_attn_layer b[hidden_size//2,1]
  conv_kernel_layer w[num_attention_heads//head_ratio*conv_kernel_size,hidden_size//2] b[num_attention_heads//head_ratio*conv_kernel_size]
convbert.encoder.layer.{num_hidden_layers}.attention.self.key_conv_attn_layer.
  depthwise w[hidden_size,1,conv_kernel_size]
  pointwise w[hidden_size//2,hidden_size,1]
convbert.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
convbert.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size//num_groups] b[intermediate_size]
convbert.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size//num_groups] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
generator_predictions.
  LayerNorm w[embedding_size] b[embedding_size]
  dense w[embedding_size,hidden_size] b[embedding_size]
.
  generator_lm_head b[vocab_size] w?!tie_word_embeddings[vocab_size,hidden_size]
convbert.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`);
