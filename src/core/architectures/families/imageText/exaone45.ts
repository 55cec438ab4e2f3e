import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Exaone4_5_ForConditionalGeneration`. */
export const exaone45 = layoutFamily(`
use text_config: lm_head > lm_head; model. > model.language_model.
use vision_config: . > model.visual.
`);
