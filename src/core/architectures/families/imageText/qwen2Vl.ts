import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Qwen2VLForConditionalGeneration`. */
export const qwen2Vl = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.visual.patch_embed.
  proj w[vision_config.embed_dim,vision_config.in_channels,vision_config.temporal_patch_size,vision_config.patch_size,vision_config.patch_size]
model.visual.blocks.{vision_config.depth}.
  norm1|norm2 w[vision_config.embed_dim] b[vision_config.embed_dim]
model.visual.blocks.{vision_config.depth}.attn.
  qkv w[3*vision_config.embed_dim,vision_config.embed_dim] b[3*vision_config.embed_dim]
  proj w[vision_config.embed_dim,vision_config.embed_dim] b[vision_config.embed_dim]
model.visual.blocks.{vision_config.depth}.mlp.
  fc1 w[vision_config.embed_dim*vision_config.mlp_ratio,vision_config.embed_dim] b[vision_config.embed_dim*vision_config.mlp_ratio]
  fc2 w[vision_config.embed_dim,vision_config.embed_dim*vision_config.mlp_ratio] b[vision_config.embed_dim]
model.visual.merger.
  ln_q w[vision_config.embed_dim] b[vision_config.embed_dim]
model.visual.merger.mlp.
  0 w[vision_config.embed_dim*vision_config.spatial_merge_size**2,vision_config.embed_dim*vision_config.spatial_merge_size**2] b[vision_config.embed_dim*vision_config.spatial_merge_size**2]
  2 w[vision_config.hidden_size,vision_config.embed_dim*vision_config.spatial_merge_size**2] b[vision_config.hidden_size]
`);
