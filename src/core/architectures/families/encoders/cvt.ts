import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `CvtModel`. */
export const cvt = layoutFamily(`
encoder.stages.<i:len(depth)>.embedding.convolution_embeddings.
  projection w[embed_dim[i],(i>0?embed_dim[i-1]:num_channels),patch_sizes[i],patch_sizes[i]] b[embed_dim[i]]
  normalization w[embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.attention.attention.convolution_projection_query.convolution_projection.
  convolution w[embed_dim[i],1,kernel_qkv[i],kernel_qkv[i]]
  normalization w[embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.attention.attention.convolution_projection_key.convolution_projection.
  convolution w[embed_dim[i],1,kernel_qkv[i],kernel_qkv[i]]
  normalization w[embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.attention.attention.convolution_projection_value.convolution_projection.
  convolution w[embed_dim[i],1,kernel_qkv[i],kernel_qkv[i]]
  normalization w[embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.attention.attention.
  projection_query|projection_key|projection_value w[embed_dim[i],embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.attention.output.
  dense w[embed_dim[i],embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.intermediate.
  dense w[4*embed_dim[i],embed_dim[i]] b[4*embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.output.
  dense w[embed_dim[i],4*embed_dim[i]] b[embed_dim[i]]
encoder.stages.<i:len(depth)>.layers.{depth[i]}.
  layernorm_before|layernorm_after w[embed_dim[i]] b[embed_dim[i]]
encoder.stages.2.
  cls_token [1,1,embed_dim[2]]
`);
