import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VibeVoiceAcousticTokenizerDecoderModel`. */
export const vibevoiceAcousticTokenizerDecoder = layoutFamily(`
stem.conv.
  conv w[64*num_filters,hidden_size,kernel_size] b[64*num_filters]
stem.stage.{depths[0]}.
  gamma|ffn_gamma [64*num_filters]
  norm|ffn_norm w[64*num_filters]
stem.stage.{depths[0]}.ffn.
  linear1 w[8192,64*num_filters] b[8192]
  linear2 w[64*num_filters,8192] b[64*num_filters]
stem.stage.{depths[0]}.mixer.
  conv w[64*num_filters,1,kernel_size] b[64*num_filters]
conv_layers.0.convtr.
  convtr w[64*num_filters,32*num_filters,2*downsampling_ratios[5]] b[32*num_filters]
conv_layers.1.convtr.
  convtr w[32*num_filters,16*num_filters,2*downsampling_ratios[4]] b[16*num_filters]
conv_layers.2.convtr.
  convtr w[16*num_filters,8*num_filters,2*downsampling_ratios[3]] b[8*num_filters]
conv_layers.3.convtr.
  convtr w[8*num_filters,4*num_filters,2*downsampling_ratios[2]] b[4*num_filters]
conv_layers.4.convtr.
  convtr w[4*num_filters,2*num_filters,2*downsampling_ratios[1]] b[2*num_filters]
conv_layers.5.convtr.
  convtr w[2*num_filters,num_filters,2*downsampling_ratios[0]] b[num_filters]
conv_layers.0.stage.{depths[1]}.
  gamma|ffn_gamma [32*num_filters]
  norm|ffn_norm w[32*num_filters]
conv_layers.1.stage.{depths[2]}.
  gamma|ffn_gamma [16*num_filters]
  norm|ffn_norm w[16*num_filters]
conv_layers.2.stage.{depths[3]}.
  gamma|ffn_gamma [8*num_filters]
  norm|ffn_norm w[8*num_filters]
conv_layers.3.stage.{depths[4]}.
  gamma|ffn_gamma [4*num_filters]
  norm|ffn_norm w[4*num_filters]
conv_layers.4.stage.{depths[5]}.
  gamma|ffn_gamma [2*num_filters]
  norm|ffn_norm w[2*num_filters]
conv_layers.5.stage.{depths[6]}.
  gamma|ffn_gamma [num_filters]
  norm|ffn_norm w[num_filters]
conv_layers.0.stage.{depths[1]}.ffn.
  linear1 w[hidden_size*hidden_size,32*num_filters] b[hidden_size*hidden_size]
  linear2 w[32*num_filters,hidden_size*hidden_size] b[32*num_filters]
conv_layers.1.stage.{depths[2]}.ffn.
  linear1 w[hidden_size*num_filters,16*num_filters] b[hidden_size*num_filters]
  linear2 w[16*num_filters,hidden_size*num_filters] b[16*num_filters]
conv_layers.2.stage.{depths[3]}.ffn.
  linear1 w[16*hidden_size,8*num_filters] b[16*hidden_size]
  linear2 w[8*num_filters,16*hidden_size] b[8*num_filters]
conv_layers.3.stage.{depths[4]}.ffn.
  linear1 w[8*hidden_size,4*num_filters] b[8*hidden_size]
  linear2 w[4*num_filters,8*hidden_size] b[4*num_filters]
conv_layers.4.stage.{depths[5]}.ffn.
  linear1 w[2*ffn_expansion*num_filters,2*num_filters] b[2*ffn_expansion*num_filters]
  linear2 w[2*num_filters,2*ffn_expansion*num_filters] b[2*num_filters]
conv_layers.5.stage.{depths[6]}.ffn.
  linear1 w[ffn_expansion*num_filters,num_filters] b[ffn_expansion*num_filters]
  linear2 w[num_filters,ffn_expansion*num_filters] b[num_filters]
conv_layers.0.stage.{depths[1]}.mixer.
  conv w[32*num_filters,1,kernel_size] b[32*num_filters]
conv_layers.1.stage.{depths[2]}.mixer.
  conv w[16*num_filters,1,kernel_size] b[16*num_filters]
conv_layers.2.stage.{depths[3]}.mixer.
  conv w[8*num_filters,1,kernel_size] b[8*num_filters]
conv_layers.3.stage.{depths[4]}.mixer.
  conv w[4*num_filters,1,kernel_size] b[4*num_filters]
conv_layers.4.stage.{depths[5]}.mixer.
  conv w[2*num_filters,1,kernel_size] b[2*num_filters]
conv_layers.5.stage.{depths[6]}.mixer.
  conv w[num_filters,1,kernel_size] b[num_filters]
head.
  conv w[channels,num_filters,kernel_size] b[channels]
`);
