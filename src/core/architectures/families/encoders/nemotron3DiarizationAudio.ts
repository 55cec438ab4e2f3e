import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Nemotron3DiarizationAudioModel`. */
export const nemotron3DiarizationAudio = layoutFamily(`
embedder.
  projection w[hidden_size,8*num_mel_bins]
.
  input_layer_norm|layer_norm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|v_proj w[hidden_size,hidden_size]
  k_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
