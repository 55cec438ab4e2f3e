import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Gemma4VisionModel`. */
export const gemma4Vision = layoutFamily(`
patch_embedder.
  position_embedding_table [2,position_embedding_size,hidden_size]
  input_proj w[hidden_size,3*patch_size*patch_size]
encoder.layers.{num_hidden_layers}.self_attn.q_proj.
  linear w[head_dim*num_attention_heads,hidden_size]
encoder.layers.{num_hidden_layers}.self_attn.k_proj.
  linear w[head_dim*num_key_value_heads,hidden_size]
encoder.layers.{num_hidden_layers}.self_attn.v_proj.
  linear w[head_dim*num_key_value_heads,hidden_size]
encoder.layers.{num_hidden_layers}.self_attn.o_proj.
  linear w[hidden_size,head_dim*num_attention_heads]
encoder.layers.{num_hidden_layers}.self_attn.
  q_norm|k_norm w[head_dim]
encoder.layers.{num_hidden_layers}.mlp.gate_proj.
  linear w[intermediate_size,hidden_size]
encoder.layers.{num_hidden_layers}.mlp.up_proj.
  linear w[intermediate_size,hidden_size]
encoder.layers.{num_hidden_layers}.mlp.down_proj.
  linear w[hidden_size,intermediate_size]
encoder.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[hidden_size]
`);
