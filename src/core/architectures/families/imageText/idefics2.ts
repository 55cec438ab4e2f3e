import { layoutFamily } from '../../layout/declareLayout';
import { idefics2Layers } from '../../layout/layers';

/** The tensors of `Idefics2ForConditionalGeneration`. */
export const idefics2 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.text_model.
model.vision_model.embeddings.
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2,vision_config.hidden_size]
${idefics2Layers('model.vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
model.vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
model.connector.modality_projection.
  gate_proj|up_proj w[text_config.intermediate_size,vision_config.hidden_size]
  down_proj w[text_config.hidden_size,text_config.intermediate_size]
model.connector.perceiver_resampler.
  latents [perceiver_config.resampler_n_latents,text_config.hidden_size]
  norm w[text_config.hidden_size]
model.connector.perceiver_resampler.layers.{perceiver_config.resampler_depth}.
  input_latents_norm|input_context_norm|post_attention_layernorm w[text_config.hidden_size]
model.connector.perceiver_resampler.layers.{perceiver_config.resampler_depth}.self_attn.
  q_proj w[perceiver_config.resampler_head_dim*perceiver_config.resampler_n_heads,text_config.hidden_size]
  k_proj|v_proj w[perceiver_config.num_key_value_heads*perceiver_config.resampler_head_dim,text_config.hidden_size]
  o_proj w[text_config.hidden_size,perceiver_config.resampler_head_dim*perceiver_config.resampler_n_heads]
model.connector.perceiver_resampler.layers.{perceiver_config.resampler_depth}.mlp.
  gate_proj|up_proj w[16384,text_config.hidden_size]
  down_proj w[text_config.hidden_size,16384]
`);
