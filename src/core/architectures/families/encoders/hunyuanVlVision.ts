import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `HunYuanVLVisionTransformer`. */
export const hunyuanVlVision = layoutFamily(`
embeddings.
  patch_embedding w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
  position_embedding w[(max_image_size//patch_size)**2+1,hidden_size]
layers.{num_hidden_layers}.
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
patch_merger.
  image_newline [4*hidden_size]
  image_begin|image_end|image_sep [text_hidden_size]
  proj_conv w[2*hidden_size,hidden_size,spatial_merge_size,spatial_merge_size] b[2*hidden_size]
  proj_out w[4*hidden_size,2*hidden_size,1,1] b[4*hidden_size]
  mlp w[text_hidden_size,4*hidden_size] b[text_hidden_size]
  before_rms w[hidden_size]
  after_rms w[text_hidden_size]
`);
