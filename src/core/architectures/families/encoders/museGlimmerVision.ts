import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MuseGlimmerVisionModel`. */
export const museGlimmerVision = layoutFamily(`
patch_embedder.
  patch_embedding w[hidden_size,3*patch_temporal*patch_size**2]
  position_embedding_table w[pos_emb_height*pos_emb_width,hidden_size]
.
  ln_pre|ln_post w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.attn.
  proj|q_proj|k_proj|v_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
