import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VibeVoiceAcousticTokenizerEncoderModel`. */
export const vibevoiceAcousticTokenizerEncoder = layoutFamily(`
stem.conv.
  conv w[num_filters,channels,kernel_size] b[num_filters]
stem.stage.{depths[0]}.
  gamma|ffn_gamma [num_filters]
  norm|ffn_norm w[num_filters]
stem.stage.{depths[0]}.ffn.
  linear1 w[ffn_expansion*num_filters,num_filters] b[ffn_expansion*num_filters]
  linear2 w[num_filters,ffn_expansion*num_filters] b[num_filters]
stem.stage.{depths[0]}.mixer.
  conv w[num_filters,1,kernel_size] b[num_filters]
conv_layers.<i:len(downsampling_ratios)>.conv.
  conv w[2*num_filters*2**i,num_filters*2**i,2*downsampling_ratios[i]] b[2*num_filters*2**i]
conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.
  gamma|ffn_gamma [2*num_filters*2**i]
  norm|ffn_norm w[2*num_filters*2**i]
conv_layers.0.stage.{depths[1]}.ffn.
  linear1 w[2*ffn_expansion*num_filters,2*num_filters] b[2*ffn_expansion*num_filters]
  linear2 w[2*num_filters,2*ffn_expansion*num_filters]
conv_layers.1.stage.{depths[2]}.ffn.
  linear1 w[8*hidden_size,4*num_filters] b[8*hidden_size]
  linear2 w[4*num_filters,8*hidden_size]
conv_layers.2.stage.{depths[3]}.ffn.
  linear1 w[16*hidden_size,8*num_filters] b[16*hidden_size]
  linear2 w[8*num_filters,16*hidden_size]
conv_layers.3.stage.{depths[4]}.ffn.
  linear1 w[hidden_size*num_filters,16*num_filters] b[hidden_size*num_filters]
  linear2 w[16*num_filters,hidden_size*num_filters]
conv_layers.4.stage.{depths[5]}.ffn.
  linear1 w[hidden_size*hidden_size,32*num_filters] b[hidden_size*hidden_size]
  linear2 w[32*num_filters,hidden_size*hidden_size]
conv_layers.5.stage.{depths[6]}.ffn.
  linear1 w[8192,64*num_filters] b[8192]
  linear2 w[64*num_filters,8192]
conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.ffn.
  linear2 b[2*num_filters*2**i]
conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.mixer.
  conv w[2*num_filters*2**i,1,kernel_size] b[2*num_filters*2**i]
head.
  conv w[hidden_size,64*num_filters,kernel_size] b[hidden_size]
`);
