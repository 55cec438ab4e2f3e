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
conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.ffn.
  linear1 w[2*ffn_expansion*num_filters*2**i,2*num_filters*2**i] b[2*ffn_expansion*num_filters*2**i]
  linear2 w[2*num_filters*2**i,2*ffn_expansion*num_filters*2**i] b[2*num_filters*2**i]
conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.mixer.
  conv w[2*num_filters*2**i,1,kernel_size] b[2*num_filters*2**i]
head.
  conv w[hidden_size,64*num_filters,kernel_size] b[hidden_size]
`);
