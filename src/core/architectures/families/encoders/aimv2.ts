import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Aimv2Model`. */
export const aimv2 = layoutFamily(`
use vision_config: . > vision_model.
.
  logit_scale []
  visual_projection w[projection_dim,vision_config.hidden_size]
  text_projection w[projection_dim,text_config.hidden_size]
text_model.embeddings.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  position_embedding w[text_config.max_position_embeddings,text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.attention.
  k_proj|v_proj|q_proj|out_proj w[text_config.hidden_size,text_config.hidden_size] b?text_config.qkv_bias[text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.ffn.
  gate_proj|up_proj w[text_config.intermediate_size,text_config.hidden_size] b?text_config.mlp_bias[text_config.intermediate_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size] b?text_config.mlp_bias[text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.
  rms_norm1|rms_norm2 w[text_config.hidden_size]
text_model.
  rms_norm w[text_config.hidden_size]
`);
