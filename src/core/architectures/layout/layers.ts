/**
 * Layers that several families share, as layout text for the place where they repeat: the sections of one
 * `at` such as `encoder.layer.{num_hidden_layers}.`. Named by one of the families that have them.
 */

/** Shared by 13 families, bros, canine, dpr, ibert .... */
export function ibertLayers(at: string): string {
  return `
${at}attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
${at}attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${at}intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
${at}output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
`;
}

/** Shared by 4 families, fsmt, m2m_100, qwen3_asr_encoder, speech_to_text. */
export function fsmtLayers(at: string): string {
  return `
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
${at}
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
`;
}

/** Shared by 4 families, fsmt, led, m2m_100, speech_to_text. */
export function fsmtLayers2(at: string): string {
  return `
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
${at}
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
${at}encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
`;
}

/** Shared by 3 families, longt5, t5, udop. */
export function longt5Layers(at: string): string {
  return `
${at}layer.0.SelfAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
${at}layer.1.EncDecAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
${at}layer.2.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
`;
}

/** Shared by 3 families, blip-2, instructblip, instructblipvideo. */
export function blip2Layers(at: string): string {
  return `
${at}self_attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b?vision_config.qkv_bias[3*vision_config.hidden_size]
  projection w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
${at}
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
${at}mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
`;
}

/** Shared by 9 families, altclip, clipseg, groupvit, idefics2 .... */
export function idefics2Layers(at: string): string {
  return `
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
${at}
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
${at}mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
`;
}

/** Shared by 4 families, llava_onevision, minicpmv4_6, paddleocr_vl, paligemma. */
export function llavaOnevisionLayers(at: string): string {
  return `
${at}
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
${at}mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
`;
}

/** Shared by 6 families, data2vec-audio, hubert, sew, unispeech .... */
export function unispeechLayers(at: string): string {
  return `
${at}attention.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
${at}
  layer_norm|final_layer_norm w[hidden_size] b[hidden_size]
${at}feed_forward.
  intermediate_dense w[intermediate_size,hidden_size] b[intermediate_size]
  output_dense w[hidden_size,intermediate_size] b[hidden_size]
`;
}

/** Shared by 8 families, audio-spectrogram-transformer, deit, ijepa, videoprism_vision_model .... */
export function vitMaeLayers(at: string): string {
  return `
${at}attention.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
${at}
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
${at}mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`;
}

/** Shared by 5 families, align, altclip, bridgetower, chinese_clip .... */
export function alignLayers(at: string): string {
  return `
${at}attention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
${at}attention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
${at}intermediate.
  dense w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
${at}output.
  dense w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
`;
}

/** Shared by 8 families, chinese_clip_vision_model, clip_text_model, clip_vision_model, idefics3_vision .... */
export function chineseClipVisionModelLayers(at: string): string {
  return `
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
${at}
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
${at}mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`;
}

/** Shared by 6 families, clipseg, groupvit, metaclip_2, owlv2 .... */
export function clipsegLayers(at: string): string {
  return `
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
${at}
  layer_norm1|layer_norm2 w[text_config.hidden_size] b[text_config.hidden_size]
${at}mlp.
  fc1 w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
  fc2 w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
`;
}

/** Shared by 6 families, cohere_compass_vision, qwen3_5_moe_vision, qwen3_5_vision, qwen3_vl_moe_vision .... */
export function cohereCompassVisionLayers(at: string): string {
  return `
${at}
  norm1|norm2 w[hidden_size] b[hidden_size]
${at}attn.
  qkv w[3*hidden_size,hidden_size] b[3*hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
${at}mlp.
  linear_fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  linear_fc2 w[hidden_size,intermediate_size] b[hidden_size]
`;
}

/** Shared by 6 families, cosmos3_edge_vision, minicpmv4_7_vision, sam3_lite_text_text_model, siglip2_vision_model .... */
export function cosmos3EdgeVisionLayers(at: string): string {
  return `
${at}
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
${at}self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_size,hidden_size] b[hidden_size]
${at}mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`;
}

/** Shared by 3 families, dinov2, dinov2_with_registers, tipsv2_vision_model. */
export function dinov2Layers(at: string): string {
  return `
${at}
  norm1|norm2 w[hidden_size] b[hidden_size]
${at}attention.
  q_proj|k_proj|v_proj w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
  o_proj w[hidden_size,hidden_size] b[hidden_size]
${at}layer_scale1.
  lambda1 [hidden_size]
${at}mlp.
  fc1 w?!use_swiglu_ffn[hidden_size*mlp_ratio,hidden_size] b?!use_swiglu_ffn[hidden_size*mlp_ratio]
  fc2 w?!use_swiglu_ffn[hidden_size,hidden_size*mlp_ratio] b?!use_swiglu_ffn[hidden_size]
  gate_proj|up_proj w?use_swiglu_ffn[2048,hidden_size] b?use_swiglu_ffn[2048]
  down_proj w?use_swiglu_ffn[hidden_size,2048] b?use_swiglu_ffn[hidden_size]
${at}layer_scale2.
  lambda1 [hidden_size]
`;
}

/** Shared by 3 families, dpt, vilt, yolos. */
export function dptLayers(at: string): string {
  return `
${at}attention.attention.
  query|key|value w[hidden_size,hidden_size] b?qkv_bias[hidden_size]
${at}attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
${at}intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
${at}output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
${at}
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
`;
}

/** Shared by 3 families, edgetam_video, sam2_video, sam3_tracker_video. */
export function edgetamVideoLayers(at: string): string {
  return `
${at}
  scale [prompt_encoder_config.hidden_size]
  depthwise_conv w[prompt_encoder_config.hidden_size,1,memory_fuser_kernel_size,memory_fuser_kernel_size] b[prompt_encoder_config.hidden_size]
  layer_norm w[prompt_encoder_config.hidden_size] b[prompt_encoder_config.hidden_size]
  pointwise_conv1 w[memory_fuser_intermediate_dim,prompt_encoder_config.hidden_size] b[memory_fuser_intermediate_dim]
  pointwise_conv2 w[prompt_encoder_config.hidden_size,memory_fuser_intermediate_dim] b[prompt_encoder_config.hidden_size]
`;
}

/** Shared by 3 families, pp_doclayout_v3, rt_detr, rt_detr_v2. */
export function ppDoclayoutV3Layers(at: string): string {
  return `
${at}conv1.
  conv w[encoder_hidden_dim,encoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
${at}conv2.
  conv w[encoder_hidden_dim,encoder_in_channels[0],1,1]
  norm w[d_model] b[d_model]
`;
}

/** Shared by 4 families, sam, sam2, sam3_tracker, sam_hq. */
export function samLayers(at: string): string {
  return `
${at}
  proj_in w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
  proj_out w[mask_decoder_config.hidden_size//8,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//8]
${at}layers.
  0 w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
`;
}
