import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MuseGlimmerAssistantModel`. */
export const museGlimmerAssistant = layoutFamily(`
layers.{num_hidden_layers}.self_attn.
  q_proj w[num_attention_heads*head_dim,hidden_size]
  k_proj|v_proj w[num_key_value_heads*head_dim,hidden_size]
  o_proj w[hidden_size,num_attention_heads*head_dim]
  q_norm|k_norm w[head_dim]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  post_attention_layernorm|input_layernorm w[hidden_size]
.
  norm w[hidden_size]
encoder.
  fc w[hidden_size,5*hidden_size]
  output_norm_enc w[hidden_size]
`);
