import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `nomic_bert` beside the one of its own task, by name. */
export const nomicBertClasses = {
  NomicBertModel: layoutFamily(`
use as nomic_bert: nomic_bert. > .; lm_head > lm_head
`),
  NomicBertForSequenceClassification: layoutFamily(`
use as nomic_bert: nomic_bert. > nomic_bert.; lm_head > lm_head
nomic_bert.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
  NomicBertForTokenClassification: layoutFamily(`
use as nomic_bert: nomic_bert. > nomic_bert.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
`),
};
