import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `IdeficsForVisionText2Text`. */
export const idefics = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
  embed_tokens.additional_embedding w?additional_vocab_size[additional_vocab_size,hidden_size]
  norm w[hidden_size]
model.vision_model.embeddings.
  class_embedding [vision_config.embed_dim]
  patch_embedding w[vision_config.embed_dim,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.embed_dim]
model.vision_model.
  pre_layrnorm|post_layernorm w[vision_config.embed_dim] b[vision_config.embed_dim]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.embed_dim,vision_config.embed_dim] b[vision_config.embed_dim]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.embed_dim] b[vision_config.embed_dim]
model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.embed_dim] b[vision_config.intermediate_size]
  fc2 w[vision_config.embed_dim,vision_config.intermediate_size] b[vision_config.embed_dim]
model.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size]
model.layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
model.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
model.gated_cross_attn_layers.{num_hidden_layers//cross_layer_interval}.
  alpha_cross_attn|alpha_dense ?!is(alpha_type,vector)[1] ?is(alpha_type,vector)[1,1,hidden_size]
  input_layernorm|post_attention_layernorm w[hidden_size]
model.gated_cross_attn_layers.{num_hidden_layers//cross_layer_interval}.cross_attn.
  q_proj|o_proj w[hidden_size,hidden_size]
  k_proj|v_proj w[hidden_size,vision_config.embed_dim]
  q_layer_norm|k_layer_norm w?qk_layer_norms[hidden_size//num_attention_heads]
model.gated_cross_attn_layers.{num_hidden_layers//cross_layer_interval}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
  lm_head.additional_fc w?additional_vocab_size[additional_vocab_size,hidden_size]
model.perceiver_resampler. ?use_resampler
  latents [perceiver_config.resampler_n_latents,vision_config.embed_dim]
  layer_norm w[vision_config.embed_dim] b[vision_config.embed_dim]
model.perceiver_resampler.blocks.{perceiver_config.resampler_depth}.0. ?use_resampler
  context_layer_norm|latents_layer_norm w[vision_config.embed_dim] b[vision_config.embed_dim]
  q_layer_norm|k_layer_norm w?perceiver_config.qk_layer_norms_perceiver[perceiver_config.resampler_head_dim] b?perceiver_config.qk_layer_norms_perceiver[perceiver_config.resampler_head_dim]
  q_proj|k_proj|v_proj w[perceiver_config.resampler_n_heads*perceiver_config.resampler_head_dim,vision_config.embed_dim]
  output_proj w[vision_config.embed_dim,perceiver_config.resampler_n_heads*perceiver_config.resampler_head_dim]
model.perceiver_resampler.blocks.{perceiver_config.resampler_depth}.1. ?use_resampler
  ln w[vision_config.embed_dim] b[vision_config.embed_dim]
  fc w[4*vision_config.embed_dim,vision_config.embed_dim]
  c_proj w[vision_config.embed_dim,4*vision_config.embed_dim]
`);
