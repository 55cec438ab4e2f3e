import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PatchTSTModel`. */
export const patchtst = layoutFamily(`
encoder.embedder.
  input_embedding w?share_embedding[d_model,patch_length] b?share_embedding[d_model]
encoder.positional_encoder.
  position_enc [d_model//4,d_model]
  cls_token ?use_cls_token[1,1,1,d_model]
encoder.layers.{num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
encoder.layers.{num_hidden_layers}.norm_sublayer1.
  batchnorm w[d_model] b[d_model]
encoder.layers.<i:num_hidden_layers>.ff.
  0 w[ffn_dim,d_model] b?bias[ffn_dim]
  3 w[d_model,ffn_dim] b?bias[d_model]
encoder.layers.{num_hidden_layers}.norm_sublayer3.
  batchnorm w[d_model] b[d_model]
encoder.layers.{3}.norm_sublayer2.
  batchnorm w?channel_attention[d_model] b?channel_attention[d_model]
encoder.embedder.input_embedding.
  0 w?!share_embedding[d_model,1] b?!share_embedding[d_model]
`);
