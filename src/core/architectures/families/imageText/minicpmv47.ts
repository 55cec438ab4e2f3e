import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MiniCPMV4_7ForConditionalGeneration`. */
export const minicpmv47 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.vision_tower.
model.merger.mlp.{merger_times}.
  pre_norm w[vision_config.intermediate_size] b[vision_config.intermediate_size]
  linear_1 w[vision_config.intermediate_size,vision_config.intermediate_size] b[vision_config.intermediate_size]
model.merger.mlp.0.
  linear_2 w[4096,vision_config.intermediate_size] b[4096]
`);
