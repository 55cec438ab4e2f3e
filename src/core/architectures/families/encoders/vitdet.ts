import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `VitDetModel`. */
export const vitdet = layoutFamily(`
embeddings.
  position_embeddings ?use_absolute_position_embeddings[1,(image_size//patch_size)**2+1,hidden_size]
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
  rel_pos_h|rel_pos_w ?use_relative_position_embeddings[9*num_channels,hidden_size//num_attention_heads]
encoder.layer.{num_hidden_layers}.mlp.
  fc1 w[hidden_size*mlp_ratio,hidden_size] b[hidden_size*mlp_ratio]
  fc2 w[hidden_size,hidden_size*mlp_ratio] b[hidden_size]
`);
