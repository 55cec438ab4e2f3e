import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPOCRV6SmallDetModel`. */
export const ppOcrv6SmallDet = layoutFamily(`
backbone.encoder.convolution.stem1.
  convolution w[neck_out_channels//2,kernel_list[0],kernel_list[0],kernel_list[0]]
  normalization w[neck_out_channels//2] b[neck_out_channels//2]
backbone.encoder.convolution.stem2a.
  convolution w[neck_out_channels//4,neck_out_channels//2,2,2]
  normalization w[neck_out_channels//4] b[neck_out_channels//4]
backbone.encoder.convolution.stem2b.
  convolution w[neck_out_channels//2,neck_out_channels//4,2,2]
  normalization w[neck_out_channels//2] b[neck_out_channels//2]
backbone.encoder.convolution.stem3.
  convolution w[neck_out_channels//2,neck_out_channels,kernel_list[0],kernel_list[0]]
  normalization w[neck_out_channels//2] b[neck_out_channels//2]
backbone.encoder.convolution.stem4.
  convolution w[neck_out_channels,neck_out_channels//2,1,1]
  normalization w[neck_out_channels] b[neck_out_channels]
backbone.encoder.blocks.0.blocks.0.
  token_conv w[neck_out_channels,1,kernel_list[0],kernel_list[0]] b[neck_out_channels]
backbone.encoder.blocks.1.blocks.0.
  token_conv w[neck_out_channels,1,kernel_list[0],kernel_list[0]] b[neck_out_channels]
backbone.encoder.blocks.1.blocks.1.
  token_conv w[neck_out_channels,1,kernel_list[0],kernel_list[0]] b[neck_out_channels]
backbone.encoder.blocks.2.blocks.{1..dilated_kernel_size}.
  token_conv w[2*neck_out_channels,1,kernel_list[0],kernel_list[0]] b[2*neck_out_channels]
backbone.encoder.blocks.3.blocks.1.
  token_conv w[4*neck_out_channels,1,kernel_list[0],kernel_list[0]] b[4*neck_out_channels]
backbone.encoder.blocks.3.blocks.2.
  token_conv w[4*neck_out_channels,1,kernel_list[0],kernel_list[0]] b[4*neck_out_channels]
backbone.encoder.blocks.0.blocks.0.token_squeeze_excitation.convolutions.
  0 w[neck_out_channels//4,neck_out_channels,1,1] b[neck_out_channels//4]
  2 w[neck_out_channels,neck_out_channels//4,1,1] b[neck_out_channels]
backbone.encoder.blocks.2.blocks.1.token_squeeze_excitation.convolutions.
  0 w[neck_out_channels//2,2*neck_out_channels,1,1] b[neck_out_channels//2]
  2 w[2*neck_out_channels,neck_out_channels//2,1,1] b[2*neck_out_channels]
backbone.encoder.blocks.2.blocks.3.token_squeeze_excitation.convolutions.
  0 w[neck_out_channels//2,2*neck_out_channels,1,1] b[neck_out_channels//2]
  2 w[2*neck_out_channels,neck_out_channels//2,1,1] b[2*neck_out_channels]
backbone.encoder.blocks.2.blocks.5.token_squeeze_excitation.convolutions.
  0 w[neck_out_channels//2,2*neck_out_channels,1,1] b[neck_out_channels//2]
  2 w[2*neck_out_channels,neck_out_channels//2,1,1] b[2*neck_out_channels]
backbone.encoder.blocks.3.blocks.1.token_squeeze_excitation.convolutions.
  0 w[neck_out_channels,4*neck_out_channels,1,1] b[neck_out_channels]
  2 w[4*neck_out_channels,neck_out_channels,1,1] b[4*neck_out_channels]
backbone.encoder.blocks.0.blocks.0.channel_conv1.
  convolution w[2*neck_out_channels,neck_out_channels,1,1]
  normalization w[2*neck_out_channels] b[2*neck_out_channels]
backbone.encoder.blocks.1.blocks.0.channel_conv1.
  convolution w[2*neck_out_channels,neck_out_channels,1,1]
  normalization w[2*neck_out_channels] b[2*neck_out_channels]
backbone.encoder.blocks.1.blocks.1.channel_conv1.
  convolution w[2*neck_out_channels,neck_out_channels,1,1]
  normalization w[2*neck_out_channels] b[2*neck_out_channels]
backbone.encoder.blocks.2.blocks.0.channel_conv1.
  convolution w[2*neck_out_channels,neck_out_channels,1,1]
  normalization w[2*neck_out_channels] b[2*neck_out_channels]
backbone.encoder.blocks.2.blocks.{1..dilated_kernel_size}.channel_conv1.
  convolution w[4*neck_out_channels,2*neck_out_channels,1,1]
  normalization w[4*neck_out_channels] b[4*neck_out_channels]
backbone.encoder.blocks.3.blocks.0.channel_conv1.
  convolution w[4*neck_out_channels,2*neck_out_channels,1,1]
  normalization w[4*neck_out_channels] b[4*neck_out_channels]
backbone.encoder.blocks.3.blocks.1.channel_conv1.
  convolution w[8*neck_out_channels,4*neck_out_channels,1,1]
  normalization w[8*neck_out_channels] b[8*neck_out_channels]
backbone.encoder.blocks.3.blocks.2.channel_conv1.
  convolution w[8*neck_out_channels,4*neck_out_channels,1,1]
  normalization w[8*neck_out_channels] b[8*neck_out_channels]
backbone.encoder.blocks.0.blocks.0.channel_conv2.
  convolution w[neck_out_channels,2*neck_out_channels,1,1]
backbone.encoder.blocks.1.blocks.0.channel_conv2.
  convolution w[neck_out_channels,2*neck_out_channels,1,1]
backbone.encoder.blocks.1.blocks.1.channel_conv2.
  convolution w[neck_out_channels,2*neck_out_channels,1,1]
backbone.encoder.blocks.2.blocks.0.channel_conv2.
  convolution w[2*neck_out_channels,2*neck_out_channels,1,1]
backbone.encoder.blocks.2.blocks.{1..dilated_kernel_size}.channel_conv2.
  convolution w[2*neck_out_channels,4*neck_out_channels,1,1]
backbone.encoder.blocks.3.blocks.0.channel_conv2.
  convolution w[4*neck_out_channels,4*neck_out_channels,1,1]
backbone.encoder.blocks.3.blocks.1.channel_conv2.
  convolution w[4*neck_out_channels,8*neck_out_channels,1,1]
backbone.encoder.blocks.3.blocks.2.channel_conv2.
  convolution w[4*neck_out_channels,8*neck_out_channels,1,1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.blocks.{backbone_config.depths[i]}.channel_conv2.
  normalization w[backbone_config.stage_out_channels[i]] b[backbone_config.stage_out_channels[i]]
backbone.encoder.blocks.<i:2..len(backbone_config.depths)>.blocks.0.token_conv.
  convolution w[backbone_config.stage_out_channels[i-1],1,3,3]
  normalization w[backbone_config.stage_out_channels[i-1]] b[backbone_config.stage_out_channels[i-1]]
neck.insert_conv.<i:len(backbone_config.depths)>.
  in_conv w[neck_out_channels,layer_list_out_channels[i],1,1]
neck.insert_conv.{reduction}.squeeze_excitation_block.
  conv1 w[neck_out_channels//4,neck_out_channels,1,1] b[neck_out_channels//4]
  conv2 w[neck_out_channels,neck_out_channels//4,1,1] b[neck_out_channels]
neck.input_conv.{reduction}.
  depthwise_convolution w[neck_out_channels,1,dilated_kernel_size,dilated_kernel_size] b[neck_out_channels]
  pointwise_convolution w[neck_out_channels//4,neck_out_channels,1,1]
neck.input_conv.{reduction}.squeeze_excitation_module.
  conv1 w[neck_out_channels//16,neck_out_channels//4,1,1] b[neck_out_channels//16]
  conv2 w[neck_out_channels//4,neck_out_channels//16,1,1] b[neck_out_channels//4]
`);
