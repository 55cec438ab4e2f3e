import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Mistral4ForCausalLM`. */
export const mistral4 = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
model.layers.{num_hidden_layers}.self_attn.
  q_a_proj w[q_lora_rank,hidden_size] b?attention_bias[q_lora_rank]
  q_a_layernorm w[q_lora_rank]
  q_b_proj w[hidden_size,q_lora_rank]
  kv_a_proj_with_mqa w[5*qk_nope_head_dim,hidden_size] b?attention_bias[5*qk_nope_head_dim]
  kv_a_layernorm w[kv_lora_rank]
  kv_b_proj w[(v_head_dim+qk_nope_head_dim)*num_attention_heads,kv_lora_rank]
  o_proj w[hidden_size,num_attention_heads*v_head_dim] b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.experts.
  gate_up_proj [n_routed_experts,2*moe_intermediate_size,hidden_size]
  down_proj [n_routed_experts,hidden_size,moe_intermediate_size]
model.layers.{num_hidden_layers}.mlp.
  gate w[n_routed_experts,hidden_size]
model.layers.{num_hidden_layers}.mlp.shared_experts.
  gate_proj|up_proj w[moe_intermediate_size*n_shared_experts,hidden_size]
  down_proj w[hidden_size,moe_intermediate_size*n_shared_experts]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
`);
