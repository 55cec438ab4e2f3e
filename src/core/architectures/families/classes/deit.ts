import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `deit` beside the one of its own task, by name. */
export const deitClasses = {
  DeiTForImageClassification: layoutFamily(`
use as deit: . > deit.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  DeiTForImageClassificationWithTeacher: layoutFamily(`
use as deit: . > deit.
.
  cls_classifier|distillation_classifier w[num_labels,hidden_size] b[num_labels]
`),
};
