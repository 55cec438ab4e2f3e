import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `LightGlueForKeypointMatching`. */
export const lightglue = layoutFamily(`
keypoint_detector.encoder.conv_blocks.0.
  conv_a w[keypoint_detector_config.encoder_hidden_sizes[0],1,3,3]
keypoint_detector.encoder.conv_blocks.1.
  conv_a w[keypoint_detector_config.encoder_hidden_sizes[1],keypoint_detector_config.encoder_hidden_sizes[0],3,3]
keypoint_detector.encoder.conv_blocks.2.
  conv_a w[keypoint_detector_config.encoder_hidden_sizes[2],keypoint_detector_config.encoder_hidden_sizes[1],3,3]
keypoint_detector.encoder.conv_blocks.3.
  conv_a w[keypoint_detector_config.encoder_hidden_sizes[3],keypoint_detector_config.encoder_hidden_sizes[2],3,3]
keypoint_detector.encoder.conv_blocks.<i:len(keypoint_detector_config.encoder_hidden_sizes)>.
  conv_a b[keypoint_detector_config.encoder_hidden_sizes[i]]
  conv_b w[keypoint_detector_config.encoder_hidden_sizes[i],keypoint_detector_config.encoder_hidden_sizes[i],3,3] b[keypoint_detector_config.encoder_hidden_sizes[i]]
keypoint_detector.keypoint_decoder.
  conv_score_a w[keypoint_detector_config.decoder_hidden_size,keypoint_detector_config.encoder_hidden_sizes[3],3,3] b[keypoint_detector_config.decoder_hidden_size]
  conv_score_b w[keypoint_detector_config.keypoint_decoder_dim,keypoint_detector_config.decoder_hidden_size,1,1] b[keypoint_detector_config.keypoint_decoder_dim]
keypoint_detector.descriptor_decoder.
  conv_descriptor_a w[keypoint_detector_config.decoder_hidden_size,keypoint_detector_config.encoder_hidden_sizes[3],3,3] b[keypoint_detector_config.decoder_hidden_size]
  conv_descriptor_b w[keypoint_detector_config.descriptor_decoder_dim,keypoint_detector_config.decoder_hidden_size,1,1] b[keypoint_detector_config.descriptor_decoder_dim]
positional_encoder.
  projector w[descriptor_dim//(2*num_attention_heads),2]
transformer_layers.{num_hidden_layers}.self_attention.
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_key_value_heads]
transformer_layers.{num_hidden_layers}.self_mlp.
  fc1 w[intermediate_size,intermediate_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
  layer_norm w[intermediate_size] b[intermediate_size]
transformer_layers.{num_hidden_layers}.cross_attention.
  q_proj|o_proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  k_proj|v_proj w[hidden_size//num_attention_heads*num_key_value_heads,hidden_size] b?attention_bias[hidden_size//num_attention_heads*num_key_value_heads]
transformer_layers.{num_hidden_layers}.cross_mlp.
  fc1 w[intermediate_size,intermediate_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
  layer_norm w[intermediate_size] b[intermediate_size]
match_assignment_layers.{num_hidden_layers}.
  final_projection w[descriptor_dim,descriptor_dim] b[descriptor_dim]
  matchability w[1,descriptor_dim] b[1]
token_confidence.{num_hidden_layers-1}.
  token w[1,descriptor_dim] b[1]
.
  input_projection w?descriptor_dim!=keypoint_detector_config.descriptor_decoder_dim[descriptor_dim,keypoint_detector_config.descriptor_decoder_dim] b?descriptor_dim!=keypoint_detector_config.descriptor_decoder_dim[descriptor_dim]
`);
