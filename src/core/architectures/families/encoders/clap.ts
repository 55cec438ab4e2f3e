import { layoutFamily } from '../../layout/declareLayout';
import { alignLayers } from '../../layout/layers';

/** The tensors of `ClapModel`. */
export const clap = layoutFamily(`
.
  logit_scale_a|logit_scale_t []
text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  token_type_embeddings w[text_config.type_vocab_size,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
${alignLayers('text_model.encoder.layer.{text_config.num_hidden_layers}.')}
text_model.pooler.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
text_projection.
  linear1 w[projection_dim,text_config.hidden_size] b[projection_dim]
  linear2 w[projection_dim,projection_dim] b[projection_dim]
audio_model.audio_encoder.patch_embed.
  proj w[audio_config.patch_embeds_hidden_size,audio_config.patch_embed_input_channels,audio_config.patch_size,audio_config.patch_size] b[audio_config.patch_embeds_hidden_size]
  norm w?audio_config.enable_patch_layer_norm[audio_config.patch_embeds_hidden_size] b?audio_config.enable_patch_layer_norm[audio_config.patch_embeds_hidden_size]
  mel_conv2d w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size,1,audio_config.patch_size,12*audio_config.patch_embed_input_channels] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)>.blocks.{audio_config.depths[i]}.
  layernorm_before|layernorm_after w[audio_config.patch_embeds_hidden_size*2**i] b[audio_config.patch_embeds_hidden_size*2**i]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)>.blocks.{audio_config.depths[i]}.attention.self.
  relative_position_bias_table [225,audio_config.num_attention_heads[i]]
  query|key|value w[audio_config.patch_embeds_hidden_size*2**i,audio_config.patch_embeds_hidden_size*2**i] b?audio_config.qkv_bias[audio_config.patch_embeds_hidden_size*2**i]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)>.blocks.{audio_config.depths[i]}.attention.output.
  dense w[audio_config.patch_embeds_hidden_size*2**i,audio_config.patch_embeds_hidden_size*2**i] b[audio_config.patch_embeds_hidden_size*2**i]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)>.blocks.{audio_config.depths[i]}.intermediate.
  dense w[int(audio_config.mlp_ratio*(audio_config.patch_embeds_hidden_size*2**i)),audio_config.patch_embeds_hidden_size*2**i] b[int(audio_config.mlp_ratio*(audio_config.patch_embeds_hidden_size*2**i))]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)>.blocks.{audio_config.depths[i]}.output.
  dense w[audio_config.patch_embeds_hidden_size*2**i,int(audio_config.mlp_ratio*(audio_config.patch_embeds_hidden_size*2**i))] b[audio_config.patch_embeds_hidden_size*2**i]
audio_model.audio_encoder.layers.<i:len(audio_config.depths)-1>.downsample.
  reduction w[2*audio_config.patch_embeds_hidden_size*2**i,4*audio_config.patch_embeds_hidden_size*2**i]
  norm w[4*audio_config.patch_embeds_hidden_size*2**i] b[4*audio_config.patch_embeds_hidden_size*2**i]
audio_model.audio_encoder.
  batch_norm w[audio_config.num_mel_bins] b[audio_config.num_mel_bins]
  norm w[8*audio_config.patch_embeds_hidden_size] b[8*audio_config.patch_embeds_hidden_size]
audio_projection.
  linear1 w[projection_dim,audio_config.hidden_size] b[projection_dim]
  linear2 w[projection_dim,projection_dim] b[projection_dim]
audio_model.audio_encoder.patch_embed.fusion_model.local_att.
  0 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4,audio_config.patch_embeds_hidden_size,1,1] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4]
  1 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4]
  3 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size,audio_config.patch_embeds_hidden_size//4,1,1] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size]
  4 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size]
audio_model.audio_encoder.patch_embed.fusion_model.global_att.
  1 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4,audio_config.patch_embeds_hidden_size,1,1] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4]
  2 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size//4]
  4 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size,audio_config.patch_embeds_hidden_size//4,1,1] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size]
  5 w?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size] b?audio_config.enable_fusion[audio_config.patch_embeds_hidden_size]
`);
