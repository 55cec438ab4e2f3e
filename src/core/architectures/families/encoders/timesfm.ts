import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `TimesFmModel`. */
export const timesfm = layoutFamily(`
input_ff_layer.
  input_layer w[intermediate_size,2*patch_length] b[intermediate_size]
  output_layer w[hidden_size,intermediate_size] b[hidden_size]
  residual_layer w[hidden_size,2*patch_length] b[hidden_size]
.
  freq_emb w[freq_size,hidden_size]
layers.{num_hidden_layers}.self_attn.
  scaling [head_dim]
  q_proj|k_proj|v_proj w[head_dim*num_attention_heads,hidden_size] b[head_dim*num_attention_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_proj w[intermediate_size,hidden_size] b[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  input_layernorm w[hidden_size]
`);
