import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `gemma3` beside the one of its own task, by name. */
export const gemma3Classes = {
  Gemma3Model: layoutFamily(`
use text_config: model. > language_model.; lm_head > lm_head
use vision_config: . > vision_tower.
multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
  o_proj b?text_config.attention_bias[text_config.hidden_size]
`),
  Gemma3ForSequenceClassification: layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
.
  score w[num_labels,text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
  o_proj b?text_config.attention_bias[text_config.hidden_size]
`),
  Gemma3ForConditionalGeneration: layoutFamily(`
use text_config: model. > model.language_model.; lm_head > lm_head
use vision_config: . > model.vision_tower.
model.multi_modal_projector.
  mm_input_projection_weight [vision_config.hidden_size,text_config.hidden_size]
  mm_soft_emb_norm w[vision_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
  o_proj b?text_config.attention_bias[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`),
};
