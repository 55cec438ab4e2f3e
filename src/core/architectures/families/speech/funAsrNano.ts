import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FunAsrNanoForConditionalGeneration`. */
export const funAsrNano = layoutFamily(`
use audio_config: . > model.audio_tower.
use text_config: model. > model.language_model.
model.multi_modal_projector.
  linear_1 w[adaptor_config.projector_hidden_size,audio_config.hidden_size] b[adaptor_config.projector_hidden_size]
  linear_2 w[text_config.hidden_size,adaptor_config.projector_hidden_size] b[text_config.hidden_size]
model.multi_modal_projector.layers.{adaptor_config.num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
model.multi_modal_projector.layers.{adaptor_config.num_hidden_layers}.mlp.
  fc1 w[adaptor_config.intermediate_size,text_config.hidden_size] b[adaptor_config.intermediate_size]
  fc2 w[text_config.hidden_size,adaptor_config.intermediate_size] b[text_config.hidden_size]
model.multi_modal_projector.layers.{adaptor_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
