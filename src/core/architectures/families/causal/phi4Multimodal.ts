import { layoutFamily } from '../../layout/declareLayout';

/** Phi-4 multimodal: Phi-3's text model, and the tensors of an image tower and a Conformer for sound. */
export const phi4Multimodal = layoutFamily(`
use as phi3: . > .
let final = (((audio_config.input_size+1)//2+1)//2+1)//2
let patches = (vision_config.image_size//vision_config.patch_size)**2
model.embed_tokens_extend.image_embed.
  global_img_feature_extensor [1,1,vision_config.hidden_size]
  sub_img_feature_extensor [1,1,1,vision_config.hidden_size]
  img_projection_up w[hidden_size,vision_config.hidden_size] b[hidden_size]
  img_projection_down w[hidden_size,hidden_size] b[hidden_size]
model.embed_tokens_extend.image_embed.img_processor.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[patches,vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.head.
  probe [1,1,vision_config.hidden_size]
  layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.head.attention.
  in_proj_weight [3*vision_config.hidden_size,vision_config.hidden_size]
  in_proj_bias [3*vision_config.hidden_size]
  out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.embed_tokens_extend.image_embed.img_processor.head.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.embed.conv.
  0 w[audio_config.nemo_conv_channels,1,3,3] b[audio_config.nemo_conv_channels]
  2|5 w[audio_config.nemo_conv_channels,1,3,3] b[audio_config.nemo_conv_channels]
  3|6 w[audio_config.nemo_conv_channels,audio_config.nemo_conv_channels,1,1] b[audio_config.nemo_conv_channels]
model.embed_tokens_extend.audio_embed.encoder.embed.
  out w[audio_config.hidden_size,audio_config.nemo_conv_channels*final] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.relative_attention_bias_layer.
  bias_values w[2*audio_config.bias_max_distance,audio_config.num_attention_heads]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.
  layer_norm_att|layer_norm w[audio_config.hidden_size] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.feed_forward_in.
  layer_norm w[audio_config.hidden_size] b[audio_config.hidden_size]
  gate_up_proj w[2*audio_config.intermediate_size,audio_config.hidden_size] b[2*audio_config.intermediate_size]
  down_proj w[audio_config.hidden_size,audio_config.intermediate_size] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.feed_forward_out.
  layer_norm w[audio_config.hidden_size] b[audio_config.hidden_size]
  gate_up_proj w[2*audio_config.intermediate_size,audio_config.hidden_size] b[2*audio_config.intermediate_size]
  down_proj w[audio_config.hidden_size,audio_config.intermediate_size] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[audio_config.hidden_size,audio_config.hidden_size] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.conv.
  layer_norm w[audio_config.hidden_size] b[audio_config.hidden_size]
  ext_pw_conv_1d w[audio_config.hidden_size,audio_config.ext_pw_out_channel,1] b[audio_config.hidden_size]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.conv.glu.
  b1|b2 [1,audio_config.ext_pw_out_channel,1]
  ext_pw_conv_1d w[2*audio_config.ext_pw_out_channel,audio_config.hidden_size,1] b[2*audio_config.ext_pw_out_channel]
model.embed_tokens_extend.audio_embed.encoder.encoders.{audio_config.num_blocks}.conv.dw_sep_conv_1d.
  dw_conv w[audio_config.hidden_size*audio_config.depthwise_multiplier,1,audio_config.kernel_size] b[audio_config.hidden_size*audio_config.depthwise_multiplier]
  pw_conv w[audio_config.depthwise_separable_out_channel,audio_config.hidden_size*audio_config.depthwise_multiplier,1] b[audio_config.depthwise_separable_out_channel]
model.embed_tokens_extend.audio_embed.
  up_proj_for_speech|up_proj_for_vision_speech w[hidden_size,audio_config.hidden_size] b[hidden_size]
  down_proj_for_speech|down_proj_for_vision_speech w[hidden_size,hidden_size] b[hidden_size]
`);
