import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DonutSwinModel`. */
export const donutSwin = layoutFamily(`
embeddings.patch_embeddings.
  projection w[embed_dim,num_channels,patch_size,patch_size] b[embed_dim]
embeddings.
  norm w[embed_dim] b[embed_dim]
  position_embeddings ?use_absolute_embeddings[1,(image_size//patch_size)**2+1,embed_dim]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.
  layernorm_before|layernorm_after w[embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.self.
  relative_position_bias_table [169,num_heads[i]]
  query|key|value w[embed_dim*2**i,embed_dim*2**i] b?qkv_bias[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.output.
  dense w[embed_dim*2**i,embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.intermediate.
  dense w[int(mlp_ratio*(embed_dim*2**i)),embed_dim*2**i] b[int(mlp_ratio*(embed_dim*2**i))]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.output.
  dense w[embed_dim*2**i,int(mlp_ratio*(embed_dim*2**i))] b[embed_dim*2**i]
encoder.layers.<i:len(depths)-1>.downsample.
  reduction w[2*embed_dim*2**i,4*embed_dim*2**i]
  norm w[4*embed_dim*2**i] b[4*embed_dim*2**i]
`);
