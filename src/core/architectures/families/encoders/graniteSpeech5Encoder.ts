import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GraniteSpeech5Encoder`. */
export const graniteSpeech5Encoder = layoutFamily(`
.
  input_linear w[hidden_size,4*num_mel_bins] b[hidden_size]
  out w[vocab_size,hidden_size] b[vocab_size]
  out_mid w[hidden_size,vocab_size] b[hidden_size]
layers.{num_hidden_layers}.feed_forward1.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj w[head_dim*num_attention_heads,hidden_size]
  o_proj w[hidden_size,head_dim*num_attention_heads] b[hidden_size]
  rel_pos_emb w[max_position_embeddings+max_position_embeddings+1,head_dim]
layers.{num_hidden_layers}.conv.
  pointwise_lin1 w[2*conv_expansion_factor*hidden_size,hidden_size] b[2*conv_expansion_factor*hidden_size]
  depthwise_conv w[conv_expansion_factor*hidden_size,1,conv_kernel_size]
  norm w[conv_expansion_factor*hidden_size] b[conv_expansion_factor*hidden_size]
  pointwise_lin2 w[hidden_size,conv_expansion_factor*hidden_size] b[hidden_size]
layers.{num_hidden_layers}.feed_forward2.
  linear1 w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  linear2 w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.
  norm_feed_forward1|norm_self_att|norm_conv|norm_feed_forward2|norm_out w[hidden_size] b[hidden_size]
`);
