import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `gemma4` beside the one of its own task, by name. */
export const gemma4Classes = {
  Gemma4Model: layoutFamily(`
use text_config: model. > language_model.; lm_head > lm_head
language_model.layers.0.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.1.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.2.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.3.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.4.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.6.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.7.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.8.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.9.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.10.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.12.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.13.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.14.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.15.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.16.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.18.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.19.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.20.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.21.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.22.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.24.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.25.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.26.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.27.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.28.self_attn.
  q_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
language_model.layers.5.self_attn.
  q_proj b?text_config.attention_bias[16*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
language_model.layers.11.self_attn.
  q_proj b?text_config.attention_bias[16*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
language_model.layers.17.self_attn.
  q_proj b?text_config.attention_bias[16*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
language_model.layers.23.self_attn.
  q_proj b?text_config.attention_bias[16*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
language_model.layers.29.self_attn.
  q_proj b?text_config.attention_bias[16*text_config.head_dim]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_attention_heads*text_config.head_dim]
language_model.layers.{text_config.num_hidden_layers}.self_attn.
  o_proj b?text_config.attention_bias[text_config.hidden_size]
`),
};
