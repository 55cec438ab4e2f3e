import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SegformerModel`. */
export const segformer = layoutFamily(`
stages.<i:num_encoder_blocks>.patch_embeddings.
  proj w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:num_channels),patch_sizes[i],patch_sizes[i]] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
stages.<i:num_encoder_blocks>.blocks.{depths[i]}.
  layernorm_before|layernorm_after w[hidden_sizes[i]] b[hidden_sizes[i]]
stages.0.blocks.0.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
  o_proj w[hidden_sizes[0],hidden_sizes[0]]
stages.0.blocks.1.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[0],hidden_sizes[0]] b[hidden_sizes[0]]
  o_proj w[hidden_sizes[0],hidden_sizes[0]]
stages.1.blocks.0.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1],hidden_sizes[1]] b[hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1]]
  o_proj w[hidden_sizes[1],hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1]]
stages.1.blocks.1.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1],hidden_sizes[1]] b[hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1]]
  o_proj w[hidden_sizes[1],hidden_sizes[1]//num_attention_heads[1]*num_attention_heads[1]]
stages.2.blocks.0.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[2],hidden_sizes[2]] b[hidden_sizes[2]]
  o_proj w[hidden_sizes[2],hidden_sizes[2]]
stages.2.blocks.1.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[2],hidden_sizes[2]] b[hidden_sizes[2]]
  o_proj w[hidden_sizes[2],hidden_sizes[2]]
stages.3.blocks.0.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[3],hidden_sizes[3]] b[hidden_sizes[3]]
  o_proj w[hidden_sizes[3],hidden_sizes[3]]
stages.3.blocks.1.attention.
  q_proj|k_proj|v_proj w[hidden_sizes[3],hidden_sizes[3]] b[hidden_sizes[3]]
  o_proj w[hidden_sizes[3],hidden_sizes[3]]
stages.<i:num_encoder_blocks>.blocks.{depths[i]}.attention.
  o_proj b[hidden_sizes[i]]
stages.0.blocks.0.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[0],hidden_sizes[0],sr_ratios[0],sr_ratios[0]] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
stages.0.blocks.1.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[0],hidden_sizes[0],sr_ratios[0],sr_ratios[0]] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
stages.1.blocks.0.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[1],hidden_sizes[1],sr_ratios[1],sr_ratios[1]] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
stages.1.blocks.1.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[1],hidden_sizes[1],sr_ratios[1],sr_ratios[1]] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
stages.2.blocks.0.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[2],hidden_sizes[2],sr_ratios[2],sr_ratios[2]] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
stages.2.blocks.1.attention.sequence_reduction.
  sequence_reduction w[hidden_sizes[2],hidden_sizes[2],sr_ratios[2],sr_ratios[2]] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
stages.<i:num_encoder_blocks>.blocks.{depths[i]}.mlp.
  fc1 w[mlp_ratios[i]*hidden_sizes[i],hidden_sizes[i]] b[mlp_ratios[i]*hidden_sizes[i]]
  fc2 w[hidden_sizes[i],mlp_ratios[i]*hidden_sizes[i]] b[hidden_sizes[i]]
stages.<i:num_encoder_blocks>.blocks.{depths[i]}.mlp.dwconv.
  dwconv w[mlp_ratios[i]*hidden_sizes[i],1,3,3] b[mlp_ratios[i]*hidden_sizes[i]]
stages.<i:num_encoder_blocks>.
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
`);
