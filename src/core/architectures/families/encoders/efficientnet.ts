import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EfficientNetModel`. */
export const efficientnet = layoutFamily(`
embeddings.
  convolution w[num_hidden_layers,num_channels,num_channels,num_channels]
  batchnorm w[num_hidden_layers] b[num_hidden_layers]
encoder.blocks.0.depthwise_conv.
  depthwise_conv w[num_hidden_layers,1,num_channels,num_channels]
  depthwise_norm w[num_hidden_layers] b[num_hidden_layers]
encoder.blocks.{1..4}.depthwise_conv.
  depthwise_conv w[in_channels[0],1,num_channels,num_channels]
  depthwise_norm w[in_channels[0]] b[in_channels[0]]
encoder.blocks.4.depthwise_conv.
  depthwise_conv w[in_channels[6],1,num_channels,num_channels]
  depthwise_norm w[in_channels[6]] b[in_channels[6]]
encoder.blocks.{5..11}.depthwise_conv.
  depthwise_conv w[9*in_channels[0],1,num_channels,num_channels]
encoder.blocks.11.depthwise_conv.
  depthwise_conv w[9*in_channels[0],1,kernel_sizes[2],kernel_sizes[2]]
encoder.blocks.{12..18}.depthwise_conv.
  depthwise_conv w[6*in_channels[4],1,kernel_sizes[2],kernel_sizes[2]]
encoder.blocks.18.depthwise_conv.
  depthwise_conv w[6*in_channels[4],1,num_channels,num_channels]
encoder.blocks.{19..28}.depthwise_conv.
  depthwise_conv w[num_channels*out_channels[6],1,num_channels,num_channels]
encoder.blocks.28.depthwise_conv.
  depthwise_conv w[num_channels*out_channels[6],1,kernel_sizes[2],kernel_sizes[2]]
encoder.blocks.{29..39}.depthwise_conv.
  depthwise_conv w[7*in_channels[6],1,kernel_sizes[2],kernel_sizes[2]]
  depthwise_norm w[7*in_channels[6]] b[7*in_channels[6]]
encoder.blocks.{39..51}.depthwise_conv.
  depthwise_conv w[12*in_channels[6],1,kernel_sizes[2],kernel_sizes[2]]
encoder.blocks.51.depthwise_conv.
  depthwise_conv w[12*in_channels[6],1,num_channels,num_channels]
encoder.blocks.{52..in_channels[0]+in_channels[2]-1}.depthwise_conv.
  depthwise_conv w[12*out_channels[6],1,num_channels,num_channels]
  depthwise_norm w[12*out_channels[6]] b[12*out_channels[6]]
encoder.blocks.{5..12}.depthwise_conv.
  depthwise_norm w[9*in_channels[0]] b[9*in_channels[0]]
encoder.blocks.{12..19}.depthwise_conv.
  depthwise_norm w[6*in_channels[4]] b[6*in_channels[4]]
encoder.blocks.{19..29}.depthwise_conv.
  depthwise_norm w[num_channels*out_channels[6]] b[num_channels*out_channels[6]]
encoder.blocks.{39..52}.depthwise_conv.
  depthwise_norm w[12*in_channels[6]] b[12*in_channels[6]]
encoder.blocks.0.squeeze_excite.
  reduce w[in_channels[1],num_hidden_layers,1,1] b[in_channels[1]]
  expand w[num_hidden_layers,in_channels[1],1,1] b[num_hidden_layers]
encoder.blocks.{1..4}.squeeze_excite.
  reduce w[depth_divisor,in_channels[0],1,1]
  expand w[in_channels[0],depth_divisor,1,1] b[in_channels[0]]
encoder.blocks.4.squeeze_excite.
  reduce w[depth_divisor,in_channels[6],1,1]
  expand w[in_channels[6],depth_divisor,1,1] b[in_channels[6]]
encoder.blocks.{5..12}.squeeze_excite.
  reduce w[4*num_channels,9*in_channels[0],1,1] b[4*num_channels]
  expand w[9*in_channels[0],4*num_channels,1,1] b[9*in_channels[0]]
