import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SamHQVisionModel`. Also sam_vision_model. */
export const samHqVisionModel = layoutFamily(`
vision_encoder.
  pos_embed ?use_abs_pos[1,image_size//patch_size,image_size//patch_size,hidden_size]
vision_encoder.patch_embed.
  projection w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
vision_encoder.layers.{num_hidden_layers}.
  layer_norm1|layer_norm2 w[hidden_size] b[hidden_size]
vision_encoder.layers.0.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[27,hidden_size//num_attention_heads]
vision_encoder.layers.1.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[27,hidden_size//num_attention_heads]
vision_encoder.layers.4.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[27,hidden_size//num_attention_heads]
vision_encoder.layers.2.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[num_pos_feats-1,hidden_size//num_attention_heads]
vision_encoder.layers.3.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[9*num_channels,hidden_size//num_attention_heads]
vision_encoder.layers.5.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[num_pos_feats-1,output_channels//4]
vision_encoder.layers.8.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[num_pos_feats-1,output_channels//4]
vision_encoder.layers.11.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[num_pos_feats-1,output_channels//4]
vision_encoder.layers.6.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[9*num_channels,output_channels//4]
vision_encoder.layers.7.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[9*num_channels,output_channels//4]
vision_encoder.layers.9.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[9*num_channels,output_channels//4]
vision_encoder.layers.10.attn.
  rel_pos_h|rel_pos_w ?use_rel_pos[9*num_channels,output_channels//4]
vision_encoder.layers.{num_hidden_layers}.attn.
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
vision_encoder.layers.{num_hidden_layers}.mlp.
  lin1 w[mlp_dim,hidden_size] b[mlp_dim]
  lin2 w[hidden_size,mlp_dim] b[hidden_size]
vision_encoder.neck.
  conv1 w[output_channels,hidden_size,1,1]
  layer_norm1|layer_norm2 w[output_channels] b[output_channels]
  conv2 w[output_channels,output_channels,3,3]
`);
