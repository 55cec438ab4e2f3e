import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Cosmos3OmniForConditionalGeneration`. Also glm46v, glm4v, glm4v_moe, glm5_next, glm_ocr, glmga, qwen2_5_vl, qwen3_vl, qwen3_vl_moe. */
export const cosmos3Omni = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.visual.
`);
