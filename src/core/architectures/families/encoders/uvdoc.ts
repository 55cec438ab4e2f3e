import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `UVDocModel`. */
export const uvdoc = layoutFamily(`
backbone.resnet.resnet_head.0.
  convolution w[32,3,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_head.1.
  convolution w[32,32,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_head.{2}.
  normalization w[32] b[32]
backbone.resnet.resnet_down.0.layers.{3}.conv_start.
  convolution w[32,32,backbone_config.kernel_size,backbone_config.kernel_size] b[32]
  normalization w[32] b[32]
backbone.resnet.resnet_down.1.layers.0.conv_start.
  convolution w[64,32,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_down.1.layers.{1..4}.conv_start.
  convolution w[64,64,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_down.2.layers.0.conv_start.
  convolution w[128,64,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_down.2.layers.{1..backbone_config.out_indices[0]}.conv_start.
  convolution w[128,128,backbone_config.kernel_size,backbone_config.kernel_size]
backbone.resnet.resnet_down.1.layers.{4}.conv_start.
  convolution b[64]
  normalization w[64] b[64]
backbone.resnet.resnet_down.2.layers.{backbone_config.out_indices[0]}.conv_start.
  convolution b[128]
  normalization w[128] b[128]
backbone.resnet.resnet_down.0.layers.{3}.conv_final.
  convolution w[32,32,backbone_config.kernel_size,backbone_config.kernel_size] b[32]
  normalization w[32] b[32]
backbone.resnet.resnet_down.1.layers.{4}.conv_final.
  convolution w[64,64,backbone_config.kernel_size,backbone_config.kernel_size] b[64]
  normalization w[64] b[64]
backbone.resnet.resnet_down.2.layers.{backbone_config.out_indices[0]}.conv_final.
  convolution w[128,128,backbone_config.kernel_size,backbone_config.kernel_size] b[128]
  normalization w[128] b[128]
backbone.resnet.resnet_down.1.layers.0.conv_down.
  convolution w[64,32,backbone_config.kernel_size,backbone_config.kernel_size] b[64]
  normalization w[64] b[64]
backbone.resnet.resnet_down.2.layers.0.conv_down.
  convolution w[128,64,backbone_config.kernel_size,backbone_config.kernel_size] b[128]
  normalization w[128] b[128]
backbone.bridge.bridge.0.blocks.0.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
backbone.bridge.bridge.1.blocks.0.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
backbone.bridge.bridge.2.blocks.0.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
backbone.bridge.bridge.3.blocks.{3}.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
backbone.bridge.bridge.4.blocks.{3}.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
backbone.bridge.bridge.5.blocks.{3}.
  convolution w[128,128,3,3]
  normalization w[128] b[128]
head.bridge_connector.
  convolution w[bridge_connector[1],6*bridge_connector[0],1,1]
  normalization w[bridge_connector[1]] b[bridge_connector[1]]
head.out_point_positions2D.conv_down.
  convolution w[32,128,kernel_size,kernel_size]
  normalization w[32] b[32]
  activation w[1]
head.out_point_positions2D.
  conv_up w[2,32,kernel_size,kernel_size] b[2]
`);
