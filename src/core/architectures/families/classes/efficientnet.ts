import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `efficientnet` beside the one of its own task, by name. */
export const efficientnetClasses = {
  EfficientNetForImageClassification: layoutFamily(`
use as efficientnet: . > efficientnet.
.
  classifier w[num_labels,hidden_dim] b[num_labels]
`),
};
