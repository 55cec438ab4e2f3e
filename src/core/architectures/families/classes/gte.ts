import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `gte` beside the one of its own task, by name. */
export const gteClasses = {
  GteModel: layoutFamily(`
use as gte: gte. > .; lm_head > lm_head
`),
  GteForSequenceClassification: layoutFamily(`
use as gte: gte. > gte.; lm_head > lm_head
gte.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  GteForTokenClassification: layoutFamily(`
use as gte: gte. > gte.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
