import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `blip` beside the one of its own task, by name. */
export const blipClasses = {
  BlipModel: layoutFamily(`
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.attention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.attention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.crossattention.self.
  query w?text_config.is_decoder[text_config.hidden_size,text_config.hidden_size] b?text_config.is_decoder[text_config.hidden_size]
  key|value w?text_config.is_decoder[text_config.hidden_size,text_config.encoder_hidden_size] b?text_config.is_decoder[text_config.hidden_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.crossattention.output.
  dense w?text_config.is_decoder[text_config.hidden_size,text_config.hidden_size] b?text_config.is_decoder[text_config.hidden_size]
  LayerNorm w?text_config.is_decoder[text_config.hidden_size] b?text_config.is_decoder[text_config.hidden_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.intermediate.
  dense w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
text_model.encoder.layer.{text_config.num_hidden_layers}.output.
  dense w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
text_model.pooler.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [1,1,vision_config.hidden_size]
  position_embedding [1,(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,3,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.self_attn.
  qkv w[3*vision_config.hidden_size,vision_config.hidden_size] b[3*vision_config.hidden_size]
  projection w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.encoder.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
`),
};
