import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `IdeficsForVisionText2Text`. */
export const idefics = layoutFamily(`
model.
  embed_tokens w[vocab_size,hidden_size]
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
model.gated_cross_attn_layers.{num_hidden_layers}.
  alpha_cross_attn|alpha_dense [1]
  input_layernorm|post_attention_layernorm w[hidden_size]
model.gated_cross_attn_layers.{num_hidden_layers}.cross_attn.
  q_proj|o_proj w[hidden_size,hidden_size]
  k_proj|v_proj w[hidden_size,vision_config.embed_dim]
  q_layer_norm|k_layer_norm w?qk_layer_norms[hidden_size//num_attention_heads]
model.gated_cross_attn_layers.{num_hidden_layers}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
model.perceiver_resampler.
  latents ?use_resampler[perceiver_config.resampler_n_latents,vision_config.embed_dim]
  layer_norm w?use_resampler[vision_config.embed_dim] b?use_resampler[vision_config.embed_dim]
model.perceiver_resampler.blocks.{num_hidden_layers+1}.0.
  context_layer_norm|latents_layer_norm w?use_resampler[vision_config.embed_dim] b?use_resampler[vision_config.embed_dim]
  q_proj|k_proj|v_proj w?use_resampler[1536,vision_config.embed_dim]
  output_proj w?use_resampler[vision_config.embed_dim,1536]
model.perceiver_resampler.blocks.{num_hidden_layers+1}.1.
  ln w?use_resampler[vision_config.embed_dim] b?use_resampler[vision_config.embed_dim]
  fc w?use_resampler[3072,vision_config.embed_dim]
  c_proj w?use_resampler[vision_config.embed_dim,3072]
`);
