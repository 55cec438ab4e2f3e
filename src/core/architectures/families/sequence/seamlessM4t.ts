import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SeamlessM4TForTextToText`. Also seamless_m4t_v2. */
export const seamlessM4t = layoutFamily(`
.
  shared w[vocab_size,hidden_size]
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
text_encoder.layers.{encoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
text_encoder.layers.{encoder_layers}.
  self_attn_layer_norm|ffn_layer_norm w[hidden_size] b[hidden_size]
text_encoder.layers.{encoder_layers}.ffn.
  fc1 w[encoder_ffn_dim,hidden_size] b[encoder_ffn_dim]
  fc2 w[hidden_size,encoder_ffn_dim] b[hidden_size]
text_encoder.
  layer_norm w[hidden_size] b[hidden_size]
  embed_tokens w?!tie_word_embeddings[vocab_size,hidden_size]
text_decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
text_decoder.layers.{decoder_layers}.
  self_attn_layer_norm|cross_attention_layer_norm|ffn_layer_norm w[hidden_size] b[hidden_size]
text_decoder.layers.{decoder_layers}.cross_attention.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
text_decoder.layers.{decoder_layers}.ffn.
  fc1 w[decoder_ffn_dim,hidden_size] b[decoder_ffn_dim]
  fc2 w[hidden_size,decoder_ffn_dim] b[hidden_size]
text_decoder.
  layer_norm w[hidden_size] b[hidden_size]
  embed_tokens w?!tie_word_embeddings[vocab_size,hidden_size]
`);
