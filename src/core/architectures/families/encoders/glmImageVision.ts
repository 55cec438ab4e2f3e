import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmImageVisionModel`. */
export const glmImageVision = layoutFamily(`
embeddings.
  position_embedding w[(image_size//patch_size)**2,hidden_size]
patch_embed.
  proj w[hidden_size,in_channels,patch_size,patch_size] b[hidden_size]
blocks.{depth}.
  norm1|norm2 w[hidden_size] b[hidden_size]
blocks.{depth}.attn.
  qkv w[3*hidden_size,hidden_size] b?attention_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
blocks.{depth}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
