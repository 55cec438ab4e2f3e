import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `HGNetV2Backbone`. */
export const hgnetV2 = layoutFamily(`
embedder.stem1.
  convolution w[stem_channels[1],stem_channels[0],3,3]
  normalization w[stem_channels[1]] b[stem_channels[1]]
  lab b?use_learnable_affine_block[1]
embedder.stem2a.
  convolution w[stem_channels[1]//2,stem_channels[1],2,2]
  normalization w[stem_channels[1]//2] b[stem_channels[1]//2]
  lab b?use_learnable_affine_block[1]
embedder.stem2b.
  convolution w[stem_channels[1],stem_channels[1]//2,2,2]
  normalization w[stem_channels[1]] b[stem_channels[1]]
  lab b?use_learnable_affine_block[1]
embedder.stem3.
  convolution w[stem_channels[1],2*stem_channels[1],3,3]
  normalization w[stem_channels[1]] b[stem_channels[1]]
  lab b?use_learnable_affine_block[1]
embedder.stem4.
  convolution w[stem_channels[2],stem_channels[1],1,1]
  normalization w[stem_channels[2]] b[stem_channels[2]]
  lab b?use_learnable_affine_block[1]
encoder.stages.0.blocks.0.layers.0.
  convolution w[stage_mid_channels[0],stage_in_channels[0],stage_kernel_size[0],stage_kernel_size[0]]
encoder.stages.0.blocks.0.layers.{1..stage_numb_of_layers[0]}.
  convolution w[stage_mid_channels[0],stage_mid_channels[0],stage_kernel_size[0],stage_kernel_size[0]]
encoder.stages.1.blocks.0.layers.0.
  convolution w[stage_mid_channels[1],stage_in_channels[1],stage_kernel_size[1],stage_kernel_size[1]]
encoder.stages.1.blocks.0.layers.{1..stage_numb_of_layers[1]}.
  convolution w[stage_mid_channels[1],stage_mid_channels[1],stage_kernel_size[1],stage_kernel_size[1]]
encoder.stages.<i:len(stem_channels)-1>.blocks.{stage_num_blocks[i]}.layers.{stage_numb_of_layers[i]}.
  normalization w[stage_mid_channels[i]] b[stage_mid_channels[i]]
encoder.stages.0.blocks.0.aggregation.0.
  convolution w[stage_out_channels[0]//2,336,1,1]
  normalization w[stage_out_channels[0]//2] b[stage_out_channels[0]//2]
encoder.stages.0.blocks.0.aggregation.1.
  convolution w[stage_out_channels[0],stage_out_channels[0]//2,1,1]
  normalization w[stage_out_channels[0]] b[stage_out_channels[0]]
encoder.stages.1.blocks.0.aggregation.0.
  convolution w[stage_out_channels[1]//2,704,1,1]
  normalization w[stage_out_channels[1]//2] b[stage_out_channels[1]//2]
encoder.stages.1.blocks.0.aggregation.1.
  convolution w[stage_out_channels[1],stage_out_channels[1]//2,1,1]
  normalization w[stage_out_channels[1]] b[stage_out_channels[1]]
encoder.stages.2.blocks.0.aggregation.0.
  convolution w[stage_out_channels[2]//2,1664,1,1]
  normalization w[stage_out_channels[2]//2] b[stage_out_channels[2]//2]
encoder.stages.2.blocks.0.aggregation.1.
  convolution w[stage_out_channels[2],stage_out_channels[2]//2,1,1]
  normalization w[stage_out_channels[2]] b[stage_out_channels[2]]
encoder.stages.2.blocks.1.aggregation.1.
  convolution w[stage_out_channels[2],stage_out_channels[2]//2,1,1]
  normalization w[stage_out_channels[2]] b[stage_out_channels[2]]
encoder.stages.2.blocks.2.aggregation.1.
  convolution w[stage_out_channels[2],stage_out_channels[2]//2,1,1]
  normalization w[stage_out_channels[2]] b[stage_out_channels[2]]
encoder.stages.2.blocks.1.aggregation.0.
  convolution w[stage_out_channels[2]//2,2176,1,1]
  normalization w[stage_out_channels[2]//2] b[stage_out_channels[2]//2]
encoder.stages.2.blocks.2.aggregation.0.
  convolution w[stage_out_channels[2]//2,2176,1,1]
  normalization w[stage_out_channels[2]//2] b[stage_out_channels[2]//2]
encoder.stages.3.blocks.0.aggregation.0.
  convolution w[stage_out_channels[3]//2,3328,1,1]
  normalization w[stage_out_channels[3]//2] b[stage_out_channels[3]//2]
encoder.stages.3.blocks.0.aggregation.1.
  convolution w[stage_out_channels[3],stage_out_channels[3]//2,1,1]
  normalization w[stage_out_channels[3]] b[stage_out_channels[3]]
encoder.stages.<i:1..len(depths)>.downsample.
  convolution w[stage_in_channels[i],1,3,3]
  normalization w[stage_in_channels[i]] b[stage_in_channels[i]]
encoder.stages.2.blocks.0.layers.0.conv1.
  convolution w[stage_mid_channels[2],stage_in_channels[2],1,1]
encoder.stages.2.blocks.0.layers.{1..stage_numb_of_layers[2]}.conv1.
  convolution w[stage_mid_channels[2],stage_mid_channels[2],1,1]
encoder.stages.2.blocks.1.layers.{1..stage_numb_of_layers[2]}.conv1.
  convolution w[stage_mid_channels[2],stage_mid_channels[2],1,1]
encoder.stages.2.blocks.2.layers.{1..stage_numb_of_layers[2]}.conv1.
  convolution w[stage_mid_channels[2],stage_mid_channels[2],1,1]
encoder.stages.2.blocks.1.layers.0.conv1.
  convolution w[stage_mid_channels[2],stage_out_channels[2],1,1]
encoder.stages.2.blocks.2.layers.0.conv1.
  convolution w[stage_mid_channels[2],stage_out_channels[2],1,1]
encoder.stages.3.blocks.0.layers.0.conv1.
  convolution w[stage_mid_channels[3],stage_in_channels[3],1,1]
encoder.stages.3.blocks.0.layers.{1..stage_numb_of_layers[3]}.conv1.
  convolution w[stage_mid_channels[3],stage_mid_channels[3],1,1]
encoder.stages.<i:2..len(depths)>.blocks.{stage_num_blocks[i]}.layers.{stage_numb_of_layers[i]}.conv1.
  normalization w[stage_mid_channels[i]] b[stage_mid_channels[i]]
encoder.stages.<i:2..len(depths)>.blocks.{stage_num_blocks[i]}.layers.{stage_numb_of_layers[i]}.conv2.
  convolution w[stage_mid_channels[i],1,stage_kernel_size[i],stage_kernel_size[i]]
  normalization w[stage_mid_channels[i]] b[stage_mid_channels[i]]
  lab b?use_learnable_affine_block[1]
embedder.stem1.lab.
  scale ?use_learnable_affine_block[1]
embedder.stem2a.lab.
  scale ?use_learnable_affine_block[1]
embedder.stem2b.lab.
  scale ?use_learnable_affine_block[1]
embedder.stem3.lab.
  scale ?use_learnable_affine_block[1]
embedder.stem4.lab.
  scale ?use_learnable_affine_block[1]
encoder.stages.{2}.blocks.0.layers.{depths[2]}.lab.
  scale ?use_learnable_affine_block[1]
encoder.stages.{2}.blocks.0.layers.{depths[2]}.
  lab b?use_learnable_affine_block[1]
encoder.stages.<i:len(depths)>.blocks.{stage_num_blocks[i]}.aggregation.{2}.lab.
  scale ?use_learnable_affine_block[1]
encoder.stages.<i:len(depths)>.blocks.{stage_num_blocks[i]}.aggregation.{2}.
  lab b?use_learnable_affine_block[1]
encoder.stages.<i:2..len(depths)>.blocks.{stage_num_blocks[i]}.layers.{stage_numb_of_layers[i]}.conv2.lab.
  scale ?use_learnable_affine_block[1]
`);
