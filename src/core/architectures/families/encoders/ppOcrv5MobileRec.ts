import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PPOCRV5MobileRecModel`. */
export const ppOcrv5MobileRec = layoutFamily(`
backbone.encoder.convolution.
  convolution w[depth*num_attention_heads,conv_kernel_size[1],conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[depth*num_attention_heads] b[depth*num_attention_heads]
backbone.encoder.blocks.0.layers.0.depthwise_convolution.
  identity w[depth*num_attention_heads] b[depth*num_attention_heads]
backbone.encoder.blocks.1.layers.1.depthwise_convolution.
  identity w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.1.depthwise_convolution.
  identity w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.{1..conv_kernel_size[1]+2}.depthwise_convolution.
  identity w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.{1..2*depth}.depthwise_convolution.
  identity w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.0.layers.0.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[depth*num_attention_heads,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[depth*num_attention_heads] b[depth*num_attention_heads]
backbone.encoder.blocks.1.layers.0.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[2*backbone_config.divisor,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[2*backbone_config.divisor] b[2*backbone_config.divisor]
backbone.encoder.blocks.1.layers.1.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*backbone_config.divisor,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.0.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*backbone_config.divisor,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.1.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[6*backbone_config.divisor,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.0.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[6*backbone_config.divisor,1,conv_kernel_size[1],conv_kernel_size[1]]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.1.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.2.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.3.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.4.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.0.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.1.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.4.layers.2.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.4.layers.3.depthwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,1,conv_kernel_size[1]+2,conv_kernel_size[1]+2]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.0.layers.0.depthwise_convolution.conv_small_symmetric.
  convolution w[depth*num_attention_heads,1,1,1]
  normalization w[depth*num_attention_heads] b[depth*num_attention_heads]
backbone.encoder.blocks.1.layers.0.depthwise_convolution.conv_small_symmetric.
  convolution w[2*backbone_config.divisor,1,1,1]
  normalization w[2*backbone_config.divisor] b[2*backbone_config.divisor]
backbone.encoder.blocks.1.layers.1.depthwise_convolution.conv_small_symmetric.
  convolution w[3*backbone_config.divisor,1,1,1]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.0.depthwise_convolution.conv_small_symmetric.
  convolution w[3*backbone_config.divisor,1,1,1]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.1.depthwise_convolution.conv_small_symmetric.
  convolution w[6*backbone_config.divisor,1,1,1]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.0.depthwise_convolution.conv_small_symmetric.
  convolution w[6*backbone_config.divisor,1,1,1]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.{1..conv_kernel_size[1]+2}.depthwise_convolution.conv_small_symmetric.
  convolution w[12*backbone_config.divisor,1,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.0.depthwise_convolution.conv_small_symmetric.
  convolution w[12*backbone_config.divisor,1,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.{1..2*depth}.depthwise_convolution.conv_small_symmetric.
  convolution w[3*depth*num_attention_heads**2,1,1,1]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.depthwise_convolution.lab.
  scale [1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.depthwise_convolution.
  lab b[1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.depthwise_convolution.act.lab.
  scale [1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.depthwise_convolution.act.
  lab b[1]
backbone.encoder.blocks.0.layers.0.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[2*backbone_config.divisor,depth*num_attention_heads,1,1]
  normalization w[2*backbone_config.divisor] b[2*backbone_config.divisor]
backbone.encoder.blocks.1.layers.0.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*backbone_config.divisor,2*backbone_config.divisor,1,1]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.1.layers.1.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*backbone_config.divisor,3*backbone_config.divisor,1,1]
  normalization w[3*backbone_config.divisor] b[3*backbone_config.divisor]
backbone.encoder.blocks.2.layers.0.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[6*backbone_config.divisor,3*backbone_config.divisor,1,1]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.2.layers.1.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[6*backbone_config.divisor,6*backbone_config.divisor,1,1]
  normalization w[6*backbone_config.divisor] b[6*backbone_config.divisor]
backbone.encoder.blocks.3.layers.0.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,6*backbone_config.divisor,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.1.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,12*backbone_config.divisor,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.2.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,12*backbone_config.divisor,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.3.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,12*backbone_config.divisor,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.3.layers.4.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[12*backbone_config.divisor,12*backbone_config.divisor,1,1]
  normalization w[12*backbone_config.divisor] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.0.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,12*backbone_config.divisor,1,1]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.4.layers.1.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,3*depth*num_attention_heads**2,1,1]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.4.layers.2.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,3*depth*num_attention_heads**2,1,1]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.4.layers.3.pointwise_convolution.conv_symmetric.{2*depth}.
  convolution w[3*depth*num_attention_heads**2,3*depth*num_attention_heads**2,1,1]
  normalization w[3*depth*num_attention_heads**2] b[3*depth*num_attention_heads**2]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.pointwise_convolution.lab.
  scale [1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.pointwise_convolution.
  lab b[1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.pointwise_convolution.act.lab.
  scale [1]
backbone.encoder.blocks.<i:len(backbone_config.depths)>.layers.{backbone_config.depths[i]}.pointwise_convolution.act.
  lab b[1]
backbone.encoder.blocks.<i:1..len(backbone_config.depths)>.layers.{1..backbone_config.depths[i]}.pointwise_convolution.
  identity w[3*num_attention_heads*2**i] b[3*num_attention_heads*2**i]
backbone.encoder.blocks.4.layers.0.squeeze_excitation_module.convolutions.
  0 w[3*backbone_config.divisor,12*backbone_config.divisor,1,1] b[3*backbone_config.divisor]
  2 w[12*backbone_config.divisor,3*backbone_config.divisor,1,1] b[12*backbone_config.divisor]
backbone.encoder.blocks.4.layers.1.squeeze_excitation_module.convolutions.
  0 w[6*backbone_config.divisor,3*depth*num_attention_heads**2,1,1] b[6*backbone_config.divisor]
  2 w[3*depth*num_attention_heads**2,6*backbone_config.divisor,1,1] b[3*depth*num_attention_heads**2]
`);
