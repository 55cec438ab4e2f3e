import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MobileNetV2Model`. */
export const mobilenetV2 = layoutFamily(`
conv_stem.first_conv.
  convolution w[32,num_channels,3,3]
  normalization w[32] b[32]
conv_stem.conv_3x3.
  convolution w[32,1,3,3]
  normalization w[32] b[32]
conv_stem.reduce_1x1.
  convolution w[16,32,1,1]
  normalization w[16] b[16]
layer.0.expand_1x1.
  convolution w[96,16,1,1]
  normalization w[96] b[96]
layer.1.expand_1x1.
  convolution w[144,8*num_channels,1,1]
  normalization w[144] b[144]
layer.2.expand_1x1.
  convolution w[144,8*num_channels,1,1]
  normalization w[144] b[144]
layer.{3..6}.expand_1x1.
  convolution w[192,32,1,1]
  normalization w[192] b[192]
layer.{6..10}.expand_1x1.
  convolution w[384,depth_divisible_by*depth_divisible_by,1,1]
  normalization w[384] b[384]
layer.{10..13}.expand_1x1.
  convolution w[576,96,1,1]
  normalization w[576] b[576]
layer.{13..16}.expand_1x1.
  convolution w[960,160,1,1]
  normalization w[960] b[960]
layer.0.conv_3x3.
  convolution w[96,1,3,3]
  normalization w[96] b[96]
layer.1.conv_3x3.
  convolution w[144,1,3,3]
  normalization w[144] b[144]
layer.2.conv_3x3.
  convolution w[144,1,3,3]
  normalization w[144] b[144]
layer.{3..6}.conv_3x3.
  convolution w[192,1,3,3]
  normalization w[192] b[192]
layer.{6..10}.conv_3x3.
  convolution w[384,1,3,3]
  normalization w[384] b[384]
layer.{10..13}.conv_3x3.
  convolution w[576,1,3,3]
  normalization w[576] b[576]
layer.{13..16}.conv_3x3.
  convolution w[960,1,3,3]
  normalization w[960] b[960]
layer.0.reduce_1x1.
  convolution w[8*num_channels,96,1,1]
  normalization w[8*num_channels] b[8*num_channels]
layer.1.reduce_1x1.
  convolution w[8*num_channels,144,1,1]
  normalization w[8*num_channels] b[8*num_channels]
layer.2.reduce_1x1.
  convolution w[32,144,1,1]
layer.3.reduce_1x1.
  convolution w[32,192,1,1]
layer.4.reduce_1x1.
  convolution w[32,192,1,1]
layer.5.reduce_1x1.
  convolution w[depth_divisible_by*depth_divisible_by,192,1,1]
layer.{6..9}.reduce_1x1.
  convolution w[depth_divisible_by*depth_divisible_by,384,1,1]
layer.9.reduce_1x1.
  convolution w[96,384,1,1]
layer.10.reduce_1x1.
  convolution w[96,576,1,1]
layer.11.reduce_1x1.
  convolution w[96,576,1,1]
layer.12.reduce_1x1.
  convolution w[160,576,1,1]
layer.13.reduce_1x1.
  convolution w[160,960,1,1]
layer.14.reduce_1x1.
  convolution w[160,960,1,1]
layer.15.reduce_1x1.
  convolution w[320,960,1,1]
  normalization w[320] b[320]
layer.{2..5}.reduce_1x1.
  normalization w[32] b[32]
layer.{5..9}.reduce_1x1.
  normalization w[depth_divisible_by*depth_divisible_by] b[depth_divisible_by*depth_divisible_by]
layer.{9..12}.reduce_1x1.
  normalization w[96] b[96]
layer.{12..15}.reduce_1x1.
  normalization w[160] b[160]
conv_1x1.
  convolution w[1280,320,1,1]
  normalization w[1280] b[1280]
conv_stem.expand_1x1.
  convolution w?!first_layer_is_expansion[output_stride,output_stride,1,1]
  normalization w?!first_layer_is_expansion[output_stride] b?!first_layer_is_expansion[output_stride]
`);
