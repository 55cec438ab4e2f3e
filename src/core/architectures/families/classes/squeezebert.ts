import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `squeezebert` beside the one of its own task, by name. */
export const squeezebertClasses = {
  SqueezeBertModel: layoutFamily(`
use as squeezebert: transformer. > .; lm_head > lm_head
`),
  SqueezeBertForSequenceClassification: layoutFamily(`
use as squeezebert: transformer. > transformer.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  SqueezeBertForTokenClassification: layoutFamily(`
use as squeezebert: transformer. > transformer.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  SqueezeBertForQuestionAnswering: layoutFamily(`
use as squeezebert: transformer. > transformer.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  SqueezeBertForMultipleChoice: layoutFamily(`
use as squeezebert: transformer. > transformer.; lm_head > lm_head
.
  classifier w[1,hidden_size] b[1]
`),
};
