import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `convnext` beside the one of its own task, by name. */
export const convnextClasses = {
  ConvNextForImageClassification: layoutFamily(`
use as convnext: . > convnext.
.
  classifier w[num_labels,hidden_sizes[3]] b[num_labels]
`),
};
