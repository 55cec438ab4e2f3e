import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `convnextv2` beside the one of its own task, by name. */
export const convnextv2Classes = {
  ConvNextV2ForImageClassification: layoutFamily(`
use as convnextv2: . > convnextv2.
.
  classifier w[num_labels,hidden_sizes[3]] b[num_labels]
`),
};
