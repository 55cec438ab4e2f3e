import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FunAsrNanoEncoder`. */
export const funAsrNanoEncoder = layoutFamily(`
layers.0.self_attn.
  q_proj|k_proj|v_proj w[hidden_size,num_mel_bins*num_stacked_frames]
layers.{1..num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj b[hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.fsmn.
  conv w[hidden_size,1,fsmn_kernel_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
layers.0.
  input_layernorm w[num_mel_bins*num_stacked_frames] b[num_mel_bins*num_stacked_frames]
layers.{1..num_hidden_layers}.
  input_layernorm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  post_attention_layernorm w[hidden_size] b[hidden_size]
layers.49.
  final_layernorm w[hidden_size] b[hidden_size]
layers.69.
  final_layernorm w[hidden_size] b[hidden_size]
`);
