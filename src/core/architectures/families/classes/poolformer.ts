import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `poolformer` beside the one of its own task, by name. */
export const poolformerClasses = {
  PoolFormerForImageClassification: layoutFamily(`
use as poolformer: . > poolformer.
.
  norm w[hidden_sizes[3]] b[hidden_sizes[3]]
  classifier w[num_labels,hidden_sizes[3]] b[num_labels]
`),
};
