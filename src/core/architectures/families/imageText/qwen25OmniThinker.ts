import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen2_5OmniThinkerForConditionalGeneration`. */
export const qwen25OmniThinker = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.
audio_tower.
  conv1 w[audio_config.d_model,audio_config.num_mel_bins,3] b[audio_config.d_model]
  conv2 w[audio_config.d_model,audio_config.d_model,3] b[audio_config.d_model]
  audio_bos_eos_token w[2,audio_config.output_dim]
  ln_post w[audio_config.d_model] b[audio_config.d_model]
  proj w[audio_config.output_dim,audio_config.d_model] b[audio_config.output_dim]
audio_tower.layers.{audio_config.encoder_layers}.self_attn.
  k_proj w[audio_config.d_model,audio_config.d_model]
  v_proj|q_proj|out_proj w[audio_config.d_model,audio_config.d_model] b[audio_config.d_model]
audio_tower.layers.{audio_config.encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[audio_config.d_model] b[audio_config.d_model]
  fc1 w[audio_config.encoder_ffn_dim,audio_config.d_model] b[audio_config.encoder_ffn_dim]
  fc2 w[audio_config.d_model,audio_config.encoder_ffn_dim] b[audio_config.d_model]
visual.patch_embed.
  proj w[vision_config.hidden_size,vision_config.in_channels,vision_config.temporal_patch_size,vision_config.patch_size,vision_config.patch_size]
visual.blocks.{vision_config.depth}.
  norm1|norm2 w[vision_config.hidden_size]
visual.blocks.{vision_config.depth}.attn.
  q|k|v|proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
visual.blocks.{vision_config.depth}.mlp.
  gate_proj|up_proj w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  down_proj w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
visual.merger.
  ln_q w[vision_config.hidden_size]
visual.merger.mlp.
  0 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  2 w[vision_config.out_hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.out_hidden_size]
`);
