import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Tipsv2Model`. */
export const tipsv2 = layoutFamily(`
use text_config: . > text_model.
use vision_config: . > vision_model.
.
  temperature []
`);
