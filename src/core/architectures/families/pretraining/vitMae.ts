import { layoutFamily } from '../../layout/declareLayout';
import { vitMaeLayers } from '../../layout/layers';

/** The tensors of `ViTMAEForPreTraining`. */
export const vitMae = layoutFamily(`
vit.embeddings.
  cls_token [1,1,hidden_size]
  position_embeddings [1,(image_size//patch_size)**2+1,hidden_size]
vit.embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
${vitMaeLayers('vit.layers.{num_hidden_layers}.')}
vit.
  layernorm w[hidden_size] b[hidden_size]
decoder.
  mask_token [1,1,decoder_hidden_size]
  decoder_pos_embed [1,(image_size//patch_size)**2+1,decoder_hidden_size]
  decoder_embed w[decoder_hidden_size,hidden_size] b[decoder_hidden_size]
  decoder_norm w[decoder_hidden_size] b[decoder_hidden_size]
  decoder_pred w[num_channels*patch_size**2,decoder_hidden_size] b[num_channels*patch_size**2]
decoder.decoder_layers.{decoder_num_hidden_layers}.attention.
  q_proj|k_proj|v_proj w[decoder_hidden_size,decoder_hidden_size] b?qkv_bias[decoder_hidden_size]
  o_proj w[decoder_hidden_size,decoder_hidden_size] b[decoder_hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.
  layernorm_before|layernorm_after w[decoder_hidden_size] b[decoder_hidden_size]
decoder.decoder_layers.{decoder_num_hidden_layers}.mlp.
  fc1 w[decoder_intermediate_size,decoder_hidden_size] b[decoder_intermediate_size]
  fc2 w[decoder_hidden_size,decoder_intermediate_size] b[decoder_hidden_size]
`);
