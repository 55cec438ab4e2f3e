import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `regnet` beside the one of its own task, by name. */
export const regnetClasses = {
  RegNetForImageClassification: layoutFamily(`
use as regnet: . > regnet.
classifier.
  1 w[num_labels,hidden_sizes[3]] b[num_labels]
`),
};
