import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SegGptModel`. */
export const seggpt = layoutFamily(`
embeddings.
  mask_token|segment_token_input|segment_token_prompt|type_token_semantic|type_token_instance [1,1,1,hidden_size]
  position_embeddings [1,197,hidden_size]
embeddings.patch_embeddings.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.attention.
  rel_pos_h ?use_relative_position_embeddings[2*(image_size[0]//patch_size)-1,hidden_size//num_attention_heads]
  rel_pos_w ?use_relative_position_embeddings[2*(image_size[1]//patch_size)-1,hidden_size//num_attention_heads]
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
encoder.layers.{num_hidden_layers}.mlp.
  lin1 w[mlp_dim,hidden_size] b[mlp_dim]
  lin2 w[hidden_size,mlp_dim] b[hidden_size]
encoder.layers.{num_hidden_layers}.
  layernorm_before|layernorm_after w[hidden_size] b[hidden_size]
encoder.
  layernorm w[hidden_size] b[hidden_size]
`);
