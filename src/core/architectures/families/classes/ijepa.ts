import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `ijepa` beside the one of its own task, by name. */
export const ijepaClasses = {
  IJepaForImageClassification: layoutFamily(`
use as ijepa: . > ijepa.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
