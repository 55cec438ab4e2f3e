import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `levit` beside the one of its own task, by name. */
export const levitClasses = {
  LevitForImageClassification: layoutFamily(`
use as levit: . > levit.
classifier.
  batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
  linear w[num_labels,hidden_sizes[2]] b[num_labels]
`),
  LevitForImageClassificationWithTeacher: layoutFamily(`
use as levit: . > levit.
classifier.
  batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
  linear w[num_labels,hidden_sizes[2]] b[num_labels]
classifier_distill.
  batch_norm w[hidden_sizes[2]] b[hidden_sizes[2]]
  linear w[num_labels,hidden_sizes[2]] b[num_labels]
`),
};
