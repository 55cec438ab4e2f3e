import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `siglip` beside the one of its own task, by name. */
export const siglipClasses = {
  SiglipForImageClassification: layoutFamily(`
use self_config.vision_config: . > vision_model.
.
  classifier w[num_labels,vision_config.hidden_size] b[num_labels]
`),
};
