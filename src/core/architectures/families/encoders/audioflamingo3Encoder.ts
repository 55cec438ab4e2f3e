import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `AudioFlamingo3Encoder`. Also voxtral_encoder. */
export const audioflamingo3Encoder = layoutFamily(`
.
  conv1 w[hidden_size,num_mel_bins,3] b[hidden_size]
  conv2 w[hidden_size,hidden_size,3] b[hidden_size]
  embed_positions w[max_source_positions,hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  k_proj w[hidden_size,hidden_size]
  v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  self_attn_layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
