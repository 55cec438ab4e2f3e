import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DeepseekVLHybridForConditionalGeneration`. */
export const deepseekVlHybrid = layoutFamily(`
use high_res_vision_config: . > model.high_res_vision_model.
use text_config: model. > model.language_model.
use vision_config: . > model.vision_model.
model.
  high_res_vision_alpha [1]
model.high_res_vision_neck.
  conv1 w[high_res_vision_config.output_channels,high_res_vision_config.hidden_size,1,1]
  layer_norm1|layer_norm2 w[high_res_vision_config.output_channels] b[high_res_vision_config.output_channels]
  conv2 w[high_res_vision_config.output_channels,high_res_vision_config.output_channels,high_res_vision_config.num_channels,high_res_vision_config.num_channels]
model.high_res_vision_proj.
  conv1 w[2*high_res_vision_config.output_channels,high_res_vision_config.output_channels,high_res_vision_config.num_channels,high_res_vision_config.num_channels]
  conv2 w[high_res_vision_config.image_size,2*high_res_vision_config.output_channels,high_res_vision_config.num_channels,high_res_vision_config.num_channels]
model.aligner.
  vision_proj w[8*high_res_vision_config.output_channels,high_res_vision_config.hidden_size] b[8*high_res_vision_config.output_channels]
  high_res_vision_proj w[8*high_res_vision_config.output_channels,high_res_vision_config.image_size] b[8*high_res_vision_config.output_channels]
  proj w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.hidden_size]
`);
