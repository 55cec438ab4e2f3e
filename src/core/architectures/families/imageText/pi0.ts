import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PI0ForConditionalGeneration`. */
export const pi0 = layoutFamily(`
use vlm_config.text_config: model. > model.vlm.language_model.; lm_head > lm_head
use dit_config: model. > model.dit.; lm_head > lm_head
use vlm_config: model.vision_tower. > model.vlm.vision_tower.; lm_head > lm_head
model.vlm.multi_modal_projector.
  linear w[vlm_config.text_config.hidden_size,vlm_config.vision_config.hidden_size] b[vlm_config.text_config.hidden_size]
embed_action_time.
  action_in_proj w[dit_config.hidden_size,max_action_dim] b[dit_config.hidden_size]
  state_proj w[dit_config.hidden_size,max_state_dim] b[dit_config.hidden_size]
  action_time_mlp_in w[dit_config.hidden_size,vlm_config.hidden_size] b[dit_config.hidden_size]
  action_time_mlp_out w[dit_config.hidden_size,dit_config.hidden_size] b[dit_config.hidden_size]
.
  action_out_proj w[max_action_dim,dit_config.hidden_size] b[max_action_dim]
`);
