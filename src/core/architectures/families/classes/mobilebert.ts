import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `mobilebert` beside the one of its own task, by name. */
export const mobilebertClasses = {
  MobileBertModel: layoutFamily(`
use as mobilebert: mobilebert. > .; lm_head > lm_head
pooler.
  dense w?classifier_activation[hidden_size,hidden_size] b?classifier_activation[hidden_size]
`),
  MobileBertForSequenceClassification: layoutFamily(`
use as mobilebert: mobilebert. > mobilebert.; lm_head > lm_head
mobilebert.pooler.
  dense w?classifier_activation[hidden_size,hidden_size] b?classifier_activation[hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  MobileBertForTokenClassification: layoutFamily(`
use as mobilebert: mobilebert. > mobilebert.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  MobileBertForQuestionAnswering: layoutFamily(`
use as mobilebert: mobilebert. > mobilebert.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  MobileBertForMultipleChoice: layoutFamily(`
use as mobilebert: mobilebert. > mobilebert.; lm_head > lm_head
mobilebert.pooler.
  dense w?classifier_activation[hidden_size,hidden_size] b?classifier_activation[hidden_size]
.
  classifier w[1,hidden_size] b[1]
`),
};
