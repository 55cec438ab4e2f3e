import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FocalNetModel`. */
export const focalnet = layoutFamily(`
embeddings.patch_embeddings.
  projection w[embed_dim,num_channels,patch_size,patch_size] b[embed_dim]
embeddings.
  norm w[embed_dim] b[embed_dim]
encoder.stages.<i:len(depths)>.layers.{depths[i]}.
  norm1|norm2 w[embed_dim*2**i] b[embed_dim*2**i]
  gamma_1|gamma_2 ?use_layerscale[embed_dim*2**i]
encoder.stages.0.layers.0.modulation.
  projection_in w[195,embed_dim] b[195]
encoder.stages.0.layers.1.modulation.
  projection_in w[195,embed_dim] b[195]
encoder.stages.1.layers.0.modulation.
  projection_in w[387,2*embed_dim] b[387]
encoder.stages.1.layers.1.modulation.
  projection_in w[387,2*embed_dim] b[387]
encoder.stages.2.layers.{depths[2]}.modulation.
  projection_in w[771,4*embed_dim] b[771]
encoder.stages.3.layers.0.modulation.
  projection_in w[1539,8*embed_dim] b[1539]
encoder.stages.3.layers.1.modulation.
  projection_in w[1539,8*embed_dim] b[1539]
encoder.stages.<i:len(depths)>.layers.{depths[i]}.modulation.
  projection_context w[embed_dim*2**i,embed_dim*2**i,1,1] b[embed_dim*2**i]
  projection_out w[embed_dim*2**i,embed_dim*2**i] b[embed_dim*2**i]
  layernorm w?use_post_layernorm_in_modulation[embed_dim*2**i] b?use_post_layernorm_in_modulation[embed_dim*2**i]
encoder.stages.0.layers.0.modulation.focal_layers.0.
  0 w[embed_dim,1,focal_windows[0],focal_windows[0]]
encoder.stages.0.layers.1.modulation.focal_layers.0.
  0 w[embed_dim,1,focal_windows[0],focal_windows[0]]
encoder.stages.0.layers.0.modulation.focal_layers.1.
  0 w[embed_dim,1,focal_windows[0]+2,focal_windows[0]+2]
encoder.stages.0.layers.1.modulation.focal_layers.1.
  0 w[embed_dim,1,focal_windows[0]+2,focal_windows[0]+2]
encoder.stages.1.layers.0.modulation.focal_layers.0.
  0 w[2*embed_dim,1,focal_windows[1],focal_windows[1]]
encoder.stages.1.layers.1.modulation.focal_layers.0.
  0 w[2*embed_dim,1,focal_windows[1],focal_windows[1]]
encoder.stages.1.layers.0.modulation.focal_layers.1.
  0 w[2*embed_dim,1,focal_windows[1]+2,focal_windows[1]+2]
encoder.stages.1.layers.1.modulation.focal_layers.1.
  0 w[2*embed_dim,1,focal_windows[1]+2,focal_windows[1]+2]
encoder.stages.2.layers.0.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.1.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.2.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.3.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.4.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.5.modulation.focal_layers.0.
  0 w[4*embed_dim,1,focal_windows[2],focal_windows[2]]
encoder.stages.2.layers.0.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.2.layers.1.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.2.layers.2.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.2.layers.3.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.2.layers.4.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.2.layers.5.modulation.focal_layers.1.
  0 w[4*embed_dim,1,focal_windows[2]+2,focal_windows[2]+2]
encoder.stages.3.layers.0.modulation.focal_layers.0.
  0 w[8*embed_dim,1,focal_windows[3],focal_windows[3]]
encoder.stages.3.layers.1.modulation.focal_layers.0.
  0 w[8*embed_dim,1,focal_windows[3],focal_windows[3]]
encoder.stages.3.layers.0.modulation.focal_layers.1.
  0 w[8*embed_dim,1,focal_windows[3]+2,focal_windows[3]+2]
encoder.stages.3.layers.1.modulation.focal_layers.1.
  0 w[8*embed_dim,1,focal_windows[3]+2,focal_windows[3]+2]
encoder.stages.<i:len(depths)>.layers.{depths[i]}.mlp.
  fc1 w[int(mlp_ratio*(embed_dim*2**i)),embed_dim*2**i] b[int(mlp_ratio*(embed_dim*2**i))]
  fc2 w[embed_dim*2**i,int(mlp_ratio*(embed_dim*2**i))] b[embed_dim*2**i]
encoder.stages.0.downsample.
  projection w[2*embed_dim,embed_dim,2,2]
encoder.stages.1.downsample.
  projection w[4*embed_dim,2*embed_dim,2,2]
encoder.stages.2.downsample.
  projection w[8*embed_dim,4*embed_dim,2,2]
encoder.stages.<i:len(depths)-1>.downsample.
  projection b[2*embed_dim*2**i]
  norm w[2*embed_dim*2**i] b[2*embed_dim*2**i]
.
  layernorm w[8*embed_dim] b[8*embed_dim]
`);
