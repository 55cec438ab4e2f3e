import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `GlmImageModel`. */
export const glmImage = layoutFamily(`
use text_config: . > language_model.
use vision_config: . > visual.
use vq_config: . > vqmodel.
`);
