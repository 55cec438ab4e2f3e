import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PoolFormerModel`. */
export const poolformer = layoutFamily(`
encoder.patch_embeddings.<i:num_encoder_blocks>.
  projection w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:num_channels),patch_sizes[i],patch_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.
  layer_scale_1|layer_scale_2 ?use_layer_scale[hidden_sizes[i]]
  before_norm|after_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.output.
  conv1 w[int(hidden_sizes[i]*mlp_ratio),hidden_sizes[i],1,1] b[int(hidden_sizes[i]*mlp_ratio)]
  conv2 w[hidden_sizes[i],int(hidden_sizes[i]*mlp_ratio),1,1] b[hidden_sizes[i]]
`);
