import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `BitModel`. */
export const bit = layoutFamily(`
embedder.
  convolution w[embedding_size,num_channels,7,7]
encoder.stages.0.layers.0.downsample.
  conv w[hidden_sizes[0]*width_factor,embedding_size,1,1]
encoder.stages.1.layers.0.downsample.
  conv w[hidden_sizes[1]*width_factor,hidden_sizes[0]*width_factor,1,1]
encoder.stages.2.layers.0.downsample.
  conv w[hidden_sizes[2]*width_factor,hidden_sizes[1]*width_factor,1,1]
encoder.stages.3.layers.0.downsample.
  conv w[hidden_sizes[3]*width_factor,hidden_sizes[2]*width_factor,1,1]
encoder.stages.0.layers.0.
  norm1 w[embedding_size] b[embedding_size]
  conv1 w[embedding_size,embedding_size,1,1]
encoder.stages.0.layers.1.
  norm1 w[hidden_sizes[0]*width_factor] b[hidden_sizes[0]*width_factor]
  conv1 w[embedding_size,hidden_sizes[0]*width_factor,1,1]
encoder.stages.0.layers.2.
  norm1 w[hidden_sizes[0]*width_factor] b[hidden_sizes[0]*width_factor]
  conv1 w[embedding_size,hidden_sizes[0]*width_factor,1,1]
encoder.stages.1.layers.0.
  norm1 w[hidden_sizes[0]*width_factor] b[hidden_sizes[0]*width_factor]
  conv1 w[depths[1]*num_groups,hidden_sizes[0]*width_factor,1,1]
encoder.stages.1.layers.{1..depths[1]}.
  norm1 w[hidden_sizes[1]*width_factor] b[hidden_sizes[1]*width_factor]
  conv1 w[depths[1]*num_groups,hidden_sizes[1]*width_factor,1,1]
encoder.stages.2.layers.0.
  norm1 w[hidden_sizes[1]*width_factor] b[hidden_sizes[1]*width_factor]
  conv1 w[hidden_sizes[0],hidden_sizes[1]*width_factor,1,1]
encoder.stages.2.layers.{1..depths[2]}.
  norm1 w[hidden_sizes[2]*width_factor] b[hidden_sizes[2]*width_factor]
  conv1 w[hidden_sizes[0],hidden_sizes[2]*width_factor,1,1]
encoder.stages.3.layers.0.
  norm1 w[hidden_sizes[2]*width_factor] b[hidden_sizes[2]*width_factor]
  conv1 w[hidden_sizes[1],hidden_sizes[2]*width_factor,1,1]
encoder.stages.3.layers.1.
  norm1 w[hidden_sizes[3]*width_factor] b[hidden_sizes[3]*width_factor]
  conv1 w[hidden_sizes[1],hidden_sizes[3]*width_factor,1,1]
encoder.stages.3.layers.2.
  norm1 w[hidden_sizes[3]*width_factor] b[hidden_sizes[3]*width_factor]
  conv1 w[hidden_sizes[1],hidden_sizes[3]*width_factor,1,1]
encoder.stages.0.layers.{depths[0]}.
  norm2|norm3 w[embedding_size] b[embedding_size]
  conv2 w[embedding_size,embedding_size,3,3]
  conv3 w[hidden_sizes[0]*width_factor,embedding_size,1,1]
encoder.stages.1.layers.{depths[1]}.
  norm2|norm3 w[depths[1]*num_groups] b[depths[1]*num_groups]
  conv2 w[depths[1]*num_groups,depths[1]*num_groups,3,3]
  conv3 w[hidden_sizes[1]*width_factor,depths[1]*num_groups,1,1]
encoder.stages.2.layers.{depths[2]}.
  norm2|norm3 w[hidden_sizes[0]] b[hidden_sizes[0]]
  conv2 w[hidden_sizes[0],hidden_sizes[0],3,3]
  conv3 w[hidden_sizes[2]*width_factor,hidden_sizes[0],1,1]
encoder.stages.3.layers.{depths[3]}.
  norm2|norm3 w[hidden_sizes[1]] b[hidden_sizes[1]]
  conv2 w[hidden_sizes[1],hidden_sizes[1],3,3]
  conv3 w[hidden_sizes[3]*width_factor,hidden_sizes[1],1,1]
.
  norm w[hidden_sizes[3]] b[hidden_sizes[3]]
`);
