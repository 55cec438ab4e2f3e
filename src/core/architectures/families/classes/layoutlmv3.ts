import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `layoutlmv3` beside the one of its own task, by name. */
export const layoutlmv3Classes = {
  LayoutLMv3ForSequenceClassification: layoutFamily(`
use as layoutlmv3: . > layoutlmv3.
classifier.
  dense w[hidden_size,hidden_size] b[hidden_size]
  out_proj w[num_labels,hidden_size] b[num_labels]
`),
  LayoutLMv3ForTokenClassification: layoutFamily(`
use as layoutlmv3: . > layoutlmv3.
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  LayoutLMv3ForQuestionAnswering: layoutFamily(`
use as layoutlmv3: . > layoutlmv3.
qa_outputs.
  dense w[hidden_size,hidden_size] b[hidden_size]
  out_proj w[num_labels,hidden_size] b[num_labels]
`),
};
