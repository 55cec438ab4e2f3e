import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Kimi_K25VisionModel`. */
export const kimiK25Vision = layoutFamily(`
patch_embed.
  proj w[hidden_size,3,patch_size,patch_size] b[hidden_size]
patch_embed.pos_emb.
  position_embeddings [pos_emb_height,pos_emb_width,hidden_size]
layers.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.attn.
  proj|q_proj|k_proj|v_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
.
  final_layernorm w[hidden_size] b[hidden_size]
`);
