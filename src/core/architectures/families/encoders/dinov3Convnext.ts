import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DINOv3ConvNextModel`. */
export const dinov3Convnext = layoutFamily(`
model.stages.0.downsample_layers.
  0 w[hidden_sizes[0],num_channels,out_indices[0],out_indices[0]] b[hidden_sizes[0]]
  1 w[hidden_sizes[0]] b[hidden_sizes[0]]
model.stages.1.downsample_layers.
  0 w[hidden_sizes[0]] b[hidden_sizes[0]]
  1 w[hidden_sizes[1],hidden_sizes[0],2,2] b[hidden_sizes[1]]
model.stages.2.downsample_layers.
  0 w[hidden_sizes[1]] b[hidden_sizes[1]]
  1 w[hidden_sizes[2],hidden_sizes[1],2,2] b[hidden_sizes[2]]
model.stages.3.downsample_layers.
  0 w[hidden_sizes[2]] b[hidden_sizes[2]]
  1 w[hidden_sizes[3],hidden_sizes[2],2,2] b[hidden_sizes[3]]
model.stages.<i:len(depths)>.layers.{depths[i]}.
  gamma [hidden_sizes[i]]
  depthwise_conv w[hidden_sizes[i],1,7,7] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
  pointwise_conv1 w[4*hidden_sizes[i],hidden_sizes[i]] b[4*hidden_sizes[i]]
  pointwise_conv2 w[hidden_sizes[i],4*hidden_sizes[i]] b[hidden_sizes[i]]
.
  layer_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
`);
