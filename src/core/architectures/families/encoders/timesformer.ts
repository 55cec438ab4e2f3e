import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `TimesformerModel`. */
export const timesformer = layoutFamily(`
embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
  time_embeddings [1,num_frames,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.attention.
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.
  layernorm_before|layernorm_after|temporal_layernorm w[hidden_size] b[hidden_size]
  temporal_dense w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.temporal_attention.attention.
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
encoder.layer.{num_hidden_layers}.temporal_attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  layernorm w[hidden_size] b[hidden_size]
`);
