import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MimiModel`. */
export const mimi = layoutFamily(`
encoder.layers.0.
  conv w[num_filters,audio_channels,kernel_size] b[num_filters]
encoder.layers.3.
  conv w[2*num_filters,num_filters,2*upsampling_ratios[3]] b[2*num_filters]
encoder.layers.6.
  conv w[4*num_filters,2*num_filters,2*upsampling_ratios[2]] b[4*num_filters]
encoder.layers.9.
  conv w[8*num_filters,4*num_filters,2*upsampling_ratios[1]] b[8*num_filters]
encoder.layers.12.
  conv w[2*hidden_size,hidden_size,16*audio_channels] b[2*hidden_size]
encoder.layers.14.
  conv w[hidden_size,16*num_filters,last_kernel_size] b[hidden_size]
encoder.layers.1.block.1.
  conv w[num_filters//compress,num_filters,residual_kernel_size] b[num_filters//compress]
encoder.layers.1.block.3.
  conv w[num_filters,num_filters//compress,1] b[num_filters]
encoder.layers.4.block.1.
  conv w[num_filters*2//compress,2*num_filters,residual_kernel_size] b[num_filters*2//compress]
encoder.layers.4.block.3.
  conv w[2*num_filters,num_filters*2//compress,1] b[2*num_filters]
encoder.layers.7.block.1.
  conv w[upsampling_ratios[3]//compress*num_filters,4*num_filters,residual_kernel_size] b[upsampling_ratios[3]//compress*num_filters]
encoder.layers.7.block.3.
  conv w[4*num_filters,upsampling_ratios[3]//compress*num_filters,1] b[4*num_filters]
encoder.layers.10.block.1.
  conv w[codebook_dim,hidden_size,residual_kernel_size] b[codebook_dim]
encoder.layers.10.block.3.
  conv w[hidden_size,codebook_dim,1] b[hidden_size]
encoder_transformer.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
encoder_transformer.layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size]
  fc2 w[hidden_size,intermediate_size]
encoder_transformer.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size] b[hidden_size]
encoder_transformer.layers.{num_hidden_layers}.self_attn_layer_scale.
  scale [hidden_size]
encoder_transformer.layers.{num_hidden_layers}.mlp_layer_scale.
  scale [hidden_size]
downsample.
  conv w[hidden_size,hidden_size,4]
upsample.
  conv w[hidden_size,hidden_size//upsample_groups,4]
decoder_transformer.layers.{num_hidden_layers}.self_attn.
  q_proj w[head_dim*num_attention_heads,hidden_size] b?attention_bias[head_dim*num_attention_heads]
  k_proj|v_proj w[head_dim*num_key_value_heads,hidden_size] b?attention_bias[head_dim*num_key_value_heads]
  o_proj w[hidden_size,head_dim*num_attention_heads] b?attention_bias[hidden_size]
decoder_transformer.layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size]
  fc2 w[hidden_size,intermediate_size]
decoder_transformer.layers.{num_hidden_layers}.
  input_layernorm|post_attention_layernorm w[hidden_size] b[hidden_size]
decoder_transformer.layers.{num_hidden_layers}.self_attn_layer_scale.
  scale [hidden_size]
decoder_transformer.layers.{num_hidden_layers}.mlp_layer_scale.
  scale [hidden_size]
decoder.layers.0.
  conv w[16*num_filters,hidden_size,kernel_size] b[16*num_filters]
decoder.layers.2.
  conv w[16*num_filters,8*num_filters,2*upsampling_ratios[0]] b[8*num_filters]
decoder.layers.5.
  conv w[8*num_filters,4*num_filters,2*upsampling_ratios[1]] b[4*num_filters]
decoder.layers.8.
  conv w[4*num_filters,2*num_filters,2*upsampling_ratios[2]] b[2*num_filters]
decoder.layers.11.
  conv w[2*num_filters,num_filters,2*upsampling_ratios[3]] b[num_filters]
decoder.layers.14.
  conv w[1,num_filters,last_kernel_size] b[1]
decoder.layers.3.block.1.
  conv w[codebook_dim,8*num_filters,residual_kernel_size] b[codebook_dim]
decoder.layers.3.block.3.
  conv w[8*num_filters,codebook_dim,1] b[8*num_filters]
decoder.layers.6.block.1.
  conv w[upsampling_ratios[3]//compress*num_filters,4*num_filters,residual_kernel_size] b[upsampling_ratios[3]//compress*num_filters]
decoder.layers.6.block.3.
  conv w[4*num_filters,upsampling_ratios[3]//compress*num_filters,1] b[4*num_filters]
decoder.layers.9.block.1.
  conv w[num_filters*2//compress,2*num_filters,residual_kernel_size] b[num_filters*2//compress]
decoder.layers.9.block.3.
  conv w[2*num_filters,num_filters*2//compress,1] b[2*num_filters]
decoder.layers.12.block.1.
  conv w[num_filters//compress*num_residual_layers,num_filters*num_residual_layers,residual_kernel_size] b[num_filters//compress*num_residual_layers]
decoder.layers.12.block.3.
  conv w[num_filters*num_residual_layers,num_filters//compress*num_residual_layers,1] b[num_filters*num_residual_layers]
quantizer.semantic_residual_vector_quantizer.
  input_proj w?hidden_size!=vector_quantization_hidden_dimension[vector_quantization_hidden_dimension,hidden_size,1]
  output_proj w?hidden_size!=vector_quantization_hidden_dimension[hidden_size,vector_quantization_hidden_dimension,1]
quantizer.acoustic_residual_vector_quantizer.
  input_proj w?hidden_size!=vector_quantization_hidden_dimension[vector_quantization_hidden_dimension,hidden_size,1]
  output_proj w?hidden_size!=vector_quantization_hidden_dimension[hidden_size,vector_quantization_hidden_dimension,1]
encoder.layers.1.shortcut.
  conv w?use_conv_shortcut[head_dim,head_dim,1] b?use_conv_shortcut[head_dim]
encoder.layers.4.shortcut.
  conv w?use_conv_shortcut[2*head_dim,2*head_dim,1] b?use_conv_shortcut[2*head_dim]
encoder.layers.7.shortcut.
  conv w?use_conv_shortcut[codebook_dim,codebook_dim,1] b?use_conv_shortcut[codebook_dim]
encoder.layers.10.shortcut.
  conv w?use_conv_shortcut[hidden_size,hidden_size,1] b?use_conv_shortcut[hidden_size]
decoder.layers.3.shortcut.
  conv w?use_conv_shortcut[hidden_size,hidden_size,1] b?use_conv_shortcut[hidden_size]
decoder.layers.6.shortcut.
  conv w?use_conv_shortcut[codebook_dim,codebook_dim,1] b?use_conv_shortcut[codebook_dim]
decoder.layers.9.shortcut.
  conv w?use_conv_shortcut[2*head_dim,2*head_dim,1] b?use_conv_shortcut[2*head_dim]
decoder.layers.12.shortcut.
  conv w?use_conv_shortcut[head_dim,head_dim,1] b?use_conv_shortcut[head_dim]
`);
