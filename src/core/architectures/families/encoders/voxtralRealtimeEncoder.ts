import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VoxtralRealtimeEncoder`. */
export const voxtralRealtimeEncoder = layoutFamily(`
embedder.
  conv1 w[hidden_size,num_mel_bins,3] b[hidden_size]
  conv2 w[hidden_size,hidden_size,3] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|v_proj w[num_attention_heads*head_dim,hidden_size] b[num_attention_heads*head_dim]
  k_proj w[num_attention_heads*head_dim,hidden_size]
  o_proj w[hidden_size,num_attention_heads*head_dim] b[hidden_size]
layers.{num_hidden_layers}.
  self_attn_layer_norm|final_layer_norm w[hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size] b[hidden_size]
.
  norm w[hidden_size]
`);
