import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Glm4vMoeVisionModel`. Also glm4v_vision. */
export const glm4vMoeVision = layoutFamily(`
embeddings.
  position_embedding w[(image_size//patch_size)**2,hidden_size]
patch_embed.
  proj w[hidden_size,in_channels,temporal_patch_size,patch_size,patch_size] b[hidden_size]
blocks.{depth}.
  norm1|norm2 w[hidden_size]
blocks.{depth}.attn.
  qkv w[3*hidden_size,hidden_size] b?attention_bias[3*hidden_size]
  proj w[hidden_size,hidden_size]
blocks.{depth}.mlp.
  gate_proj|up_proj w[out_hidden_size,hidden_size]
  down_proj w[hidden_size,out_hidden_size]
merger.
  proj w[out_hidden_size,out_hidden_size]
  post_projection_norm w[out_hidden_size] b[out_hidden_size]
  gate_proj|up_proj w[intermediate_size,out_hidden_size]
  down_proj w[out_hidden_size,intermediate_size]
.
  post_conv_layernorm|post_layernorm w[hidden_size]
  downsample w[out_hidden_size,hidden_size,spatial_merge_size,spatial_merge_size] b[out_hidden_size]
`);
