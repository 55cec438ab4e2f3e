import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `longformer` beside the one of its own task, by name. */
export const longformerClasses = {
  LongformerModel: layoutFamily(`
use as longformer: longformer. > .; lm_head > lm_head
pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
`),
  LongformerForSequenceClassification: layoutFamily(`
use as longformer: longformer. > longformer.; lm_head > lm_head
classifier.
  dense w[hidden_size,hidden_size] b[hidden_size]
  out_proj w[num_labels,hidden_size] b[num_labels]
`),
  LongformerForTokenClassification: layoutFamily(`
use as longformer: longformer. > longformer.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  LongformerForQuestionAnswering: layoutFamily(`
use as longformer: longformer. > longformer.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
`),
  LongformerForMultipleChoice: layoutFamily(`
use as longformer: longformer. > longformer.; lm_head > lm_head
longformer.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[1,hidden_size] b[1]
`),
};
