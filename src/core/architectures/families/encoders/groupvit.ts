import { layoutFamily } from '../../layout/declareLayout';
import { clipsegLayers, idefics2Layers } from '../../layout/layers';

/** The tensors of `GroupViTModel`. */
export const groupvit = layoutFamily(`
.
  logit_scale []
text_model.embeddings.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  position_embedding w[text_config.max_position_embeddings,text_config.hidden_size]
${clipsegLayers('text_model.encoder.layers.{text_config.num_hidden_layers}.')}
text_model.
  final_layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  position_embeddings [1,(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
  layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.embeddings.patch_embeddings.
  projection w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
vision_model.encoder.stages.<i:len(vision_config.assign_mlp_ratio)>.
  group_token [1,vision_config.num_group_tokens[i],vision_config.hidden_size]
${idefics2Layers('vision_model.encoder.stages.<i:len(vision_config.depths)>.layers.{vision_config.depths[i]}.')}
vision_model.encoder.stages.{2}.downsample.
  norm_tokens|norm_post_tokens|norm_x|norm_new_x w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.stages.<i:len(vision_config.assign_mlp_ratio)>.downsample.mlp_inter.
  fc1 w[192,vision_config.num_group_tokens[i]]
  fc2 w[vision_config.num_group_tokens[i],192] b[vision_config.num_group_tokens[i]]
vision_model.encoder.stages.{2}.downsample.mlp_inter.
  fc1 b[vision_config.hidden_size//2]
vision_model.encoder.stages.{2}.downsample.pre_assign_attn.attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.stages.{2}.downsample.pre_assign_attn.
  norm2|norm_post w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.stages.{2}.downsample.pre_assign_attn.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
vision_model.encoder.stages.{2}.downsample.assign.
  q_proj|k_proj|v_proj|proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.stages.{2}.downsample.mlp_channels.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
vision_model.encoder.stages.1.group_projector.
  0 w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.stages.1.group_projector.1.
  fc1 w[vision_config.hidden_size//2,vision_config.num_group_tokens[0]] b[vision_config.hidden_size//2]
  fc2 w[vision_config.num_group_tokens[1],vision_config.hidden_size//2] b[vision_config.num_group_tokens[1]]
vision_model.
  layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
visual_projection.
  0 w[projection_intermediate_dim,vision_config.hidden_size] b[projection_intermediate_dim]
  1 w[projection_intermediate_dim] b[projection_intermediate_dim]
  3 w[projection_dim,projection_intermediate_dim] b[projection_dim]
text_projection.
  0 w[projection_intermediate_dim,text_config.hidden_size] b[projection_intermediate_dim]
  1 w[projection_intermediate_dim] b[projection_intermediate_dim]
  3 w[text_config.hidden_size,projection_intermediate_dim] b[text_config.hidden_size]
`);
