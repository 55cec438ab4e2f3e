import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SiglipModel`. Also siglip2. */
export const siglip = layoutFamily(`
use vision_config: . > vision_model.
.
  logit_scale|logit_bias [1]
text_model.embeddings.
  token_embedding w[text_config.vocab_size,text_config.hidden_size]
  position_embedding w[text_config.max_position_embeddings,text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.
  layer_norm1|layer_norm2 w[text_config.hidden_size] b[text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
text_model.encoder.layers.{text_config.num_hidden_layers}.mlp.
  fc1 w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
  fc2 w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
text_model.
  final_layer_norm w[text_config.hidden_size] b[text_config.hidden_size]
  head w[text_config.projection_size,text_config.hidden_size] b[text_config.projection_size]
`);
