import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam2HieraDetModel`. */
export const sam2HieraDetModel = layoutFamily(`
.
  pos_embed [1,hidden_size,window_positional_embedding_background_size[0],window_positional_embedding_background_size[1]]
  pos_embed_window [1,hidden_size,window_size_per_stage[0],window_size_per_stage[0]]
patch_embed.
  projection w[hidden_size,num_channels,patch_kernel_size[0],patch_kernel_size[1]] b[hidden_size]
blocks.0.
  layer_norm1|layer_norm2 w[embed_dim_per_stage[0]] b[embed_dim_per_stage[0]]
blocks.1.
  layer_norm1 w[embed_dim_per_stage[0]] b[embed_dim_per_stage[0]]
  layer_norm2 w[embed_dim_per_stage[1]//blocks_per_stage[0]] b[embed_dim_per_stage[1]//blocks_per_stage[0]]
  proj w[embed_dim_per_stage[1],embed_dim_per_stage[0]] b[embed_dim_per_stage[1]]
blocks.2.
  layer_norm1 w[embed_dim_per_stage[1]//blocks_per_stage[0]] b[embed_dim_per_stage[1]//blocks_per_stage[0]]
  layer_norm2 w[embed_dim_per_stage[1]] b[embed_dim_per_stage[1]]
blocks.3.
  layer_norm1 w[embed_dim_per_stage[1]] b[embed_dim_per_stage[1]]
  proj w[embed_dim_per_stage[2],embed_dim_per_stage[1]] b[embed_dim_per_stage[2]]
blocks.{4..11}.
  layer_norm1 w[embed_dim_per_stage[2]] b[embed_dim_per_stage[2]]
blocks.11.
  layer_norm1|layer_norm2 w[embed_dim_per_stage[3]] b[embed_dim_per_stage[3]]
blocks.0.attn.
  qkv w[3*embed_dim_per_stage[0],embed_dim_per_stage[0]] b[3*embed_dim_per_stage[0]]
  proj w[embed_dim_per_stage[0],embed_dim_per_stage[0]] b[embed_dim_per_stage[0]]
blocks.1.attn.
  qkv w[6*hidden_size,embed_dim_per_stage[0]] b[6*hidden_size]
  proj w[embed_dim_per_stage[1]//blocks_per_stage[0],embed_dim_per_stage[1]//blocks_per_stage[0]] b[embed_dim_per_stage[1]//blocks_per_stage[0]]
blocks.2.attn.
  qkv w[3*embed_dim_per_stage[1],embed_dim_per_stage[1]//blocks_per_stage[0]] b[3*embed_dim_per_stage[1]]
  proj w[embed_dim_per_stage[1],embed_dim_per_stage[1]] b[embed_dim_per_stage[1]]
blocks.3.attn.
  qkv w[12*hidden_size,embed_dim_per_stage[1]] b[12*hidden_size]
blocks.{4..10}.attn.
  qkv w[3*embed_dim_per_stage[2],embed_dim_per_stage[2]] b[3*embed_dim_per_stage[2]]
blocks.10.attn.
  qkv w[num_channels*embed_dim_per_stage[3],embed_dim_per_stage[2]] b[num_channels*embed_dim_per_stage[3]]
  proj w[embed_dim_per_stage[3],embed_dim_per_stage[3]] b[embed_dim_per_stage[3]]
blocks.11.attn.
  qkv w[num_channels*embed_dim_per_stage[3],embed_dim_per_stage[3]] b[num_channels*embed_dim_per_stage[3]]
  proj w[embed_dim_per_stage[3],embed_dim_per_stage[3]] b[embed_dim_per_stage[3]]
blocks.{3..10}.attn.
  proj w[embed_dim_per_stage[2],embed_dim_per_stage[2]] b[embed_dim_per_stage[2]]
blocks.{3..10}.
  layer_norm2 w[embed_dim_per_stage[2]] b[embed_dim_per_stage[2]]
blocks.10.
  layer_norm2 w[embed_dim_per_stage[3]] b[embed_dim_per_stage[3]]
  proj w[embed_dim_per_stage[3],embed_dim_per_stage[2]] b[embed_dim_per_stage[3]]
blocks.0.mlp.
  proj_in w[int(embed_dim_per_stage[0]*mlp_ratio),embed_dim_per_stage[0]] b[int(embed_dim_per_stage[0]*mlp_ratio)]
  proj_out w[embed_dim_per_stage[0],int(embed_dim_per_stage[0]*mlp_ratio)] b[embed_dim_per_stage[0]]
blocks.1.mlp.
  proj_in w[embed_dim_per_stage[3],embed_dim_per_stage[1]//blocks_per_stage[0]] b[embed_dim_per_stage[3]]
  proj_out w[embed_dim_per_stage[1]//blocks_per_stage[0],embed_dim_per_stage[3]] b[embed_dim_per_stage[1]//blocks_per_stage[0]]
blocks.2.mlp.
  proj_in w[int(embed_dim_per_stage[1]*mlp_ratio),embed_dim_per_stage[1]] b[int(embed_dim_per_stage[1]*mlp_ratio)]
  proj_out w[embed_dim_per_stage[1],int(embed_dim_per_stage[1]*mlp_ratio)] b[embed_dim_per_stage[1]]
blocks.3.mlp.
  proj_in w[16*hidden_size,embed_dim_per_stage[2]] b[16*hidden_size]
  proj_out w[embed_dim_per_stage[2],16*hidden_size]
blocks.{4..10}.mlp.
  proj_in w[int(embed_dim_per_stage[2]*mlp_ratio),embed_dim_per_stage[2]] b[int(embed_dim_per_stage[2]*mlp_ratio)]
  proj_out w[embed_dim_per_stage[2],int(embed_dim_per_stage[2]*mlp_ratio)]
blocks.10.mlp.
  proj_in w[num_channels*image_size[0],embed_dim_per_stage[3]] b[num_channels*image_size[0]]
  proj_out w[embed_dim_per_stage[3],num_channels*image_size[0]] b[embed_dim_per_stage[3]]
blocks.11.mlp.
  proj_in w[num_channels*image_size[0],embed_dim_per_stage[3]] b[num_channels*image_size[0]]
  proj_out w[embed_dim_per_stage[3],num_channels*image_size[0]] b[embed_dim_per_stage[3]]
blocks.{3..10}.mlp.
  proj_out b[embed_dim_per_stage[2]]
`);
