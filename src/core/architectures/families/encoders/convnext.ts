import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ConvNextModel`. */
export const convnext = layoutFamily(`
embeddings.
  patch_embeddings w[hidden_sizes[0],num_channels,patch_size,patch_size] b[hidden_sizes[0]]
  layernorm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.stages.<i:num_stages>.layers.{depths[i]}.
  layer_scale_parameter [hidden_sizes[i]]
  dwconv w[hidden_sizes[i],1,7,7] b[hidden_sizes[i]]
  layernorm w[hidden_sizes[i]] b[hidden_sizes[i]]
  pwconv1 w[4*hidden_sizes[i],hidden_sizes[i]] b[4*hidden_sizes[i]]
  pwconv2 w[hidden_sizes[i],4*hidden_sizes[i]] b[hidden_sizes[i]]
encoder.stages.1.downsampling_layer.
  0 w[hidden_sizes[0]]
  1 w[hidden_sizes[1],hidden_sizes[0],2,2]
encoder.stages.2.downsampling_layer.
  0 w[hidden_sizes[1]]
  1 w[hidden_sizes[2],hidden_sizes[1],2,2]
encoder.stages.3.downsampling_layer.
  0 w[hidden_sizes[2]]
  1 w[hidden_sizes[3],hidden_sizes[2],2,2]
encoder.stages.<i:1..num_stages>.downsampling_layer.
  0 b[hidden_sizes[i-1]]
  1 b[hidden_sizes[i]]
.
  layernorm w[hidden_sizes[3]] b[hidden_sizes[3]]
`);
