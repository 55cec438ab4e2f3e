import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FunnelForMaskedLM`. */
export const funnel = layoutFamily(`
funnel.embeddings.
  word_embeddings w[vocab_size,d_model]
  layer_norm w[d_model] b[d_model]
funnel.encoder.blocks.<i:len(block_sizes)>.{block_sizes[i]}.attention.
  r_w_bias|r_r_bias|r_s_bias [n_head,d_head]
  r_kernel [d_model,n_head,d_head]
  seg_embed [2,n_head,d_head]
  post_proj b[d_model]
  layer_norm w[d_model] b[d_model]
funnel.encoder.blocks.0.{block_sizes[0]}.attention.
  q_head w[d_head*n_head,d_model]
  k_head|v_head w[d_head*n_head,d_model] b[d_head*n_head]
  post_proj w[d_model,d_head*n_head]
funnel.encoder.blocks.1.{block_sizes[1]}.attention.
  q_head w[d_head*n_head,d_model]
  k_head|v_head w[d_head*n_head,d_model] b[d_head*n_head]
  post_proj w[d_model,d_head*n_head]
funnel.encoder.blocks.2.{block_sizes[2]}.attention.
  q_head w[d_head*n_head,d_model]
  k_head|v_head w[d_head*n_head,d_model] b[d_head*n_head]
  post_proj w[d_model,d_head*n_head]
funnel.encoder.blocks.<i:len(block_sizes)>.{block_sizes[i]}.ffn.
  linear_1 w[d_inner,d_model] b[d_inner]
  linear_2 w[d_model,d_inner] b[d_model]
  layer_norm w[d_model] b[d_model]
funnel.decoder.layers.{num_decoder_layers}.attention.
  r_w_bias|r_r_bias|r_s_bias [n_head,d_head]
  r_kernel [d_model,n_head,d_head]
  seg_embed [2,n_head,d_head]
  q_head w[d_head*n_head,d_model]
  k_head|v_head w[d_head*n_head,d_model] b[d_head*n_head]
  post_proj w[d_model,d_head*n_head] b[d_model]
  layer_norm w[d_model] b[d_model]
funnel.decoder.layers.{num_decoder_layers}.ffn.
  linear_1 w[d_inner,d_model] b[d_inner]
  linear_2 w[d_model,d_inner] b[d_model]
  layer_norm w[d_model] b[d_model]
.
  lm_head b[vocab_size] w?!tie_word_embeddings[vocab_size,d_model]
`);
