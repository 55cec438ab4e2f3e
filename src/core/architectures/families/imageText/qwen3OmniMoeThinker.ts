import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen3OmniMoeThinkerForConditionalGeneration`. */
export const qwen3OmniMoeThinker = layoutFamily(`
audio_tower.layers.{audio_config.encoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[audio_config.d_model,audio_config.d_model] b[audio_config.d_model]
audio_tower.layers.{audio_config.encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[audio_config.d_model] b[audio_config.d_model]
  fc1 w[audio_config.encoder_ffn_dim,audio_config.d_model] b[audio_config.encoder_ffn_dim]
  fc2 w[audio_config.d_model,audio_config.encoder_ffn_dim] b[audio_config.d_model]
audio_tower.
  ln_post w[audio_config.d_model] b[audio_config.d_model]
  conv2d1 w[audio_config.downsample_hidden_size,1,3,3] b[audio_config.downsample_hidden_size]
  conv2d2|conv2d3 w[audio_config.downsample_hidden_size,audio_config.downsample_hidden_size,3,3] b[audio_config.downsample_hidden_size]
  conv_out w[audio_config.d_model,6*audio_config.d_model]
  proj1 w[audio_config.d_model,audio_config.d_model] b[audio_config.d_model]
  proj2 w[audio_config.output_dim,audio_config.d_model] b[audio_config.output_dim]
visual.merger_list.{3}.
  ln_q w[vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
visual.merger_list.0.mlp.
  0 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  2 w[vision_config.out_hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.out_hidden_size]
visual.merger_list.1.mlp.
  0 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  2 w[vision_config.out_hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.out_hidden_size]
visual.merger_list.2.mlp.
  0 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  2 w[vision_config.out_hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.out_hidden_size]
visual.patch_embed.
  proj w[vision_config.hidden_size,vision_config.in_channels,vision_config.temporal_patch_size,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
visual.
  pos_embed w[vision_config.num_position_embeddings,vision_config.hidden_size]
visual.blocks.{vision_config.depth}.
  norm1|norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
visual.blocks.{vision_config.depth}.attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b[3*vision_config.hidden_size]
  proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
visual.blocks.{vision_config.depth}.mlp.
  linear_fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  linear_fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
visual.merger.
  ln_q w[vision_config.hidden_size] b[vision_config.hidden_size]
visual.merger.mlp.
  0 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  2 w[vision_config.out_hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.out_hidden_size]
model.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj w[text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads,text_config.hidden_size] b?text_config.attention_bias[text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads]
  k_proj|v_proj w[text_config.hidden_size//text_config.num_attention_heads*text_config.num_key_value_heads,text_config.hidden_size] b?text_config.attention_bias[text_config.hidden_size//text_config.num_attention_heads*text_config.num_key_value_heads]
  o_proj w[text_config.hidden_size,text_config.hidden_size//text_config.num_attention_heads*text_config.num_attention_heads] b?text_config.attention_bias[text_config.hidden_size]
  q_norm|k_norm w[text_config.hidden_size//text_config.num_attention_heads]
model.layers.{5}.mlp.experts.
  gate_up_proj [text_config.num_experts,2*text_config.moe_intermediate_size,text_config.hidden_size]
model.layers.{5..text_config.num_hidden_layers//text_config.decoder_sparse_step*text_config.decoder_sparse_step}.mlp.experts.
  gate_up_proj [text_config.num_experts,1536,text_config.hidden_size]
model.layers.{text_config.num_hidden_layers//text_config.decoder_sparse_step*text_config.decoder_sparse_step}.mlp.experts.
  down_proj [text_config.num_experts,text_config.hidden_size,text_config.moe_intermediate_size]
model.layers.{text_config.num_hidden_layers//text_config.decoder_sparse_step*text_config.decoder_sparse_step}.mlp.
  gate w[text_config.num_experts,text_config.hidden_size]
model.layers.{text_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
model.layers.0.mlp.
  gate_proj|up_proj w?text_config.decoder_sparse_step>1[text_config.intermediate_size,text_config.hidden_size]
  down_proj w?text_config.decoder_sparse_step>1[text_config.hidden_size,text_config.intermediate_size]
model.layers.2.mlp.
  gate_proj|up_proj w?text_config.decoder_sparse_step>1[text_config.intermediate_size,text_config.hidden_size]
  down_proj w?text_config.decoder_sparse_step>1[text_config.hidden_size,text_config.intermediate_size]
model.layers.4.mlp.
  gate_proj|up_proj w?text_config.decoder_sparse_step>1[text_config.intermediate_size,text_config.hidden_size]
  down_proj w?text_config.decoder_sparse_step>1[text_config.hidden_size,text_config.intermediate_size]
`);
