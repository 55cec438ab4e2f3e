import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `TvpModel`. */
export const tvp = layoutFamily(`
use backbone_config: . > vision_model.backbone.
.
  text_prompt [1,10,hidden_size]
vision_model.
  grid_encoder_conv w[hidden_size,backbone_config.hidden_sizes[3],3,3]
embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
visual_embeddings.
  position_embeddings w[max_position_embeddings,hidden_size]
  row_position_embeddings w[max_grid_row_position_embeddings,hidden_size]
  col_position_embeddings w[max_grid_col_position_embeddings,hidden_size]
  token_type_embeddings w[1,hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.
  query|key|value|dense w[hidden_size,hidden_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  layer_norm w[hidden_size] b[hidden_size]
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
visual_prompter.
  pad_up|pad_down [1,num_frames,3,visual_prompt_size,max_img_size]
  pad_left|pad_right [1,num_frames,3,hidden_size//3,visual_prompt_size]
`);
