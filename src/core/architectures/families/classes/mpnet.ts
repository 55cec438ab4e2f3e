import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `mpnet` beside the one of its own task, by name. */
export const mpnetClasses = {
  MPNetModel: layoutFamily(`
use as mpnet: mpnet. > .; lm_head > lm_head
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`),
  MPNetForSequenceClassification: layoutFamily(`
use as mpnet: mpnet. > mpnet.; lm_head > lm_head
classifier.
  dense w[hidden_size,hidden_size] b[hidden_size]
  out_proj w[num_labels,hidden_size] b[num_labels]
`),
  MPNetForTokenClassification: layoutFamily(`
use as mpnet: mpnet. > mpnet.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  MPNetForQuestionAnswering: layoutFamily(`
use as mpnet: mpnet. > mpnet.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  MPNetForMultipleChoice: layoutFamily(`
use as mpnet: mpnet. > mpnet.; lm_head > lm_head
mpnet.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[1,hidden_size] b[1]
`),
};
