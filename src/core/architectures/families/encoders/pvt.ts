import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PvtModel`. */
export const pvt = layoutFamily(`
encoder.patch_embeddings.0.
  position_embeddings [1,(image_size//patch_sizes[0])**2,hidden_sizes[0]]
encoder.patch_embeddings.1.
  position_embeddings [1,784,hidden_sizes[1]]
encoder.patch_embeddings.2.
  position_embeddings [1,196,hidden_sizes[2]]
encoder.patch_embeddings.3.
  position_embeddings [1,50,hidden_sizes[3]]
encoder.patch_embeddings.<i:num_encoder_blocks>.
  projection w[hidden_sizes[i],(i>0?hidden_sizes[i-1]:num_channels),strides[i],strides[i]] b[hidden_sizes[i]]
  layer_norm w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.patch_embeddings.{num_encoder_blocks-1..num_encoder_blocks}.
  cls_token [1,1,hidden_sizes[3]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.
  layer_norm_1|layer_norm_2 w[hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.attention.self.
  query|key|value w[hidden_sizes[i],hidden_sizes[i]] b?qkv_bias[hidden_sizes[i]]
encoder.block.0.0.attention.self.
  sequence_reduction w[hidden_sizes[0],hidden_sizes[0],sequence_reduction_ratios[0],sequence_reduction_ratios[0]] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.block.0.1.attention.self.
  sequence_reduction w[hidden_sizes[0],hidden_sizes[0],sequence_reduction_ratios[0],sequence_reduction_ratios[0]] b[hidden_sizes[0]]
  layer_norm w[hidden_sizes[0]] b[hidden_sizes[0]]
encoder.block.1.0.attention.self.
  sequence_reduction w[hidden_sizes[1],hidden_sizes[1],sequence_reduction_ratios[1],sequence_reduction_ratios[1]] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.block.1.1.attention.self.
  sequence_reduction w[hidden_sizes[1],hidden_sizes[1],sequence_reduction_ratios[1],sequence_reduction_ratios[1]] b[hidden_sizes[1]]
  layer_norm w[hidden_sizes[1]] b[hidden_sizes[1]]
encoder.block.2.0.attention.self.
  sequence_reduction w[hidden_sizes[2],hidden_sizes[2],sequence_reduction_ratios[2],sequence_reduction_ratios[2]] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.block.2.1.attention.self.
  sequence_reduction w[hidden_sizes[2],hidden_sizes[2],sequence_reduction_ratios[2],sequence_reduction_ratios[2]] b[hidden_sizes[2]]
  layer_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.attention.output.
  dense w[hidden_sizes[i],hidden_sizes[i]] b[hidden_sizes[i]]
encoder.block.<i:num_encoder_blocks>.{depths[i]}.mlp.
  dense1 w[mlp_ratios[i]*hidden_sizes[i],hidden_sizes[i]] b[mlp_ratios[i]*hidden_sizes[i]]
  dense2 w[hidden_sizes[i],mlp_ratios[i]*hidden_sizes[i]] b[hidden_sizes[i]]
encoder.
  layer_norm w[hidden_sizes[3]] b[hidden_sizes[3]]
`);