encoder.blocks.{12..19}.squeeze_excite.
  reduce w[in_channels[3]//2,6*in_channels[4],1,1] b[in_channels[3]//2]
  expand w[6*in_channels[4],in_channels[3]//2,1,1] b[6*in_channels[4]]
encoder.blocks.{19..29}.squeeze_excite.
  reduce w[in_channels[3],num_channels*out_channels[6],1,1] b[in_channels[3]]
  expand w[num_channels*out_channels[6],in_channels[3],1,1] b[num_channels*out_channels[6]]
encoder.blocks.{29..39}.squeeze_excite.
  reduce w[in_channels[5]//2,7*in_channels[6],1,1] b[in_channels[5]//2]
  expand w[7*in_channels[6],in_channels[5]//2,1,1] b[7*in_channels[6]]
encoder.blocks.{39..52}.squeeze_excite.
  reduce w[num_channels*in_channels[0],12*in_channels[6],1,1] b[num_channels*in_channels[0]]
  expand w[12*in_channels[6],num_channels*in_channels[0],1,1] b[12*in_channels[6]]
encoder.blocks.{52..in_channels[0]+in_channels[2]-1}.squeeze_excite.
  reduce w[hidden_dim//16,12*out_channels[6],1,1] b[hidden_dim//16]
  expand w[12*out_channels[6],hidden_dim//16,1,1] b[12*out_channels[6]]
encoder.blocks.{1..5}.squeeze_excite.
  reduce b[depth_divisor]
encoder.blocks.0.projection.
  project_conv w[in_channels[0],num_hidden_layers,1,1]
encoder.blocks.{1..4}.projection.
  project_conv w[in_channels[0],in_channels[0],1,1]
encoder.blocks.4.projection.
  project_conv w[16*num_channels,in_channels[6],1,1]
encoder.blocks.{5..11}.projection.
  project_conv w[16*num_channels,9*in_channels[0],1,1]
encoder.blocks.11.projection.
  project_conv w[in_channels[4],9*in_channels[0],1,1]
encoder.blocks.{12..18}.projection.
  project_conv w[in_channels[4],6*in_channels[4],1,1]
encoder.blocks.18.projection.
  project_conv w[hidden_dim//16,6*in_channels[4],1,1]
encoder.blocks.{19..28}.projection.
  project_conv w[hidden_dim//16,num_channels*out_channels[6],1,1]
encoder.blocks.28.projection.
  project_conv w[2*in_channels[5],num_channels*out_channels[6],1,1]
encoder.blocks.{29..38}.projection.
  project_conv w[2*in_channels[5],7*in_channels[6],1,1]
encoder.blocks.38.projection.
  project_conv w[in_channels[1]*in_channels[2],7*in_channels[6],1,1]
encoder.blocks.{39..51}.projection.
  project_conv w[in_channels[1]*in_channels[2],12*in_channels[6],1,1]
encoder.blocks.51.projection.
  project_conv w[hidden_dim//4,12*in_channels[6],1,1]
encoder.blocks.{52..in_channels[0]+in_channels[2]-1}.projection.
  project_conv w[hidden_dim//4,12*out_channels[6],1,1]
encoder.blocks.{4}.projection.
  project_bn w[in_channels[0]] b[in_channels[0]]
encoder.blocks.{4..11}.projection.
  project_bn w[16*num_channels] b[16*num_channels]
encoder.blocks.{11..18}.projection.
  project_bn w[in_channels[4]] b[in_channels[4]]
encoder.blocks.{18..28}.projection.
  project_bn w[hidden_dim//16] b[hidden_dim//16]
encoder.blocks.{28..38}.projection.
  project_bn w[2*in_channels[5]] b[2*in_channels[5]]
encoder.blocks.{38..51}.projection.
  project_bn w[in_channels[1]*in_channels[2]] b[in_channels[1]*in_channels[2]]
encoder.blocks.{51..in_channels[0]+in_channels[2]-1}.projection.
  project_bn w[hidden_dim//4] b[hidden_dim//4]
encoder.blocks.4.expansion.
  expand_conv w[in_channels[6],in_channels[0],1,1]
  expand_bn w[in_channels[6]] b[in_channels[6]]
encoder.blocks.{5..12}.expansion.
  expand_conv w[9*in_channels[0],16*num_channels,1,1]
  expand_bn w[9*in_channels[0]] b[9*in_channels[0]]
encoder.blocks.{12..19}.expansion.
  expand_conv w[6*in_channels[4],in_channels[4],1,1]
  expand_bn w[6*in_channels[4]] b[6*in_channels[4]]
encoder.blocks.{19..29}.expansion.
  expand_conv w[num_channels*out_channels[6],hidden_dim//16,1,1]
  expand_bn w[num_channels*out_channels[6]] b[num_channels*out_channels[6]]
encoder.blocks.{29..39}.expansion.
  expand_conv w[7*in_channels[6],2*in_channels[5],1,1]
  expand_bn w[7*in_channels[6]] b[7*in_channels[6]]
encoder.blocks.{39..52}.expansion.
  expand_conv w[12*in_channels[6],in_channels[1]*in_channels[2],1,1]
  expand_bn w[12*in_channels[6]] b[12*in_channels[6]]
encoder.blocks.{52..in_channels[0]+in_channels[2]-1}.expansion.
  expand_conv w[12*out_channels[6],hidden_dim//4,1,1]
  expand_bn w[12*out_channels[6]] b[12*out_channels[6]]
encoder.
  top_conv w[hidden_dim,hidden_dim//4,1,1]
  top_bn w[hidden_dim] b[hidden_dim]
`);
