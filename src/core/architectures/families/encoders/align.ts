import { layoutFamily } from '../../layout/declareLayout';
import { alignLayers } from '../../layout/layers';

/** The tensors of `AlignModel`. */
export const align = layoutFamily(`
.
  temperature []
  text_projection w[projection_dim,text_config.hidden_size] b[projection_dim]
text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
  token_type_embeddings w[2,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
${alignLayers('text_model.encoder.layer.{text_config.num_hidden_layers}.')}
text_model.pooler.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  convolution w[vision_config.num_hidden_layers,vision_config.num_channels,vision_config.num_channels,vision_config.num_channels]
  batchnorm w[vision_config.num_hidden_layers] b[vision_config.num_hidden_layers]
vision_model.encoder.blocks.0.depthwise_conv.
  depthwise_conv w[vision_config.num_hidden_layers,1,vision_config.num_channels,vision_config.num_channels]
  depthwise_norm w[vision_config.num_hidden_layers] b[vision_config.num_hidden_layers]
vision_model.encoder.blocks.{1..4}.depthwise_conv.
  depthwise_conv w[vision_config.in_channels[0],1,vision_config.num_channels,vision_config.num_channels]
  depthwise_norm w[vision_config.in_channels[0]] b[vision_config.in_channels[0]]
vision_model.encoder.blocks.4.depthwise_conv.
  depthwise_conv w[vision_config.in_channels[6],1,vision_config.num_channels,vision_config.num_channels]
  depthwise_norm w[vision_config.in_channels[6]] b[vision_config.in_channels[6]]
vision_model.encoder.blocks.{5..11}.depthwise_conv.
  depthwise_conv w[9*vision_config.in_channels[0],1,vision_config.num_channels,vision_config.num_channels]
vision_model.encoder.blocks.11.depthwise_conv.
  depthwise_conv w[9*vision_config.in_channels[0],1,vision_config.kernel_sizes[2],vision_config.kernel_sizes[2]]
vision_model.encoder.blocks.{12..18}.depthwise_conv.
  depthwise_conv w[6*vision_config.in_channels[4],1,vision_config.kernel_sizes[2],vision_config.kernel_sizes[2]]
vision_model.encoder.blocks.18.depthwise_conv.
  depthwise_conv w[6*vision_config.in_channels[4],1,vision_config.num_channels,vision_config.num_channels]
vision_model.encoder.blocks.{19..28}.depthwise_conv.
  depthwise_conv w[vision_config.num_channels*vision_config.out_channels[6],1,vision_config.num_channels,vision_config.num_channels]
vision_model.encoder.blocks.28.depthwise_conv.
  depthwise_conv w[vision_config.num_channels*vision_config.out_channels[6],1,vision_config.kernel_sizes[2],vision_config.kernel_sizes[2]]
vision_model.encoder.blocks.{29..39}.depthwise_conv.
  depthwise_conv w[7*vision_config.in_channels[6],1,vision_config.kernel_sizes[2],vision_config.kernel_sizes[2]]
  depthwise_norm w[7*vision_config.in_channels[6]] b[7*vision_config.in_channels[6]]
vision_model.encoder.blocks.{39..51}.depthwise_conv.
  depthwise_conv w[3*text_config.hidden_size,1,vision_config.kernel_sizes[2],vision_config.kernel_sizes[2]]
vision_model.encoder.blocks.51.depthwise_conv.
  depthwise_conv w[3*text_config.hidden_size,1,vision_config.num_channels,vision_config.num_channels]
vision_model.encoder.blocks.{52..vision_config.in_channels[0]+vision_config.in_channels[2]-1}.depthwise_conv.
  depthwise_conv w[6*projection_dim,1,vision_config.num_channels,vision_config.num_channels]
  depthwise_norm w[6*projection_dim] b[6*projection_dim]
vision_model.encoder.blocks.{5..12}.depthwise_conv.
  depthwise_norm w[9*vision_config.in_channels[0]] b[9*vision_config.in_channels[0]]
vision_model.encoder.blocks.{12..19}.depthwise_conv.
  depthwise_norm w[6*vision_config.in_channels[4]] b[6*vision_config.in_channels[4]]
vision_model.encoder.blocks.{19..29}.depthwise_conv.
  depthwise_norm w[vision_config.num_channels*vision_config.out_channels[6]] b[vision_config.num_channels*vision_config.out_channels[6]]
vision_model.encoder.blocks.{39..52}.depthwise_conv.
  depthwise_norm w[3*text_config.hidden_size] b[3*text_config.hidden_size]
vision_model.encoder.blocks.0.squeeze_excite.
  reduce w[vision_config.in_channels[1],vision_config.num_hidden_layers,1,1] b[vision_config.in_channels[1]]
  expand w[vision_config.num_hidden_layers,vision_config.in_channels[1],1,1] b[vision_config.num_hidden_layers]
vision_model.encoder.blocks.{1..4}.squeeze_excite.
  reduce w[vision_config.depth_divisor,vision_config.in_channels[0],1,1]
  expand w[vision_config.in_channels[0],vision_config.depth_divisor,1,1] b[vision_config.in_channels[0]]
vision_model.encoder.blocks.4.squeeze_excite.
  reduce w[vision_config.depth_divisor,vision_config.in_channels[6],1,1]
  expand w[vision_config.in_channels[6],vision_config.depth_divisor,1,1] b[vision_config.in_channels[6]]
vision_model.encoder.blocks.{5..12}.squeeze_excite.
  reduce w[4*vision_config.num_channels,9*vision_config.in_channels[0],1,1] b[4*vision_config.num_channels]
  expand w[9*vision_config.in_channels[0],4*vision_config.num_channels,1,1] b[9*vision_config.in_channels[0]]
vision_model.encoder.blocks.{12..19}.squeeze_excite.
  reduce w[vision_config.in_channels[3]//2,6*vision_config.in_channels[4],1,1] b[vision_config.in_channels[3]//2]
  expand w[6*vision_config.in_channels[4],vision_config.in_channels[3]//2,1,1] b[6*vision_config.in_channels[4]]
vision_model.encoder.blocks.{19..29}.squeeze_excite.
  reduce w[vision_config.in_channels[3],vision_config.num_channels*vision_config.out_channels[6],1,1] b[vision_config.in_channels[3]]
  expand w[vision_config.num_channels*vision_config.out_channels[6],vision_config.in_channels[3],1,1] b[vision_config.num_channels*vision_config.out_channels[6]]
vision_model.encoder.blocks.{29..39}.squeeze_excite.
  reduce w[vision_config.in_channels[5]//2,7*vision_config.in_channels[6],1,1] b[vision_config.in_channels[5]//2]
  expand w[7*vision_config.in_channels[6],vision_config.in_channels[5]//2,1,1] b[7*vision_config.in_channels[6]]
vision_model.encoder.blocks.{39..52}.squeeze_excite.
  reduce w[vision_config.num_channels*vision_config.in_channels[0],3*text_config.hidden_size,1,1] b[vision_config.num_channels*vision_config.in_channels[0]]
  expand w[3*text_config.hidden_size,vision_config.num_channels*vision_config.in_channels[0],1,1] b[3*text_config.hidden_size]
vision_model.encoder.blocks.{52..vision_config.in_channels[0]+vision_config.in_channels[2]-1}.squeeze_excite.
  reduce w[projection_dim//4,6*projection_dim,1,1] b[projection_dim//4]
  expand w[6*projection_dim,projection_dim//4,1,1] b[6*projection_dim]
vision_model.encoder.blocks.{1..5}.squeeze_excite.
  reduce b[vision_config.depth_divisor]
vision_model.encoder.blocks.0.projection.
  project_conv w[vision_config.in_channels[0],vision_config.num_hidden_layers,1,1]
vision_model.encoder.blocks.{1..4}.projection.
  project_conv w[vision_config.in_channels[0],vision_config.in_channels[0],1,1]
vision_model.encoder.blocks.4.projection.
  project_conv w[16*vision_config.num_channels,vision_config.in_channels[6],1,1]
vision_model.encoder.blocks.{5..11}.projection.
  project_conv w[16*vision_config.num_channels,9*vision_config.in_channels[0],1,1]
vision_model.encoder.blocks.11.projection.
  project_conv w[vision_config.in_channels[4],9*vision_config.in_channels[0],1,1]
vision_model.encoder.blocks.{12..18}.projection.
  project_conv w[vision_config.in_channels[4],6*vision_config.in_channels[4],1,1]
vision_model.encoder.blocks.18.projection.
  project_conv w[projection_dim//4,6*vision_config.in_channels[4],1,1]
vision_model.encoder.blocks.{19..28}.projection.
  project_conv w[projection_dim//4,vision_config.num_channels*vision_config.out_channels[6],1,1]
vision_model.encoder.blocks.28.projection.
  project_conv w[2*vision_config.in_channels[5],vision_config.num_channels*vision_config.out_channels[6],1,1]
vision_model.encoder.blocks.{29..38}.projection.
  project_conv w[2*vision_config.in_channels[5],7*vision_config.in_channels[6],1,1]
vision_model.encoder.blocks.38.projection.
  project_conv w[vision_config.in_channels[1]*vision_config.in_channels[2],7*vision_config.in_channels[6],1,1]
vision_model.encoder.blocks.{39..51}.projection.
  project_conv w[vision_config.in_channels[1]*vision_config.in_channels[2],3*text_config.hidden_size,1,1]
vision_model.encoder.blocks.51.projection.
  project_conv w[projection_dim,3*text_config.hidden_size,1,1]
vision_model.encoder.blocks.{52..vision_config.in_channels[0]+vision_config.in_channels[2]-1}.projection.
  project_conv w[projection_dim,6*projection_dim,1,1]
vision_model.encoder.blocks.{4}.projection.
  project_bn w[vision_config.in_channels[0]] b[vision_config.in_channels[0]]
vision_model.encoder.blocks.{4..11}.projection.
  project_bn w[16*vision_config.num_channels] b[16*vision_config.num_channels]
vision_model.encoder.blocks.{11..18}.projection.
  project_bn w[vision_config.in_channels[4]] b[vision_config.in_channels[4]]
vision_model.encoder.blocks.{18..28}.projection.
  project_bn w[projection_dim//4] b[projection_dim//4]
vision_model.encoder.blocks.{28..38}.projection.
  project_bn w[2*vision_config.in_channels[5]] b[2*vision_config.in_channels[5]]
vision_model.encoder.blocks.{38..51}.projection.
  project_bn w[vision_config.in_channels[1]*vision_config.in_channels[2]] b[vision_config.in_channels[1]*vision_config.in_channels[2]]
vision_model.encoder.blocks.{51..vision_config.in_channels[0]+vision_config.in_channels[2]-1}.projection.
  project_bn w[projection_dim] b[projection_dim]
vision_model.encoder.blocks.4.expansion.
  expand_conv w[vision_config.in_channels[6],vision_config.in_channels[0],1,1]
  expand_bn w[vision_config.in_channels[6]] b[vision_config.in_channels[6]]
vision_model.encoder.blocks.{5..12}.expansion.
  expand_conv w[9*vision_config.in_channels[0],16*vision_config.num_channels,1,1]
  expand_bn w[9*vision_config.in_channels[0]] b[9*vision_config.in_channels[0]]
vision_model.encoder.blocks.{12..19}.expansion.
  expand_conv w[6*vision_config.in_channels[4],vision_config.in_channels[4],1,1]
  expand_bn w[6*vision_config.in_channels[4]] b[6*vision_config.in_channels[4]]
vision_model.encoder.blocks.{19..29}.expansion.
  expand_conv w[vision_config.num_channels*vision_config.out_channels[6],projection_dim//4,1,1]
  expand_bn w[vision_config.num_channels*vision_config.out_channels[6]] b[vision_config.num_channels*vision_config.out_channels[6]]
vision_model.encoder.blocks.{29..39}.expansion.
  expand_conv w[7*vision_config.in_channels[6],2*vision_config.in_channels[5],1,1]
  expand_bn w[7*vision_config.in_channels[6]] b[7*vision_config.in_channels[6]]
vision_model.encoder.blocks.{39..52}.expansion.
  expand_conv w[3*text_config.hidden_size,vision_config.in_channels[1]*vision_config.in_channels[2],1,1]
  expand_bn w[3*text_config.hidden_size] b[3*text_config.hidden_size]
vision_model.encoder.blocks.{52..vision_config.in_channels[0]+vision_config.in_channels[2]-1}.expansion.
  expand_conv w[6*projection_dim,projection_dim,1,1]
  expand_bn w[6*projection_dim] b[6*projection_dim]
`);
