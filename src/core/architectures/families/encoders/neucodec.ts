import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `NeuCodecModel`. */
export const neucodec = layoutFamily(`
use semantic_model_config: . > semantic_encoder.
semantic_adapter.
  conv1|conv4 w[hidden_size,hidden_size,3]
  conv2|conv3 w[hidden_size,hidden_size,3] b[hidden_size]
acoustic_encoder.
  conv1 w[encoder_hidden_size,1,semantic_model_config.conv_depthwise_kernel_size//4] b[encoder_hidden_size]
  conv2 w[hidden_size,2*semantic_model_config.classifier_proj_size,3] b[hidden_size]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit1.snake1.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit1.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit1.snake2.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit2.snake1.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit2.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit2.snake2.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit3.snake1.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit3.
  conv1 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,7] b[encoder_hidden_size*2**i]
  conv2 w[encoder_hidden_size*2**i,encoder_hidden_size*2**i,1] b[encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.res_unit3.snake2.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.snake1.act.
  alpha|beta [encoder_hidden_size*2**i]
acoustic_encoder.block.<i:len(semantic_model_config.tdnn_dim)>.
  conv1 w[2*encoder_hidden_size*2**i,encoder_hidden_size*2**i,2*downsampling_ratios[i]] b[2*encoder_hidden_size*2**i]
acoustic_encoder.snake1.act.
  alpha|beta [2*semantic_model_config.classifier_proj_size]
.
  fc_encoder w[quantization_dim,quantization_dim] b[quantization_dim]
quantizer.
  project_in w[head_dim//8,quantization_dim] b[head_dim//8]
  project_out w[quantization_dim,head_dim//8] b[quantization_dim]
acoustic_decoder.
  fc w[hidden_size,quantization_dim] b[hidden_size]
  embed w[hidden_size,hidden_size,semantic_model_config.conv_depthwise_kernel_size//4] b[hidden_size]
  norm w[hidden_size] b[hidden_size]
acoustic_decoder.prior_net.{2}.
  norm1|norm2 w[hidden_size] b[hidden_size]
  conv1|conv2 w[hidden_size,hidden_size,3] b[hidden_size]
acoustic_decoder.layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size]
acoustic_decoder.layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size]
  fc2 w[hidden_size,intermediate_size]
acoustic_decoder.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size]
acoustic_decoder.post_net.{2}.
  norm1|norm2 w[hidden_size] b[hidden_size]
  conv1|conv2 w[hidden_size,hidden_size,3] b[hidden_size]
acoustic_decoder.head.
  linear w[downsampling_ratios[0]*semantic_model_config.conv_depthwise_kernel_size**2,hidden_size] b[downsampling_ratios[0]*semantic_model_config.conv_depthwise_kernel_size**2]
`);
