import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VibeVoiceAcousticTokenizerModel`. */
export const vibevoiceAcousticTokenizer = layoutFamily(`
encoder.stem.conv.
  conv w[num_filters,1,kernel_size] b[num_filters]
encoder.stem.stage.{3}.
  gamma|ffn_gamma [num_filters]
  norm|ffn_norm w[num_filters]
encoder.stem.stage.{3}.ffn.
  linear1 w[2*hidden_size,num_filters] b[2*hidden_size]
  linear2 w[num_filters,2*hidden_size] b[num_filters]
encoder.stem.stage.{3}.mixer.
  conv w[num_filters,1,kernel_size] b[num_filters]
encoder.conv_layers.<i:len(downsampling_ratios)>.conv.
  conv w[hidden_size*2**i,num_filters*2**i,2*downsampling_ratios[i]] b[hidden_size*2**i]
encoder.conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.
  gamma|ffn_gamma [hidden_size*2**i]
  norm|ffn_norm w[hidden_size*2**i]
encoder.conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.ffn.
  linear1 w[4*hidden_size*2**i,hidden_size*2**i] b[4*hidden_size*2**i]
  linear2 w[hidden_size*2**i,4*hidden_size*2**i] b[hidden_size*2**i]
encoder.conv_layers.<i:len(downsampling_ratios)>.stage.{depths[i+1]}.mixer.
  conv w[hidden_size*2**i,1,kernel_size] b[hidden_size*2**i]
encoder.head.
  conv w[hidden_size,hidden_size*num_filters,kernel_size] b[hidden_size]
decoder.stem.conv.
  conv w[hidden_size*num_filters,hidden_size,kernel_size] b[hidden_size*num_filters]
decoder.stem.stage.{depths[6]}.
  gamma|ffn_gamma [hidden_size*num_filters]
  norm|ffn_norm w[hidden_size*num_filters]
decoder.stem.stage.{depths[6]}.ffn.
  linear1 w[2*hidden_size*hidden_size,hidden_size*num_filters] b[2*hidden_size*hidden_size]
  linear2 w[hidden_size*num_filters,2*hidden_size*hidden_size] b[hidden_size*num_filters]
decoder.stem.stage.{depths[6]}.mixer.
  conv w[hidden_size*num_filters,1,kernel_size] b[hidden_size*num_filters]
decoder.conv_layers.0.convtr.
  convtr w[hidden_size*num_filters,16*hidden_size,16*channels] b[16*hidden_size]
decoder.conv_layers.1.convtr.
  convtr w[16*hidden_size,8*hidden_size,10*channels] b[8*hidden_size]
decoder.conv_layers.2.convtr.
  convtr w[8*hidden_size,4*hidden_size,10*channels] b[4*hidden_size]
decoder.conv_layers.3.convtr.
  convtr w[4*hidden_size,2*hidden_size,depths[6]] b[2*hidden_size]
decoder.conv_layers.4.convtr.
  convtr w[2*hidden_size,hidden_size,ffn_expansion] b[hidden_size]
decoder.conv_layers.5.convtr.
  convtr w[hidden_size,num_filters,ffn_expansion] b[num_filters]
decoder.conv_layers.0.stage.{depths[0]}.
  gamma|ffn_gamma [16*hidden_size]
  norm|ffn_norm w[16*hidden_size]
decoder.conv_layers.1.stage.{depths[0]}.
  gamma|ffn_gamma [8*hidden_size]
  norm|ffn_norm w[8*hidden_size]
decoder.conv_layers.2.stage.{depths[0]}.
  gamma|ffn_gamma [4*hidden_size]
  norm|ffn_norm w[4*hidden_size]
decoder.conv_layers.3.stage.{depths[0]}.
  gamma|ffn_gamma [2*hidden_size]
  norm|ffn_norm w[2*hidden_size]
decoder.conv_layers.4.stage.{depths[0]}.
  gamma|ffn_gamma [hidden_size]
  norm|ffn_norm w[hidden_size]
decoder.conv_layers.5.stage.{depths[0]}.
  gamma|ffn_gamma [num_filters]
  norm|ffn_norm w[num_filters]
decoder.conv_layers.0.stage.{depths[0]}.ffn.
  linear1 w[hidden_size*hidden_size,16*hidden_size] b[hidden_size*hidden_size]
  linear2 w[16*hidden_size,hidden_size*hidden_size] b[16*hidden_size]
decoder.conv_layers.1.stage.{depths[0]}.ffn.
  linear1 w[hidden_size*num_filters,8*hidden_size] b[hidden_size*num_filters]
  linear2 w[8*hidden_size,hidden_size*num_filters] b[8*hidden_size]
decoder.conv_layers.2.stage.{depths[0]}.ffn.
  linear1 w[16*hidden_size,4*hidden_size] b[16*hidden_size]
  linear2 w[4*hidden_size,16*hidden_size] b[4*hidden_size]
decoder.conv_layers.3.stage.{depths[0]}.ffn.
  linear1 w[8*hidden_size,2*hidden_size] b[8*hidden_size]
  linear2 w[2*hidden_size,8*hidden_size] b[2*hidden_size]
decoder.conv_layers.4.stage.{depths[0]}.ffn.
  linear1 w[4*hidden_size,hidden_size] b[4*hidden_size]
  linear2 w[hidden_size,4*hidden_size] b[hidden_size]
decoder.conv_layers.5.stage.{depths[0]}.ffn.
  linear1 w[2*hidden_size,num_filters] b[2*hidden_size]
  linear2 w[num_filters,2*hidden_size] b[num_filters]
decoder.conv_layers.0.stage.{depths[0]}.mixer.
  conv w[16*hidden_size,1,kernel_size] b[16*hidden_size]
decoder.conv_layers.1.stage.{depths[0]}.mixer.
  conv w[8*hidden_size,1,kernel_size] b[8*hidden_size]
decoder.conv_layers.2.stage.{depths[0]}.mixer.
  conv w[4*hidden_size,1,kernel_size] b[4*hidden_size]
decoder.conv_layers.3.stage.{depths[0]}.mixer.
  conv w[2*hidden_size,1,kernel_size] b[2*hidden_size]
decoder.conv_layers.4.stage.{depths[0]}.mixer.
  conv w[hidden_size,1,kernel_size] b[hidden_size]
decoder.conv_layers.5.stage.{depths[0]}.mixer.
  conv w[num_filters,1,kernel_size] b[num_filters]
decoder.head.
  conv w[1,num_filters,kernel_size] b[1]
`);
