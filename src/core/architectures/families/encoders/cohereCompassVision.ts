import { layoutFamily } from '../../layout/declareLayout';
import { cohereCompassVisionLayers } from '../../layout/layers';

/** The tensors of `CohereCompassVisionModel`. Also qwen3_vl_moe_vision, qwen3_vl_vision. */
export const cohereCompassVision = layoutFamily(`
patch_embed.
  proj w[hidden_size,in_channels,temporal_patch_size,patch_size,patch_size] b[hidden_size]
.
  pos_embed w[num_position_embeddings,hidden_size]
${cohereCompassVisionLayers('blocks.{depth}.')}
merger.
  norm w[hidden_size] b[hidden_size]
  linear_fc1 w[hidden_size*spatial_merge_size**2,hidden_size*spatial_merge_size**2] b[hidden_size*spatial_merge_size**2]
  linear_fc2 w[out_hidden_size,hidden_size*spatial_merge_size**2] b[out_hidden_size]
deepstack_merger_list.{3}.
  norm w[hidden_size*spatial_merge_size**2] b[hidden_size*spatial_merge_size**2]
  linear_fc1 w[hidden_size*spatial_merge_size**2,hidden_size*spatial_merge_size**2] b[hidden_size*spatial_merge_size**2]
  linear_fc2 w[out_hidden_size,hidden_size*spatial_merge_size**2] b[out_hidden_size]
`);
