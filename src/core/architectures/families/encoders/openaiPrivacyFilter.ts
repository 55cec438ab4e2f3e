import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `OpenAIPrivacyFilterModel`. */
export const openaiPrivacyFilter = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  sinks [num_attention_heads]
  q_proj w[num_attention_heads*head_dim,hidden_size] b?attention_bias[num_attention_heads*head_dim]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,num_attention_heads*head_dim] b?attention_bias[hidden_size]
layers.{num_hidden_layers}.mlp.
  router w[num_local_experts,hidden_size] b[num_local_experts]
layers.{num_hidden_layers}.mlp.experts.
  gate_up_proj [num_local_experts,hidden_size,2*intermediate_size]
  gate_up_proj_bias [num_local_experts,2*intermediate_size]
  down_proj [num_local_experts,intermediate_size,hidden_size]
  down_proj_bias [num_local_experts,hidden_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
`);
