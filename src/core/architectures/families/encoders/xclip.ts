import { layoutFamily } from '../../layout/declareLayout';
import { clipsegLayers } from '../../layout/layers';

/** The tensors of `XCLIPModel`. */
export const xclip = layoutFamily(`
.
  logit_scale []
  prompts_visual_projection [vision_config.hidden_size,projection_dim]
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
  prompts_visual_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
text_model.embeddings.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  position_embedding w[text_config.max_position_embeddings,text_config.hidden_size]
${clipsegLayers('text_model.encoder.layers.{text_config.num_hidden_layers}.')}
text_model.
  final_layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2|message_ln w[vision_config.hidden_size] b[vision_config.hidden_size]
  message_fc w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.message_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.
  post_layernorm|pre_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
mit.
  position_embedding [1,vision_config.num_frames,vision_config.mit_hidden_size]
mit.encoder.layers.{vision_config.mit_num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.mit_hidden_size,vision_config.mit_hidden_size] b[vision_config.mit_hidden_size]
mit.encoder.layers.{vision_config.mit_num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.mit_hidden_size] b[vision_config.mit_hidden_size]
mit.encoder.layers.{vision_config.mit_num_hidden_layers}.mlp.
  fc1 w[vision_config.mit_intermediate_size,vision_config.mit_hidden_size] b[vision_config.mit_intermediate_size]
  fc2 w[vision_config.mit_hidden_size,vision_config.mit_intermediate_size] b[vision_config.mit_hidden_size]
prompts_generator.
  alpha [projection_dim]
  layernorm w[projection_dim] b[projection_dim]
prompts_generator.decoder.{prompt_layers}.cross_attn.
  k_proj|v_proj|q_proj w[projection_dim,projection_dim]
  proj w[projection_dim,projection_dim] b[projection_dim]
prompts_generator.decoder.{prompt_layers}.
  norm1|norm3 w[projection_dim] b[projection_dim]
prompts_generator.decoder.0.mlp.
  0 w[4*projection_dim,projection_dim] b[4*projection_dim]
  3 w[projection_dim,4*projection_dim] b[projection_dim]
prompts_generator.decoder.1.mlp.
  0 w[4*projection_dim,projection_dim] b[4*projection_dim]
  3 w[projection_dim,4*projection_dim] b[projection_dim]
`);
