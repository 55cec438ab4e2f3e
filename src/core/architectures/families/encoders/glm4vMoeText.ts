import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Glm4vMoeTextModel`. */
export const glm4vMoeText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj w[hidden_size//num_attention_heads*num_attention_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_attention_heads]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_key_value_heads]
  o_proj w[hidden_size,hidden_size//num_attention_heads*num_attention_heads]
layers.{first_k_dense_replace}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
layers.{first_k_dense_replace..num_hidden_layers}.mlp.experts.
  gate_up_proj [n_routed_experts,2*moe_intermediate_size,hidden_size]
  down_proj [n_routed_experts,hidden_size,moe_intermediate_size]
layers.{first_k_dense_replace..num_hidden_layers}.mlp.
  gate w[n_routed_experts,hidden_size]
layers.{first_k_dense_replace..num_hidden_layers}.mlp.shared_experts.
  gate_proj|up_proj w[moe_intermediate_size*n_shared_experts,hidden_size]
  down_proj w[hidden_size,moe_intermediate_size*n_shared_experts]
`);
