import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Step3p7ForConditionalGeneration`. */
export const step3p7 = layoutFamily(`
model.vision_model.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
model.vision_model.
  pre_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
  downsampler1 w[2*vision_config.hidden_size,vision_config.hidden_size,3,3] b[2*vision_config.hidden_size]
  downsampler2 w[4*vision_config.hidden_size,2*vision_config.hidden_size,3,3] b[4*vision_config.hidden_size]
model.vision_model.layers.{vision_config.num_hidden_layers}.
  lambda_1|lambda_2 [vision_config.hidden_size]
  layernorm_before|layernorm_after w[vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_model.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_model.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
model.language_model.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj w[text_config.num_attention_heads*text_config.head_dim,text_config.hidden_size] b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj w[text_config.num_key_value_heads*text_config.head_dim,text_config.hidden_size] b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
  o_proj w[text_config.hidden_size,text_config.num_attention_heads*text_config.head_dim] b?text_config.attention_bias[text_config.hidden_size]
  q_norm|k_norm w[text_config.head_dim]
  g_proj w[text_config.num_attention_heads,text_config.hidden_size]
model.language_model.layers.{3}.mlp.
  gate_proj|up_proj w[text_config.intermediate_size,text_config.hidden_size] b?text_config.mlp_bias[text_config.intermediate_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size] b?text_config.mlp_bias[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size]
model.language_model.layers.{3..text_config.num_hidden_layers}.mlp.
  gate w[text_config.n_routed_experts,text_config.hidden_size]
model.language_model.layers.{3..text_config.num_hidden_layers}.mlp.experts.
  gate_up_proj [text_config.n_routed_experts,2*text_config.moe_intermediate_size,text_config.hidden_size]
  down_proj [text_config.n_routed_experts,text_config.hidden_size,text_config.moe_intermediate_size]
model.language_model.layers.{3..text_config.num_hidden_layers}.mlp.shared_experts.
  gate_proj|up_proj w[text_config.share_expert_dim,text_config.hidden_size] b?text_config.mlp_bias[text_config.share_expert_dim]
  down_proj w[text_config.hidden_size,text_config.share_expert_dim] b?text_config.mlp_bias[text_config.hidden_size]
model.
  multi_modal_projector w[text_config.hidden_size,4*vision_config.hidden_size] b?projector_bias[text_config.hidden_size]
.
  lm_head w[text_config.vocab_size,text_config.hidden_size]
`);
