import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `ColQwen2ForRetrieval`. */
export const colqwen2 = layoutFamily(`
use vlm_config.text_config: . > vlm.language_model.
vlm.visual.patch_embed.
  proj w[vlm_config.vision_config.embed_dim,vlm_config.vision_config.in_channels,vlm_config.vision_config.temporal_patch_size,vlm_config.vision_config.patch_size,vlm_config.vision_config.patch_size]
vlm.visual.blocks.{vlm_config.vision_config.depth}.
  norm1|norm2 w[vlm_config.vision_config.embed_dim] b[vlm_config.vision_config.embed_dim]
vlm.visual.blocks.{vlm_config.vision_config.depth}.attn.
  qkv w[3*vlm_config.vision_config.embed_dim,vlm_config.vision_config.embed_dim] b[3*vlm_config.vision_config.embed_dim]
  proj w[vlm_config.vision_config.embed_dim,vlm_config.vision_config.embed_dim] b[vlm_config.vision_config.embed_dim]
vlm.visual.blocks.{vlm_config.vision_config.depth}.mlp.
  fc1 w[vlm_config.vision_config.embed_dim*vlm_config.vision_config.mlp_ratio,vlm_config.vision_config.embed_dim] b[vlm_config.vision_config.embed_dim*vlm_config.vision_config.mlp_ratio]
  fc2 w[vlm_config.vision_config.embed_dim,vlm_config.vision_config.embed_dim*vlm_config.vision_config.mlp_ratio] b[vlm_config.vision_config.embed_dim]
vlm.visual.merger.
  ln_q w[vlm_config.vision_config.embed_dim] b[vlm_config.vision_config.embed_dim]
vlm.visual.merger.mlp.
  0 w[vlm_config.vision_config.embed_dim*vlm_config.vision_config.spatial_merge_size**2,vlm_config.vision_config.embed_dim*vlm_config.vision_config.spatial_merge_size**2] b[vlm_config.vision_config.embed_dim*vlm_config.vision_config.spatial_merge_size**2]
  2 w[vlm_config.vision_config.hidden_size,vlm_config.vision_config.embed_dim*vlm_config.vision_config.spatial_merge_size**2] b[vlm_config.vision_config.hidden_size]
.
  embedding_proj_layer w[embedding_dim,vlm_config.text_config.hidden_size] b[embedding_dim]
`);
