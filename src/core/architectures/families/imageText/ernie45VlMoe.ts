import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Ernie4_5_VLMoeForConditionalGeneration`. */
export const ernie45VlMoe = layoutFamily(`
model.language_model.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj w[text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads,text_config.hidden_size] b?text_config.use_bias[text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads]
  k_proj|v_proj w[text_config.hidden_size//text_config.num_attention_heads*text_config.num_key_value_heads,text_config.hidden_size] b?text_config.use_bias[text_config.hidden_size//text_config.num_attention_heads*text_config.num_key_value_heads]
  o_proj w[text_config.hidden_size,text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads] b?text_config.use_bias[text_config.hidden_size]
model.language_model.layers.0.mlp.
  gate_proj|up_proj w[text_config.intermediate_size,text_config.hidden_size] b?text_config.use_bias[text_config.intermediate_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size] b?text_config.use_bias[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.text_moe.
  gate w[text_config.moe_num_experts,text_config.hidden_size]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.text_moe.gate.moe_statics.
  e_score_correction_bias [1,text_config.moe_num_experts]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.text_moe.experts.
  gate_up_proj [text_config.moe_num_experts,2*text_config.moe_intermediate_size[0],text_config.hidden_size]
  down_proj [text_config.moe_num_experts,text_config.hidden_size,text_config.moe_intermediate_size[0]]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.vision_moe.
  gate w[text_config.moe_num_experts,text_config.hidden_size]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.vision_moe.gate.moe_statics.
  e_score_correction_bias [1,text_config.moe_num_experts]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.vision_moe.experts.
  gate_up_proj [text_config.moe_num_experts,2*text_config.moe_intermediate_size[1],text_config.hidden_size]
  down_proj [text_config.moe_num_experts,text_config.hidden_size,text_config.moe_intermediate_size[1]]
model.language_model.layers.{1..text_config.num_hidden_layers}.mlp.shared_experts.
  gate_proj|up_proj w[text_config.moe_intermediate_size[0]*text_config.moe_num_shared_experts,text_config.hidden_size] b?text_config.use_bias[text_config.moe_intermediate_size[0]*text_config.moe_num_shared_experts]
  down_proj w[text_config.hidden_size,text_config.moe_intermediate_size[0]*text_config.moe_num_shared_experts] b?text_config.use_bias[text_config.hidden_size]
model.vision_tower.patch_embed.
  proj w[vision_config.hidden_size,vision_config.in_channels*vision_config.patch_size**2]
model.vision_tower.blocks.{vision_config.depth}.
  norm1|norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.blocks.{vision_config.depth}.attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b[3*vision_config.hidden_size]
  proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.vision_tower.blocks.{vision_config.depth}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
model.vision_tower.
  ln w[vision_config.hidden_size] b[vision_config.hidden_size]
model.resampler_model.spatial_linear.
  fc1|fc2 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  ln w[vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
model.resampler_model.temporal_linear.
  fc1 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.temporal_merge_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  fc2 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  ln w[vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
model.resampler_model.
  mlp w[text_config.hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[text_config.hidden_size]
  after_norm w[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
