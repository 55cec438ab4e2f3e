import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `albert` beside the one of its own task, by name. */
export const albertClasses = {
  AlbertModel: layoutFamily(`
use as albert: albert. > .; lm_head > lm_head
.
  pooler w[hidden_size,hidden_size] b[hidden_size]
`),
  AlbertForSequenceClassification: layoutFamily(`
use as albert: albert. > albert.; lm_head > lm_head
albert.
  pooler w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  AlbertForTokenClassification: layoutFamily(`
use as albert: albert. > albert.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  AlbertForQuestionAnswering: layoutFamily(`
use as albert: albert. > albert.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  AlbertForMultipleChoice: layoutFamily(`
use as albert: albert. > albert.; lm_head > lm_head
albert.
  pooler w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[1,hidden_size] b[1]
`),
};
