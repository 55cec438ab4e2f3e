import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmOcrVisionModel`. */
export const glmOcrVision = layoutFamily(`
patch_embed.
  proj w[hidden_size,in_channels,temporal_patch_size,patch_size,patch_size] b[hidden_size]
blocks.{depth}.
  norm1|norm2 w[hidden_size]
blocks.{depth}.attn.
  qkv w[3*hidden_size,hidden_size] b?attention_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b?attention_bias[hidden_size]
  q_norm|k_norm w[hidden_size//num_heads]
blocks.{depth}.mlp.
  gate_proj|up_proj w[intermediate_size,hidden_size] b?attention_bias[intermediate_size]
  down_proj w[hidden_size,intermediate_size] b?attention_bias[hidden_size]
merger.
  proj w[out_hidden_size,out_hidden_size]
  post_projection_norm w[out_hidden_size] b[out_hidden_size]
  gate_proj|up_proj w[in_channels*out_hidden_size,out_hidden_size]
  down_proj w[out_hidden_size,in_channels*out_hidden_size]
.
  downsample w[out_hidden_size,hidden_size,spatial_merge_size,spatial_merge_size] b[out_hidden_size]
  post_layernorm w[hidden_size]
`);
