import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `videomae` beside the one of its own task, by name. */
export const videomaeClasses = {
  VideoMAEModel: layoutFamily(`
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,2,patch_size,patch_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.attention.
  query|value w[hidden_size,hidden_size] b?qv_bias[hidden_size]
  key w[hidden_size,hidden_size]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
`),
  VideoMAEForVideoClassification: layoutFamily(`
videomae.embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,2,patch_size,patch_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.attention.attention.
  query|value w[hidden_size,hidden_size] b[hidden_size]
  key w[hidden_size,hidden_size]
videomae.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
videomae.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
.
  fc_norm w[hidden_size] b[hidden_size]
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
