import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `git` beside the one of its own task, by name. */
export const gitClasses = {
  GitModel: layoutFamily(`
embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
image_encoder.vision_model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
image_encoder.vision_model.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
image_encoder.vision_model.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
image_encoder.vision_model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
image_encoder.vision_model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
encoder.layer.{num_hidden_layers}.attention.self.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
visual_projection.visual_projection.
  0 w[hidden_size,vision_config.hidden_size]
  1 w[hidden_size]
visual_projection.visual_projection.{2}.
  . b[hidden_size]
`),
};
