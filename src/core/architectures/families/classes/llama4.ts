import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `llama4` beside the one of its own task, by name. */
export const llama4Classes = {
  Llama4ForConditionalGeneration: layoutFamily(`
use text_config: . > language_model.
vision_model.
  class_embedding [vision_config.hidden_size]
  positional_embedding_vlm [(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
  layernorm_pre|layernorm_post w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.patch_embedding.
  linear w[vision_config.hidden_size,vision_config.num_channels*vision_config.patch_size**2]
vision_model.model.layers.{vision_config.num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.model.layers.{vision_config.num_hidden_layers}.mlp.
  fc1 w[vision_config.intermediate_size,vision_config.hidden_size] b[vision_config.intermediate_size]
  fc2 w[vision_config.hidden_size,vision_config.intermediate_size] b[vision_config.hidden_size]
vision_model.model.layers.{vision_config.num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.vision_adapter.mlp.
  fc1 w[vision_config.projector_input_dim,vision_config.intermediate_size]
  fc2 w[vision_config.projector_output_dim,vision_config.projector_output_dim]
multi_modal_projector.
  linear_1 w[text_config.hidden_size,vision_config.vision_output_dim]
language_model.model.layers.0.feed_forward.
  gate_proj|up_proj w?text_config.interleave_moe_layer_step>1[text_config.intermediate_size_mlp,text_config.hidden_size]
  down_proj w?text_config.interleave_moe_layer_step>1[text_config.hidden_size,text_config.intermediate_size_mlp]
language_model.model.layers.2.feed_forward.
  gate_proj|up_proj w?text_config.interleave_moe_layer_step>1[text_config.intermediate_size_mlp,text_config.hidden_size]
  down_proj w?text_config.interleave_moe_layer_step>1[text_config.hidden_size,text_config.intermediate_size_mlp]
language_model.model.layers.4.feed_forward.
  gate_proj|up_proj w?text_config.interleave_moe_layer_step>1[text_config.intermediate_size_mlp,text_config.hidden_size]
  down_proj w?text_config.interleave_moe_layer_step>1[text_config.hidden_size,text_config.intermediate_size_mlp]
language_model.model.layers.{text_config.num_hidden_layers}.self_attn.
  q_proj|o_proj b?text_config.attention_bias[text_config.hidden_size]
  k_proj|v_proj b?text_config.attention_bias[text_config.num_key_value_heads*text_config.head_dim]
`),
};
