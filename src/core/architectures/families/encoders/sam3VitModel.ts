import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam3ViTModel`. */
export const sam3VitModel = layoutFamily(`
embeddings.
  position_embeddings [1,576,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size]
.
  layer_norm w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
layers.{num_hidden_layers}.attention.
  q_proj|k_proj|v_proj|o_proj w[hidden_size,hidden_size] b[hidden_size]
layers.{num_hidden_layers}.mlp.
  fc1 w[intermediate_size,hidden_size] b[intermediate_size]
  fc2 w[hidden_size,intermediate_size] b[hidden_size]
`);
