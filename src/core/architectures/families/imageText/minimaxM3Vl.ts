import { layoutFamily } from '../../layout/declareLayout';
import { idefics2Layers } from '../../layout/layers';

/** The tensors of `MiniMaxM3SparseForConditionalGeneration`. */
export const minimaxM3Vl = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
model.vision_tower.embeddings.
  proj w[vision_config.hidden_size,vision_config.num_channels,vision_config.temporal_patch_size,vision_config.patch_size,vision_config.patch_size]
model.vision_tower.
  pre_layrnorm w[vision_config.hidden_size] b[vision_config.hidden_size]
${idefics2Layers('model.vision_tower.layers.{vision_config.num_hidden_layers}.')}
model.multi_modal_projector.
  linear_1 w[projector_hidden_size,vision_config.hidden_size] b[projector_hidden_size]
  linear_2|merge_linear_2 w[text_config.hidden_size,projector_hidden_size] b[text_config.hidden_size]
  merge_linear_1 w[projector_hidden_size,merged_hidden_size] b[projector_hidden_size]
`);
