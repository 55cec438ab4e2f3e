import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SwinModel`. */
export const swin = layoutFamily(`
embeddings.patch_embeddings.
  projection w[embed_dim,num_channels,patch_size,patch_size] b[embed_dim]
embeddings.
  norm w[embed_dim] b[embed_dim]
  position_embeddings ?use_absolute_embeddings[1,(image_size//patch_size)**2,embed_dim]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.
  q_proj|k_proj|v_proj w[embed_dim*2**i,embed_dim*2**i] b?qkv_bias[embed_dim*2**i]
  o_proj w[embed_dim*2**i,embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.relative_position_bias.
  relative_position_bias_table [169,num_heads[i]]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.
  layernorm_before|layernorm_after w[embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.mlp.
  fc1 w[int(mlp_ratio*(embed_dim*2**i)),embed_dim*2**i] b[int(mlp_ratio*(embed_dim*2**i))]
  fc2 w[embed_dim*2**i,int(mlp_ratio*(embed_dim*2**i))] b[embed_dim*2**i]
encoder.layers.<i:len(depths)-1>.downsample.
  reduction w[2*embed_dim*2**i,4*embed_dim*2**i]
  norm w[4*embed_dim*2**i] b[4*embed_dim*2**i]
.
  layernorm w[8*embed_dim] b[8*embed_dim]
`);
