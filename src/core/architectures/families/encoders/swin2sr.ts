import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Swin2SRModel`. */
export const swin2sr = layoutFamily(`
.
  first_convolution w[embed_dim,num_channels,3,3] b[embed_dim]
  layernorm w[embed_dim] b[embed_dim]
  conv_after_body w[embed_dim,embed_dim,3,3] b[embed_dim]
embeddings.patch_embeddings.
  projection w[embed_dim,embed_dim,patch_size,patch_size] b[embed_dim]
  layernorm w[embed_dim] b[embed_dim]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.attention.self.
  logit_scale [num_heads[0],1,1]
  query|value w[embed_dim,embed_dim] b?qkv_bias[embed_dim]
  key w[embed_dim,embed_dim]
encoder.stages.0.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.0.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.0.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.0.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.0.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.0.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.1.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.2.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.3.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.4.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.0.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.1.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.2.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.3.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.4.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.5.layers.5.attention.self.continuous_position_bias_mlp.
  0 w[512,2]
  2 w[num_heads[0],512]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.attention.self.continuous_position_bias_mlp.
  0 b[512]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.attention.output.
  dense w[embed_dim,embed_dim] b[embed_dim]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.
  layernorm_before|layernorm_after w[embed_dim] b[embed_dim]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.intermediate.
  dense w[int(embed_dim*mlp_ratio),embed_dim] b[int(embed_dim*mlp_ratio)]
encoder.stages.{num_heads[0]}.layers.{num_heads[0]}.output.
  dense w[embed_dim,int(embed_dim*mlp_ratio)] b[embed_dim]
encoder.stages.{num_heads[0]}.
  conv w[embed_dim,embed_dim,3,3] b[embed_dim]
encoder.stages.{num_heads[0]}.patch_embed.
  projection w[embed_dim,embed_dim,patch_size,patch_size] b[embed_dim]
embeddings.
  position_embeddings ?use_absolute_embeddings[1,(image_size//patch_size)**2+1,embed_dim]
`);
