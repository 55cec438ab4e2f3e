import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Ovis2ForConditionalGeneration`. */
export const ovis2 = layoutFamily(`
use text_config: model. > model.language_model.
model.vision_tower.transformer.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
  rms_norm w[vision_config.hidden_size]
model.vision_tower.transformer.encoder.layers.{vision_config.num_hidden_layers}.attention.
  k_proj|v_proj|q_proj|out_proj w[vision_config.hidden_size,vision_config.hidden_size] b?vision_config.qkv_bias[vision_config.hidden_size]
model.vision_tower.transformer.encoder.layers.{vision_config.num_hidden_layers}.ffn.
  gate_proj|up_proj w[vision_config.intermediate_size,vision_config.hidden_size] b?vision_config.mlp_bias[vision_config.intermediate_size]
  down_proj w[vision_config.hidden_size,vision_config.intermediate_size] b?vision_config.mlp_bias[vision_config.hidden_size]
model.vision_tower.transformer.encoder.layers.{vision_config.num_hidden_layers}.
  rms_norm1|rms_norm2 w[vision_config.hidden_size]
model.vision_tower.transformer.
  rms_norm w[vision_config.hidden_size]
model.vision_tower.
  head_linear w[vision_config.vocab_size-vision_config.num_visual_indicator_tokens,vision_config.hidden_size]
  head_norm w[vision_config.vocab_size-vision_config.num_visual_indicator_tokens] b[vision_config.vocab_size-vision_config.num_visual_indicator_tokens]
model.
  visual_embeddings_table w[vision_config.vocab_size,hidden_size]
.
  lm_head w?!tie_word_embeddings[vocab_size,hidden_size]
`);
