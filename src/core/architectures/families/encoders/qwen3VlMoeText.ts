import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen3VLMoeTextModel`. */
export const qwen3VlMoeText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
  q_norm|k_norm w[head_dim]
layers.{num_hidden_layers//decoder_sparse_step*decoder_sparse_step}.mlp.experts.
  gate_up_proj [num_local_experts,2*moe_intermediate_size,hidden_size]
  down_proj [num_local_experts,hidden_size,moe_intermediate_size]
layers.{num_hidden_layers//decoder_sparse_step*decoder_sparse_step}.mlp.
  gate w[num_local_experts,hidden_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
layers.0.mlp.
  gate_proj|up_proj w?decoder_sparse_step>1[intermediate_size,hidden_size]
  down_proj w?decoder_sparse_step>1[hidden_size,intermediate_size]
layers.2.mlp.
  gate_proj|up_proj w?decoder_sparse_step>1[intermediate_size,hidden_size]
  down_proj w?decoder_sparse_step>1[hidden_size,intermediate_size]
layers.4.mlp.
  gate_proj|up_proj w?decoder_sparse_step>1[intermediate_size,hidden_size]
  down_proj w?decoder_sparse_step>1[hidden_size,intermediate_size]
`);
