import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `vivit` beside the one of its own task, by name. */
export const vivitClasses = {
  VivitForVideoClassification: layoutFamily(`
use as vivit: . > vivit.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
