import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `AriaForConditionalGeneration`. */
export const aria = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  query [max_value_projector_patch_to_query_dict,vision_config.hidden_size]
  layer_norm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.cross_attn.
  q_proj|k_proj|v_proj w[vision_config.hidden_size,vision_config.hidden_size]
  linear w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
  layer_norm|layer_norm_kv w[vision_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.cross_attn.multihead_attn.
  in_proj_weight [3456,vision_config.hidden_size]
  in_proj_bias [3456]
  out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
model.multi_modal_projector.feed_forward.
  linear_in w[text_config.hidden_size,vision_config.hidden_size]
  linear_out w[text_config.hidden_size,text_config.hidden_size]
`);
