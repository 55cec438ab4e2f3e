import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `resnet` beside the one of its own task, by name. */
export const resnetClasses = {
  ResNetForImageClassification: layoutFamily(`
use as resnet: . > resnet.
classifier.
  1 w[num_labels,hidden_sizes[3]] b[num_labels]
`),
};
