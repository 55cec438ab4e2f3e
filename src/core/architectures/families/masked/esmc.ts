import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EsmcForMaskedLM`. */
export const esmc = layoutFamily(`
esmc.
  embed_tokens w[vocab_size,hidden_size]
  norm w[hidden_size]
esmc.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  q_norm|k_norm w[hidden_size]
esmc.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?mlp_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?mlp_bias[hidden_size]
esmc.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size] b[hidden_size]
lm_head.
  dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
  decoder w[vocab_size,hidden_size] b[vocab_size]
`);
