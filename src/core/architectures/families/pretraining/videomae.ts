import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VideoMAEForPreTraining`. */
export const videomae = layoutFamily(`
.
  mask_token [1,1,decoder_hidden_size]
  encoder_to_decoder w[decoder_hidden_size,hidden_size]
videomae.embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,tubelet_size,patch_size,patch_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.attention.attention.
  query|value w[hidden_size,hidden_size] b?qv_bias[hidden_size]
  key w[hidden_size,hidden_size]
videomae.encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
videomae.encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
videomae.encoder.layer.{num_hidden_layers}.
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.attention.attention.
  query|value w[decoder_hidden_size,decoder_hidden_size] b?qv_bias[decoder_hidden_size]
  key w[decoder_hidden_size,decoder_hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.attention.output.
  dense w[decoder_hidden_size,decoder_hidden_size] b[decoder_hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.intermediate.
  dense w[decoder_intermediate_size,decoder_hidden_size] b[decoder_intermediate_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.output.
  dense w[decoder_hidden_size,decoder_intermediate_size] b[decoder_hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.
  layernorm_before|layernorm_after w[decoder_hidden_size] b[decoder_hidden_size]
decoder.
  norm w[decoder_hidden_size] b[decoder_hidden_size]
  head w[num_channels*tubelet_size*patch_size**2,decoder_hidden_size] b[num_channels*tubelet_size*patch_size**2]
videomae.
  layernorm w?!use_mean_pooling[hidden_size] b?!use_mean_pooling[hidden_size]
`);
