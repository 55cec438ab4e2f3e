import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPOCRV6SmallRecModel`. Also pp_ocrv6_tiny_rec. */
export const ppOcrv6SmallRec = layoutFamily(`
backbone.encoder.convolution.stem1.
  convolution w[backbone_config.stem_channels[1],backbone_config.stem_channels[0],3,3]
  normalization w[backbone_config.stem_channels[1]] b[backbone_config.stem_channels[1]]
  lab b?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem2a.
  convolution w[backbone_config.stem_channels[1]//2,backbone_config.stem_channels[1],2,2]
  normalization w[backbone_config.stem_channels[1]//2] b[backbone_config.stem_channels[1]//2]
  lab b?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem2b.
  convolution w[backbone_config.stem_channels[1],backbone_config.stem_channels[1]//2,2,2]
  normalization w[backbone_config.stem_channels[1]] b[backbone_config.stem_channels[1]]
  lab b?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem3.
  convolution w[backbone_config.stem_channels[1],2*backbone_config.stem_channels[1],3,3]
  normalization w[backbone_config.stem_channels[1]] b[backbone_config.stem_channels[1]]
  lab b?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem4.
  convolution w[backbone_config.stem_channels[2],backbone_config.stem_channels[1],1,1]
  normalization w[backbone_config.stem_channels[2]] b[backbone_config.stem_channels[2]]
  lab b?backbone_config.use_learnable_affine_block[1]
backbone.encoder.blocks.0.blocks.0.
  token_conv w[96,1,3,3] b[96]
backbone.encoder.blocks.1.blocks.0.
  token_conv w[96,1,3,3] b[96]
backbone.encoder.blocks.1.blocks.1.
  token_conv w[96,1,3,3] b[96]
backbone.encoder.blocks.2.blocks.{1..7}.
  token_conv w[192,1,3,3] b[192]
backbone.encoder.blocks.3.blocks.1.
  token_conv w[384,1,3,3] b[384]
backbone.encoder.blocks.3.blocks.2.
  token_conv w[384,1,3,3] b[384]
backbone.encoder.blocks.0.blocks.0.token_squeeze_excitation.convolutions.
  0 w[24,96,1,1] b[24]
  2 w[96,24,1,1] b[96]
backbone.encoder.blocks.2.blocks.1.token_squeeze_excitation.convolutions.
  0 w[48,192,1,1] b[48]
  2 w[192,48,1,1] b[192]
backbone.encoder.blocks.2.blocks.3.token_squeeze_excitation.convolutions.
  0 w[48,192,1,1] b[48]
  2 w[192,48,1,1] b[192]
backbone.encoder.blocks.2.blocks.5.token_squeeze_excitation.convolutions.
  0 w[48,192,1,1] b[48]
  2 w[192,48,1,1] b[192]
backbone.encoder.blocks.3.blocks.1.token_squeeze_excitation.convolutions.
  0 w[96,384,1,1] b[96]
  2 w[384,96,1,1] b[384]
backbone.encoder.blocks.0.blocks.0.channel_conv1.
  convolution w[192,96,1,1]
  normalization w[192] b[192]
backbone.encoder.blocks.1.blocks.0.channel_conv1.
  convolution w[192,96,1,1]
  normalization w[192] b[192]
backbone.encoder.blocks.1.blocks.1.channel_conv1.
  convolution w[192,96,1,1]
  normalization w[192] b[192]
backbone.encoder.blocks.2.blocks.0.channel_conv1.
  convolution w[192,96,1,1]
  normalization w[192] b[192]
backbone.encoder.blocks.2.blocks.{1..7}.channel_conv1.
  convolution w[384,192,1,1]
  normalization w[384] b[384]
backbone.encoder.blocks.3.blocks.0.channel_conv1.
  convolution w[384,192,1,1]
  normalization w[384] b[384]
backbone.encoder.blocks.3.blocks.1.channel_conv1.
  convolution w[768,384,1,1]
  normalization w[768] b[768]
backbone.encoder.blocks.3.blocks.2.channel_conv1.
  convolution w[768,384,1,1]
  normalization w[768] b[768]
backbone.encoder.blocks.0.blocks.0.channel_conv2.
  convolution w[96,192,1,1]
  normalization w[96] b[96]
backbone.encoder.blocks.1.blocks.0.channel_conv2.
  convolution w[96,192,1,1]
  normalization w[96] b[96]
backbone.encoder.blocks.1.blocks.1.channel_conv2.
  convolution w[96,192,1,1]
  normalization w[96] b[96]
backbone.encoder.blocks.2.blocks.0.channel_conv2.
  convolution w[192,192,1,1]
backbone.encoder.blocks.2.blocks.{1..7}.channel_conv2.
  convolution w[192,384,1,1]
backbone.encoder.blocks.3.blocks.0.channel_conv2.
  convolution w[384,384,1,1]
backbone.encoder.blocks.3.blocks.1.channel_conv2.
  convolution w[384,768,1,1]
backbone.encoder.blocks.3.blocks.2.channel_conv2.
  convolution w[384,768,1,1]
backbone.encoder.blocks.2.blocks.{7}.channel_conv2.
  normalization w[192] b[192]
backbone.encoder.blocks.3.blocks.{3}.channel_conv2.
  normalization w[384] b[384]
backbone.encoder.blocks.2.blocks.0.token_conv.
  convolution w[96,1,3,3]
  normalization w[96] b[96]
backbone.encoder.blocks.3.blocks.0.token_conv.
  convolution w[192,1,3,3]
  normalization w[192] b[192]
backbone.encoder.convolution.stem1.lab.
  scale ?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem2a.lab.
  scale ?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem2b.lab.
  scale ?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem3.lab.
  scale ?backbone_config.use_learnable_affine_block[1]
backbone.encoder.convolution.stem4.lab.
  scale ?backbone_config.use_learnable_affine_block[1]
`);
