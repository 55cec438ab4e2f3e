import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `TimesFm2_5Model`. */
export const timesfm25 = layoutFamily(`
input_ff_layer.
  input_layer|residual_layer w[hidden_size,2*patch_length] b[hidden_size]
  output_layer w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  scaling [head_dim]
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
  q_norm|k_norm w[head_dim]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b?use_bias[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b?use_bias[hidden_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[hidden_size]
`);
