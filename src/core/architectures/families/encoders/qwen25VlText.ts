import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen2_5_VLTextModel`. Also qwen2_vl_text. */
export const qwen25VlText = layoutFamily(`
.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj w[hidden_size,hidden_size] b[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b[hidden_size//num_attention_heads*num_key_value_heads]
  o_proj w[hidden_size,hidden_size]
layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
`);
