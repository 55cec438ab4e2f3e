import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `vit` beside the one of its own task, by name. */
export const vitClasses = {
  ViTForImageClassification: layoutFamily(`
use as vit: . > vit.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
