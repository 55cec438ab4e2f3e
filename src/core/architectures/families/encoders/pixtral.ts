import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PixtralVisionModel`. */
export const pixtral = layoutFamily(`
.
  patch_conv w[hidden_size,num_channels,patch_size,patch_size]
  ln_pre w[hidden_size]
transformer.layers.{num_hidden_layers}.
  attention_norm|ffn_norm w[hidden_size]
transformer.layers.{num_hidden_layers}.feed_forward.
  gate_proj|up_proj w[intermediate_size,hidden_size]
  down_proj w[hidden_size,intermediate_size]
transformer.layers.{num_hidden_layers}.attention.
  k_proj|v_proj|q_proj|o_proj w[hidden_size,hidden_size]
`);
