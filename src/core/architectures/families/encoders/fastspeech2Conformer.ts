import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FastSpeech2ConformerModel`. */
export const fastspeech2Conformer = layoutFamily(`
encoder.
  embed w[vocab_size,hidden_size]
encoder.conformer_layers.{encoder_config.layers}.self_attn.
  pos_bias_u|pos_bias_v [encoder_config.num_attention_heads,hidden_size//encoder_config.num_attention_heads]
  linear_q|linear_k|linear_v|linear_out w[hidden_size,hidden_size] b[hidden_size]
  linear_pos w[hidden_size,hidden_size]
encoder.conformer_layers.{encoder_config.layers}.feed_forward.
  conv1 w[encoder_config.linear_units,hidden_size,positionwise_conv_kernel_size] b[encoder_config.linear_units]
  conv2 w[hidden_size,encoder_config.linear_units,positionwise_conv_kernel_size] b[hidden_size]
encoder.conformer_layers.{encoder_config.layers}.feed_forward_macaron.
  conv1 w?use_macaron_style_in_conformer[encoder_config.linear_units,hidden_size,positionwise_conv_kernel_size] b?use_macaron_style_in_conformer[encoder_config.linear_units]
  conv2 w?use_macaron_style_in_conformer[hidden_size,encoder_config.linear_units,positionwise_conv_kernel_size] b?use_macaron_style_in_conformer[hidden_size]
encoder.conformer_layers.{encoder_config.layers}.
  ff_macaron_layer_norm w?use_macaron_style_in_conformer[hidden_size] b?use_macaron_style_in_conformer[hidden_size]
  conv_layer_norm|final_layer_norm w?use_cnn_in_conformer[hidden_size] b?use_cnn_in_conformer[hidden_size]
  ff_layer_norm|self_attn_layer_norm w[hidden_size] b[hidden_size]
encoder.conformer_layers.{encoder_config.layers}.conv_module.
  pointwise_conv1 w?use_cnn_in_conformer[2*hidden_size,hidden_size,1] b?convolution_bias*use_cnn_in_conformer[2*hidden_size]
  depthwise_conv w?use_cnn_in_conformer[hidden_size,1,encoder_config.kernel_size] b?convolution_bias*use_cnn_in_conformer[hidden_size]
  norm w?use_cnn_in_conformer[hidden_size] b?use_cnn_in_conformer[hidden_size]
  pointwise_conv2 w?use_cnn_in_conformer[hidden_size,hidden_size,1] b?convolution_bias*use_cnn_in_conformer[hidden_size]
duration_predictor.conv_layers.0.
  conv w[duration_predictor_channels,hidden_size,duration_predictor_kernel_size]
duration_predictor.conv_layers.1.
  conv w[duration_predictor_channels,duration_predictor_channels,duration_predictor_kernel_size]
duration_predictor.conv_layers.{duration_predictor_layers}.
  conv b[duration_predictor_channels]
  layer_norm w[duration_predictor_channels] b[duration_predictor_channels]
duration_predictor.
  linear w[1,duration_predictor_channels] b[1]
pitch_predictor.conv_layers.0.
  conv w[pitch_predictor_channels,hidden_size,pitch_predictor_kernel_size]
pitch_predictor.conv_layers.{1..pitch_predictor_layers}.
  conv w[pitch_predictor_channels,pitch_predictor_channels,pitch_predictor_kernel_size]
pitch_predictor.conv_layers.{pitch_predictor_layers}.
  conv b[pitch_predictor_channels]
  layer_norm w[pitch_predictor_channels] b[pitch_predictor_channels]
pitch_predictor.
  linear w[1,pitch_predictor_channels] b[1]
pitch_embed.
  conv w[hidden_size,1,pitch_embed_kernel_size] b[hidden_size]
energy_predictor.conv_layers.0.
  conv w[energy_predictor_channels,hidden_size,energy_predictor_kernel_size]
energy_predictor.conv_layers.1.
  conv w[energy_predictor_channels,energy_predictor_channels,energy_predictor_kernel_size]
energy_predictor.conv_layers.{energy_predictor_layers}.
  conv b[energy_predictor_channels]
  layer_norm w[energy_predictor_channels] b[energy_predictor_channels]
energy_predictor.
  linear w[1,energy_predictor_channels] b[1]
energy_embed.
  conv w[hidden_size,1,energy_embed_kernel_size] b[hidden_size]
decoder.conformer_layers.{decoder_config.layers}.self_attn.
  pos_bias_u|pos_bias_v [decoder_config.num_attention_heads,hidden_size//decoder_config.num_attention_heads]
  linear_q|linear_k|linear_v|linear_out w[hidden_size,hidden_size] b[hidden_size]
  linear_pos w[hidden_size,hidden_size]
decoder.conformer_layers.{decoder_config.layers}.feed_forward.
  conv1 w[decoder_config.linear_units,hidden_size,positionwise_conv_kernel_size] b[decoder_config.linear_units]
  conv2 w[hidden_size,decoder_config.linear_units,positionwise_conv_kernel_size] b[hidden_size]
decoder.conformer_layers.{decoder_config.layers}.feed_forward_macaron.
  conv1 w?use_macaron_style_in_conformer[decoder_config.linear_units,hidden_size,positionwise_conv_kernel_size] b?use_macaron_style_in_conformer[decoder_config.linear_units]
  conv2 w?use_macaron_style_in_conformer[hidden_size,decoder_config.linear_units,positionwise_conv_kernel_size] b?use_macaron_style_in_conformer[hidden_size]
decoder.conformer_layers.{decoder_config.layers}.
  ff_macaron_layer_norm w?use_macaron_style_in_conformer[hidden_size] b?use_macaron_style_in_conformer[hidden_size]
  conv_layer_norm|final_layer_norm w?use_cnn_in_conformer[hidden_size] b?use_cnn_in_conformer[hidden_size]
  ff_layer_norm|self_attn_layer_norm w[hidden_size] b[hidden_size]
decoder.conformer_layers.{decoder_config.layers}.conv_module.
  pointwise_conv1 w?use_cnn_in_conformer[2*hidden_size,hidden_size,1] b?convolution_bias*use_cnn_in_conformer[2*hidden_size]
  depthwise_conv w?use_cnn_in_conformer[hidden_size,1,decoder_config.kernel_size] b?convolution_bias*use_cnn_in_conformer[hidden_size]
  norm w?use_cnn_in_conformer[hidden_size] b?use_cnn_in_conformer[hidden_size]
  pointwise_conv2 w?use_cnn_in_conformer[hidden_size,hidden_size,1] b?convolution_bias*use_cnn_in_conformer[hidden_size]
speech_decoder_postnet.
  feat_out w[num_mel_bins*reduction_factor,hidden_size] b[num_mel_bins*reduction_factor]
speech_decoder_postnet.layers.0.
  conv w[speech_decoder_postnet_units,num_mel_bins,speech_decoder_postnet_kernel]
speech_decoder_postnet.layers.{1..4}.
  conv w[speech_decoder_postnet_units,speech_decoder_postnet_units,speech_decoder_postnet_kernel]
speech_decoder_postnet.layers.4.
  conv w[num_mel_bins,speech_decoder_postnet_units,speech_decoder_postnet_kernel]
  batch_norm w[num_mel_bins] b[num_mel_bins]
speech_decoder_postnet.layers.{4}.
  batch_norm w[speech_decoder_postnet_units] b[speech_decoder_postnet_units]
decoder.conformer_layers.{encoder_layers}.
  concat_linear w?decoder_config.concat_after[hidden_size,2*hidden_size] b?decoder_config.concat_after[hidden_size]
encoder.conformer_layers.{encoder_layers}.
  concat_linear w?encoder_config.concat_after[hidden_size,2*hidden_size] b?encoder_config.concat_after[hidden_size]
`);
