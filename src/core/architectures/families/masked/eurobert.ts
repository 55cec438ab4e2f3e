import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EuroBertForMaskedLM`. */
export const eurobert = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
model.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size] b?mlp_bias[vocab_size]
`);
