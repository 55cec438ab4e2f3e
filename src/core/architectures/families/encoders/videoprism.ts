import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VideoPrismClipModel`. */
export const videoprism = layoutFamily(`
use vision_config: . > video_model.vision_model.
video_model.auxiliary_layers.{2}.attention.
  q_proj|k_proj|v_proj|o_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
video_model.auxiliary_layers.{2}.
  layernorm_before|layernorm_after w[vision_config.hidden_size] b[vision_config.hidden_size]
video_model.auxiliary_layers.{2}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
video_model.head.
  per_dim_scale [256]
  pooling_attention_query [1,1,vision_config.hidden_size]
  q_proj|k_proj|v_proj w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  o_proj w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
video_model.
  head_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
text_model.embeddings.
  cls_emb [1,1,text_config.hidden_size]
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
text_model.layers.{text_config.num_hidden_layers}.attention.
  q_proj|k_proj|v_proj w[text_config.hidden_size,text_config.hidden_size] b?text_config.qkv_bias[text_config.hidden_size]
  o_proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
text_model.layers.{text_config.num_hidden_layers}.
  layernorm_before|layernorm_after w[text_config.hidden_size] b[text_config.hidden_size]
text_model.layers.{text_config.num_hidden_layers}.mlp.
  fc1 w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
  fc2 w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
text_model.
  layernorm w[text_config.hidden_size] b[text_config.hidden_size]
`);
