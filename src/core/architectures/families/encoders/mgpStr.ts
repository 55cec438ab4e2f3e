import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MgpstrForSceneTextRecognition`. */
export const mgpStr = layoutFamily(`
mgp_str.embeddings.
  cls_token [1,1,hidden_size]
  pos_embed [1,257,hidden_size]
  proj w[hidden_size,num_channels,patch_size,patch_size] b[hidden_size]
mgp_str.encoder.blocks.{num_hidden_layers}.
  norm1|norm2 w[hidden_size] b[hidden_size]
mgp_str.encoder.blocks.{num_hidden_layers}.attn.
  qkv w[3*hidden_size,hidden_size] b?qkv_bias[3*hidden_size]
  proj w[hidden_size,hidden_size] b[hidden_size]
mgp_str.encoder.blocks.{num_hidden_layers}.mlp.
  fc1 w[int(hidden_size*mlp_ratio),hidden_size] b[int(hidden_size*mlp_ratio)]
  fc2 w[hidden_size,int(hidden_size*mlp_ratio)] b[hidden_size]
char_a3_module.
  token_norm|norm w[hidden_size] b[hidden_size]
  feat w[hidden_size,hidden_size//8,1,1]
char_a3_module.tokenLearner.
  0 w[hidden_size,hidden_size//8,1,1]
  1 w[max_token_length,hidden_size,1,1]
bpe_a3_module.
  token_norm|norm w[hidden_size] b[hidden_size]
  feat w[hidden_size,hidden_size//8,1,1]
bpe_a3_module.tokenLearner.
  0 w[hidden_size,hidden_size//8,1,1]
  1 w[max_token_length,hidden_size,1,1]
wp_a3_module.
  token_norm|norm w[hidden_size] b[hidden_size]
  feat w[hidden_size,hidden_size//8,1,1]
wp_a3_module.tokenLearner.
  0 w[hidden_size,hidden_size//8,1,1]
  1 w[max_token_length,hidden_size,1,1]
.
  char_head w[num_character_labels,hidden_size] b[num_character_labels]
  bpe_head w[num_bpe_labels,hidden_size] b[num_bpe_labels]
  wp_head w[num_wordpiece_labels,hidden_size] b[num_wordpiece_labels]
`);
