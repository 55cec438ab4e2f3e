import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `layoutlm` beside the one of its own task, by name. */
export const layoutlmClasses = {
  LayoutLMModel: layoutFamily(`
use as layoutlm: layoutlm. > .; lm_head > lm_head
`),
  LayoutLMForSequenceClassification: layoutFamily(`
use as layoutlm: layoutlm. > layoutlm.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  LayoutLMForTokenClassification: layoutFamily(`
use as layoutlm: layoutlm. > layoutlm.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
