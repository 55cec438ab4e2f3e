import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmAsrEncoder`. */
export const glmasrEncoder = layoutFamily(`
.
  conv1 w[hidden_size,num_mel_bins,3] b[hidden_size]
  conv2 w[hidden_size,hidden_size,3] b[hidden_size]
  norm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
  k_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size]
  v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b[hidden_size//num_attention_heads*num_key_value_heads]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size] b[hidden_size]
`);
