import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `EfficientLoFTRModel`. */
export const efficientloftr = layoutFamily(`
backbone.stages.0.blocks.0.conv1.
  conv w[64,1,3,3]
  norm w[64] b[64]
backbone.stages.1.blocks.0.conv1.
  conv w[64,64,3,3]
  norm w[64] b[64]
backbone.stages.1.blocks.1.conv1.
  conv w[64,64,3,3]
  norm w[64] b[64]
backbone.stages.2.blocks.0.conv1.
  conv w[128,64,3,3]
backbone.stages.2.blocks.{1..stage_num_blocks[2]}.conv1.
  conv w[128,128,3,3]
backbone.stages.3.blocks.0.conv1.
  conv w[hidden_size,128,3,3]
backbone.stages.3.blocks.{1..stage_num_blocks[3]}.conv1.
  conv w[hidden_size,hidden_size,3,3]
backbone.stages.2.blocks.{stage_num_blocks[2]}.conv1.
  norm w[128] b[128]
backbone.stages.3.blocks.{stage_num_blocks[3]}.conv1.
  norm w[hidden_size] b[hidden_size]
backbone.stages.0.blocks.0.conv2.
  conv w[64,1,1,1]
  norm w[64] b[64]
backbone.stages.1.blocks.0.conv2.
  conv w[64,64,1,1]
  norm w[64] b[64]
backbone.stages.1.blocks.1.conv2.
  conv w[64,64,1,1]
  norm w[64] b[64]
backbone.stages.2.blocks.0.conv2.
  conv w[128,64,1,1]
backbone.stages.2.blocks.{1..stage_num_blocks[2]}.conv2.
  conv w[128,128,1,1]
backbone.stages.3.blocks.0.conv2.
  conv w[hidden_size,128,1,1]
backbone.stages.3.blocks.{1..stage_num_blocks[3]}.conv2.
  conv w[hidden_size,hidden_size,1,1]
backbone.stages.2.blocks.{stage_num_blocks[2]}.conv2.
  norm w[128] b[128]
backbone.stages.3.blocks.{stage_num_blocks[3]}.conv2.
  norm w[hidden_size] b[hidden_size]
backbone.stages.1.blocks.0.
  identity w[64] b[64]
backbone.stages.1.blocks.1.
  identity w[64] b[64]
backbone.stages.2.blocks.{1..stage_num_blocks[2]}.
  identity w[128] b[128]
backbone.stages.3.blocks.{1..stage_num_blocks[3]}.
  identity w[hidden_size] b[hidden_size]
local_feature_transformer.layers.{num_attention_layers}.self_attention.aggregation.
  q_aggregation w[hidden_size,1,q_aggregation_kernel_size,q_aggregation_kernel_size]
  norm w[hidden_size] b[hidden_size]
local_feature_transformer.layers.{num_attention_layers}.self_attention.attention.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size]
local_feature_transformer.layers.{num_attention_layers}.self_attention.mlp.
  fc1 w[intermediate_size,512]
  fc2 w[hidden_size,intermediate_size]
  layer_norm w[hidden_size] b[hidden_size]
local_feature_transformer.layers.{num_attention_layers}.cross_attention.aggregation.
  q_aggregation w[hidden_size,1,q_aggregation_kernel_size,q_aggregation_kernel_size]
  norm w[hidden_size] b[hidden_size]
local_feature_transformer.layers.{num_attention_layers}.cross_attention.attention.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size]
local_feature_transformer.layers.{num_attention_layers}.cross_attention.mlp.
  fc1 w[intermediate_size,512]
  fc2 w[hidden_size,intermediate_size]
  layer_norm w[hidden_size] b[hidden_size]
local_feature_transformer.layers.{stage_num_blocks[2]}.self_attention.attention.
  q_proj|k_proj|v_proj|o_proj b?attention_bias[hidden_size]
local_feature_transformer.layers.{stage_num_blocks[2]}.cross_attention.attention.
  q_proj|k_proj|v_proj|o_proj b?attention_bias[hidden_size]
`);
