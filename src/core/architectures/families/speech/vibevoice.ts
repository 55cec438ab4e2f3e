import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VibeVoiceForConditionalGeneration`. */
export const vibevoice = layoutFamily(`
use audio_config: . > model.audio_tower.
use semantic_model_config: . > model.semantic_tokenizer_encoder.
use text_config: lm_head > lm_head; model. > model.language_model.
model.
  latent_scaling_factor|latent_bias_factor []
model.multi_modal_projector.
  linear_1 w[text_config.hidden_size,audio_config.hidden_size] b[text_config.hidden_size]
  act w[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
model.semantic_connector.
  linear_1 w[text_config.hidden_size,semantic_model_config.hidden_size] b[text_config.hidden_size]
  act w[text_config.hidden_size]
  linear_2 w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
model.diffusion_head.
  noisy_images_proj w[text_config.hidden_size,audio_config.hidden_size]
  cond_proj w[text_config.hidden_size,text_config.hidden_size]
model.diffusion_head.timestep_proj.
  fc1 w[text_config.hidden_size,diffusion_head_config.frequency_embedding_size]
  fc2 w[text_config.hidden_size,text_config.hidden_size]
model.diffusion_head.layers.{diffusion_head_config.num_hidden_layers}.ffn.
  gate_proj|up_proj w[diffusion_head_config.intermediate_size,text_config.hidden_size]
  down_proj w[text_config.hidden_size,diffusion_head_config.intermediate_size]
model.diffusion_head.layers.{diffusion_head_config.num_hidden_layers}.
  norm w[text_config.hidden_size]
  linear w[12288,text_config.hidden_size]
model.diffusion_head.final_layer.
  linear_1 w[8192,text_config.hidden_size]
  linear_2 w[audio_config.hidden_size,text_config.hidden_size]
model.diffusion_head.layers.{4}.ffn.
  gate_proj|up_proj b?diffusion_head_config.mlp_bias[diffusion_head_config.intermediate_size]
  down_proj b?diffusion_head_config.mlp_bias[text_config.hidden_size]
`);
