import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Swinv2Model`. */
export const swinv2 = layoutFamily(`
embeddings.patch_embeddings.
  projection w[embed_dim,num_channels,patch_size,patch_size] b[embed_dim]
embeddings.
  norm w[embed_dim] b[embed_dim]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.self.
  logit_scale [num_heads[i],1,1]
  query|value w[embed_dim*2**i,embed_dim*2**i] b[embed_dim*2**i]
  key w[embed_dim*2**i,embed_dim*2**i]
encoder.layers.0.blocks.0.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[0],16*encoder_stride]
encoder.layers.0.blocks.1.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[0],16*encoder_stride]
encoder.layers.1.blocks.0.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[1],16*encoder_stride]
encoder.layers.1.blocks.1.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[1],16*encoder_stride]
encoder.layers.2.blocks.0.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.2.blocks.1.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.2.blocks.2.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.2.blocks.3.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.2.blocks.4.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.2.blocks.5.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[2],16*encoder_stride]
encoder.layers.3.blocks.0.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[3],16*encoder_stride]
encoder.layers.3.blocks.1.attention.self.continuous_position_bias_mlp.
  0 w[16*encoder_stride,2]
  2 w[num_heads[3],16*encoder_stride]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.self.continuous_position_bias_mlp.
  0 b[512]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.attention.output.
  dense w[embed_dim*2**i,embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.
  layernorm_before|layernorm_after w[embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.intermediate.
  dense w[4*embed_dim*2**i,embed_dim*2**i] b[4*embed_dim*2**i]
encoder.layers.<i:len(depths)>.blocks.{depths[i]}.output.
  dense w[embed_dim*2**i,4*embed_dim*2**i] b[embed_dim*2**i]
encoder.layers.<i:len(depths)-1>.downsample.
  reduction w[2*embed_dim*2**i,4*embed_dim*2**i]
  norm w[2*embed_dim*2**i] b[2*embed_dim*2**i]
.
  layernorm w[hidden_size] b[hidden_size]
`);
