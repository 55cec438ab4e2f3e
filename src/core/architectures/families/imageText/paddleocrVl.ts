import { layoutFamily } from '../../layout/declareLayout';
import { llavaOnevisionLayers } from '../../layout/layers';

/** The tensors of `PaddleOCRVLForConditionalGeneration`. */
export const paddleocrVl = layoutFamily(`
model.visual.vision_model.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${llavaOnevisionLayers('model.visual.vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
model.visual.vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.language_model.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj w[text_config.num_attention_heads*text_config.head_dim,text_config.hidden_size] b?text_config.use_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj w[text_config.num_key_value_heads*text_config.head_dim,text_config.hidden_size] b?text_config.use_bias[text_config.num_key_value_heads*text_config.head_dim]
  o_proj w[text_config.hidden_size,text_config.num_attention_heads*text_config.head_dim] b?text_config.use_bias[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.mlp.
  gate_proj|up_proj w[text_config.intermediate_size,text_config.hidden_size] b?text_config.use_bias[text_config.intermediate_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size] b?text_config.use_bias[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size]
model.projector.
  pre_norm w[vision_config.hidden_size] b[vision_config.hidden_size]
  linear_1 w[vision_config.hidden_size*vision_config.spatial_merge_size**2,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[vision_config.hidden_size*vision_config.spatial_merge_size**2]
  linear_2 w[text_config.hidden_size,vision_config.hidden_size*vision_config.spatial_merge_size**2] b[text_config.hidden_size]
`);
