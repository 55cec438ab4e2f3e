import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PvtV2Model`. */
export const pvtV2 = layoutFamily(`
encoder.layers.<i:num_encoder_blocks>.patch_embedding.
  proj w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:num_channels),patch_sizes[i],patch_sizes[i]] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.layers.<i:num_encoder_blocks>.blocks.{depths[i]}.
  layer_norm_1|layer_norm_2 w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.layers.<i:num_encoder_blocks>.blocks.{depths[i]}.attention.
  query|key|value w[hidden_sizes[i],hidden_sizes[i]] b?qkv_bias[hidden_sizes[i]]
  proj w[hidden_sizes[i],hidden_sizes[i]] b[hidden_sizes[i]]
encoder.layers.0.blocks.0.attention.
  spatial_reduction w[hidden_sizes[0],hidden_sizes[0],(linear_attention?num_attention_heads[0]:sr_ratios[0]),(linear_attention?num_attention_heads[0]:sr_ratios[0])] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layers.0.blocks.1.attention.
  spatial_reduction w[hidden_sizes[0],hidden_sizes[0],(linear_attention?num_attention_heads[0]:sr_ratios[0]),(linear_attention?num_attention_heads[0]:sr_ratios[0])] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.layers.1.blocks.0.attention.
  spatial_reduction w[hidden_sizes[1],hidden_sizes[1],(linear_attention?num_attention_heads[0]:sr_ratios[1]),(linear_attention?num_attention_heads[0]:sr_ratios[1])] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layers.1.blocks.1.attention.
  spatial_reduction w[hidden_sizes[1],hidden_sizes[1],(linear_attention?num_attention_heads[0]:sr_ratios[1]),(linear_attention?num_attention_heads[0]:sr_ratios[1])] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.layers.2.blocks.0.attention.
  spatial_reduction w[hidden_sizes[2],hidden_sizes[2],(linear_attention?num_attention_heads[0]:sr_ratios[2]),(linear_attention?num_attention_heads[0]:sr_ratios[2])] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layers.2.blocks.1.attention.
  spatial_reduction w[hidden_sizes[2],hidden_sizes[2],(linear_attention?num_attention_heads[0]:sr_ratios[2]),(linear_attention?num_attention_heads[0]:sr_ratios[2])] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.layers.<i:num_encoder_blocks>.blocks.{depths[i]}.mlp.
  dense1 w[mlp_ratios[i]*hidden_sizes[i],hidden_sizes[i]] b[mlp_ratios[i]*hidden_sizes[i]]
  dense2 w[hidden_sizes[i],mlp_ratios[i]*hidden_sizes[i]] b[hidden_sizes[i]]
encoder.layers.<i:num_encoder_blocks>.blocks.{depths[i]}.mlp.dwconv.
  dwconv w[mlp_ratios[i]*hidden_sizes[i],1,3,3] b[mlp_ratios[i]*hidden_sizes[i]]
encoder.layers.<i:num_encoder_blocks>.
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
`);
