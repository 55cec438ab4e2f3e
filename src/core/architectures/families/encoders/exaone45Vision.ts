import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Exaone4_5_VisionModel`. */
export const exaone45Vision = layoutFamily(`
patch_embed.
  proj w[hidden_size,in_channels,temporal_patch_size,patch_size,patch_size]
blocks.{depth}.
  norm1|norm2 w[hidden_size]
blocks.{depth}.attn.
  proj w[hidden_size,hidden_size] b[hidden_size]
  qkv w[2*hidden_size,hidden_size] b[2*hidden_size]
blocks.{depth}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b[hidden_size]
merger.
  ln_q w[hidden_size]
merger.mlp.
  0 w[hidden_size*spatial_merge_size**2,hidden_size*spatial_merge_size**2] b[hidden_size*spatial_merge_size**2]
  2 w[out_hidden_size,hidden_size*spatial_merge_size**2] b[out_hidden_size]
`);
