import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `deberta-v2` beside the one of its own task, by name. */
export const debertaV2Classes = {
  DebertaV2Model: layoutFamily(`
use as deberta-v2: deberta. > .; lm_head > lm_head
`),
  DebertaV2ForSequenceClassification: layoutFamily(`
use as deberta-v2: deberta. > deberta.; lm_head > lm_head
pooler.
  dense w[pooler_hidden_size,pooler_hidden_size] b[pooler_hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  DebertaV2ForTokenClassification: layoutFamily(`
use as deberta-v2: deberta. > deberta.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  DebertaV2ForQuestionAnswering: layoutFamily(`
use as deberta-v2: deberta. > deberta.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  DebertaV2ForMultipleChoice: layoutFamily(`
use as deberta-v2: deberta. > deberta.; lm_head > lm_head
pooler.
  dense w[pooler_hidden_size,pooler_hidden_size] b[pooler_hidden_size]
.
  classifier w[1,hidden_size] b[1]
`),
};
