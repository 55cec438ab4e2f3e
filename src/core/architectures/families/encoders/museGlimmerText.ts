import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MuseGlimmerTextModel`. */
export const museGlimmerText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj w[num_attention_heads*head_dim,hidden_size] b?attention_bias[num_attention_heads*head_dim]
  k_proj|v_proj w[num_key_value_heads*head_dim,hidden_size] b?attention_bias[num_key_value_heads*head_dim]
  o_proj w[hidden_size,num_attention_heads*head_dim] b?attention_bias[hidden_size]
  gate_proj w[num_attention_heads*head_dim,hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|pre_feedforward_layernorm|post_feedforward_layernorm w[hidden_size]
`);
