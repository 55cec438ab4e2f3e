import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Cosmos3EdgeTextModel`. */
export const cosmos3EdgeText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[num_key_value_heads*head_dim,hidden_size] b?attention_bias[num_key_value_heads*head_dim]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
`);
