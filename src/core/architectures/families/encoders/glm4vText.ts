import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Glm4vTextModel`. */
export const glm4vText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj w[hidden_size,hidden_size] b[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b[hidden_size//num_attention_heads*num_key_value_heads]
  o_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_up_proj w[2*intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm|post_self_attn_layernorm|post_mlp_layernorm w[hidden_size]
`);
