import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SwiftFormerModel`. */
export const swiftformer = layoutFamily(`
patch_embed.patch_embedding.
  0 w[embed_dims[0]//2,num_channels,3,3] b[embed_dims[0]//2]
  1 w[embed_dims[0]//2] b[embed_dims[0]//2]
  3 w[embed_dims[0],embed_dims[0]//2,3,3] b[embed_dims[0]]
  4 w[embed_dims[0]] b[embed_dims[0]]
encoder.network.0.blocks.0.
  layer_scale [embed_dims[0],1,1]
  depth_wise_conv w[embed_dims[0],1,3,3] b[embed_dims[0]]
  norm w[embed_dims[0]] b[embed_dims[0]]
  point_wise_conv1 w[mlp_ratio*embed_dims[0],embed_dims[0],1,1] b[mlp_ratio*embed_dims[0]]
  point_wise_conv2 w[embed_dims[0],mlp_ratio*embed_dims[0],1,1] b[embed_dims[0]]
encoder.network.0.blocks.1.
  layer_scale [embed_dims[0],1,1]
  depth_wise_conv w[embed_dims[0],1,3,3] b[embed_dims[0]]
  norm w[embed_dims[0]] b[embed_dims[0]]
  point_wise_conv1 w[mlp_ratio*embed_dims[0],embed_dims[0],1,1] b[mlp_ratio*embed_dims[0]]
  point_wise_conv2 w[embed_dims[0],mlp_ratio*embed_dims[0],1,1] b[embed_dims[0]]
encoder.network.2.blocks.0.
  layer_scale [embed_dims[1],1,1]
  depth_wise_conv w[embed_dims[1],1,3,3] b[embed_dims[1]]
  norm w[embed_dims[1]] b[embed_dims[1]]
  point_wise_conv1 w[embed_dims[1]*mlp_ratio,embed_dims[1],1,1] b[embed_dims[1]*mlp_ratio]
  point_wise_conv2 w[embed_dims[1],embed_dims[1]*mlp_ratio,1,1] b[embed_dims[1]]
encoder.network.2.blocks.1.
  layer_scale [embed_dims[1],1,1]
  depth_wise_conv w[embed_dims[1],1,3,3] b[embed_dims[1]]
  norm w[embed_dims[1]] b[embed_dims[1]]
  point_wise_conv1 w[embed_dims[1]*mlp_ratio,embed_dims[1],1,1] b[embed_dims[1]*mlp_ratio]
  point_wise_conv2 w[embed_dims[1],embed_dims[1]*mlp_ratio,1,1] b[embed_dims[1]]
encoder.network.4.blocks.{depths[2]-1}.
  layer_scale [embed_dims[2],1,1]
  depth_wise_conv w[embed_dims[2],1,3,3] b[embed_dims[2]]
  norm w[embed_dims[2]] b[embed_dims[2]]
  point_wise_conv1 w[mlp_ratio*embed_dims[2],embed_dims[2],1,1] b[mlp_ratio*embed_dims[2]]
  point_wise_conv2 w[embed_dims[2],mlp_ratio*embed_dims[2],1,1] b[embed_dims[2]]
encoder.network.6.blocks.{depths[3]-1}.
  layer_scale [embed_dims[3],1,1]
  depth_wise_conv w[embed_dims[3],1,3,3] b[embed_dims[3]]
  norm w[embed_dims[3]] b[embed_dims[3]]
  point_wise_conv1 w[mlp_ratio*embed_dims[3],embed_dims[3],1,1] b[mlp_ratio*embed_dims[3]]
  point_wise_conv2 w[embed_dims[3],mlp_ratio*embed_dims[3],1,1] b[embed_dims[3]]
encoder.network.0.blocks.2.
  layer_scale_1|layer_scale_2 ?use_layer_scale[embed_dims[0],1,1]
encoder.network.2.blocks.2.
  layer_scale_1|layer_scale_2 ?use_layer_scale[embed_dims[1],1,1]
encoder.network.4.blocks.5.
  layer_scale_1|layer_scale_2 ?use_layer_scale[embed_dims[2],1,1]
encoder.network.6.blocks.3.
  layer_scale_1|layer_scale_2 ?use_layer_scale[embed_dims[3],1,1]
encoder.network.0.blocks.2.local_representation.
  layer_scale [embed_dims[0],1,1]
  depth_wise_conv w[embed_dims[0],1,3,3] b[embed_dims[0]]
  norm w[embed_dims[0]] b[embed_dims[0]]
  point_wise_conv1|point_wise_conv2 w[embed_dims[0],embed_dims[0],1,1] b[embed_dims[0]]
encoder.network.2.blocks.2.local_representation.
  layer_scale [embed_dims[1],1,1]
  depth_wise_conv w[embed_dims[1],1,3,3] b[embed_dims[1]]
  norm w[embed_dims[1]] b[embed_dims[1]]
  point_wise_conv1|point_wise_conv2 w[embed_dims[1],embed_dims[1],1,1] b[embed_dims[1]]
encoder.network.4.blocks.5.local_representation.
  layer_scale [embed_dims[2],1,1]
  depth_wise_conv w[embed_dims[2],1,3,3] b[embed_dims[2]]
  norm w[embed_dims[2]] b[embed_dims[2]]
  point_wise_conv1|point_wise_conv2 w[embed_dims[2],embed_dims[2],1,1] b[embed_dims[2]]
encoder.network.6.blocks.3.local_representation.
  layer_scale [embed_dims[3],1,1]
  depth_wise_conv w[embed_dims[3],1,3,3] b[embed_dims[3]]
  norm w[embed_dims[3]] b[embed_dims[3]]
  point_wise_conv1|point_wise_conv2 w[embed_dims[3],embed_dims[3],1,1] b[embed_dims[3]]
encoder.network.0.blocks.2.attn.
  w_g [embed_dims[0],1]
  to_query|to_key|proj|final w[embed_dims[0],embed_dims[0]] b[embed_dims[0]]
encoder.network.2.blocks.2.attn.
  w_g [embed_dims[1],1]
  to_query|to_key|proj|final w[embed_dims[1],embed_dims[1]] b[embed_dims[1]]
encoder.network.4.blocks.5.attn.
  w_g [embed_dims[2],1]
  to_query|to_key|proj|final w[embed_dims[2],embed_dims[2]] b[embed_dims[2]]
encoder.network.6.blocks.3.attn.
  w_g [embed_dims[3],1]
  to_query|to_key|proj|final w[embed_dims[3],embed_dims[3]] b[embed_dims[3]]
encoder.network.0.blocks.2.linear.
  norm1 w[embed_dims[0]] b[embed_dims[0]]
  fc1 w[mlp_ratio*embed_dims[0],embed_dims[0],1,1] b[mlp_ratio*embed_dims[0]]
  fc2 w[embed_dims[0],mlp_ratio*embed_dims[0],1,1] b[embed_dims[0]]
encoder.network.2.blocks.2.linear.
  norm1 w[embed_dims[1]] b[embed_dims[1]]
  fc1 w[embed_dims[1]*mlp_ratio,embed_dims[1],1,1] b[embed_dims[1]*mlp_ratio]
  fc2 w[embed_dims[1],embed_dims[1]*mlp_ratio,1,1] b[embed_dims[1]]
encoder.network.4.blocks.5.linear.
  norm1 w[embed_dims[2]] b[embed_dims[2]]
  fc1 w[mlp_ratio*embed_dims[2],embed_dims[2],1,1] b[mlp_ratio*embed_dims[2]]
  fc2 w[embed_dims[2],mlp_ratio*embed_dims[2],1,1] b[embed_dims[2]]
encoder.network.6.blocks.3.linear.
  norm1 w[embed_dims[3]] b[embed_dims[3]]
  fc1 w[mlp_ratio*embed_dims[3],embed_dims[3],1,1] b[mlp_ratio*embed_dims[3]]
  fc2 w[embed_dims[3],mlp_ratio*embed_dims[3],1,1] b[embed_dims[3]]
encoder.network.1.
  proj w[embed_dims[1],embed_dims[0],down_patch_size,down_patch_size] b[embed_dims[1]]
  norm w[embed_dims[1]] b[embed_dims[1]]
encoder.network.3.
  proj w[embed_dims[2],embed_dims[1],down_patch_size,down_patch_size] b[embed_dims[2]]
  norm w[embed_dims[2]] b[embed_dims[2]]
encoder.network.5.
  proj w[embed_dims[3],embed_dims[2],down_patch_size,down_patch_size] b[embed_dims[3]]
  norm w[embed_dims[3]] b[embed_dims[3]]
`);
