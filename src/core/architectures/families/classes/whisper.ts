import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `whisper` beside the one of its own task, by name. */
export const whisperClasses = {
  WhisperForAudioClassification: layoutFamily(`
encoder.
  conv1 w[d_model,num_mel_bins,3] b[d_model]
  conv2 w[d_model,d_model,3] b[d_model]
  embed_positions w[max_source_positions,d_model]
  layer_norm w[d_model] b[d_model]
encoder.layers.{encoder_layers}.self_attn.
  k_proj w[d_model,d_model]
  v_proj|q_proj|out_proj w[d_model,d_model] b[d_model]
encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
.
  projector w[classifier_proj_size,d_model] b[classifier_proj_size]
  classifier w[num_labels,classifier_proj_size] b[num_labels]
  layer_weights ?use_weighted_layer_sum[encoder_layers+1]
`),
};
