import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VoxtralRealtimeForConditionalGeneration`. */
export const voxtralRealtime = layoutFamily(`
use audio_config: . > model.audio_tower.
model.language_model.
  embed_tokens w[text_config.vocab_size,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj w[text_config.num_attention_heads*text_config.head_dim,text_config.hidden_size]
  k_proj|v_proj w[text_config.num_key_value_heads*text_config.head_dim,text_config.hidden_size]
  o_proj w[text_config.hidden_size,text_config.num_attention_heads*text_config.head_dim]
model.language_model.layers.{text_config.num_hidden_layers}.mlp.
  gate_proj|up_proj w[text_config.intermediate_size,text_config.hidden_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size]
model.language_model.layers.{text_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[text_config.hidden_size]
model.language_model.layers.{text_config.num_hidden_layers}.ada_rms_norm.
  linear1 w[audio_config.num_attention_heads,text_config.hidden_size]
  linear2 w[text_config.hidden_size,audio_config.num_attention_heads]
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,5120]
  linear_2 w[text_config.hidden_size,text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,hidden_size]
`);
