import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `distilbert` beside the one of its own task, by name. */
export const distilbertClasses = {
  DistilBertModel: layoutFamily(`
use as distilbert: distilbert. > .; lm_head > lm_head
`),
  DistilBertForSequenceClassification: layoutFamily(`
use as distilbert: distilbert. > distilbert.; lm_head > lm_head
.
  pre_classifier w[dim,dim] b[dim]
  classifier w[num_labels,dim] b[num_labels]
`),
  DistilBertForTokenClassification: layoutFamily(`
use as distilbert: distilbert. > distilbert.; lm_head > lm_head
.
  classifier w[num_labels,dim] b[num_labels]
`),
  DistilBertForQuestionAnswering: layoutFamily(`
use as distilbert: distilbert. > distilbert.; lm_head > lm_head
.
  qa_outputs w[2,dim] b[2]
`),
  DistilBertForMultipleChoice: layoutFamily(`
use as distilbert: distilbert. > distilbert.; lm_head > lm_head
.
  pre_classifier w[dim,dim] b[dim]
  classifier w[1,dim] b[1]
`),
};
