import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `timesformer` beside the one of its own task, by name. */
export const timesformerClasses = {
  TimesformerForVideoClassification: layoutFamily(`
use as timesformer: . > timesformer.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
