import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `deberta` beside the one of its own task, by name. */
export const debertaClasses = {
  DebertaModel: layoutFamily(`
use as deberta: deberta. > .; lm_head > lm_head
encoder.
  rel_embeddings w?relative_attention[intermediate_size//3,hidden_size]
`),
  DebertaForSequenceClassification: layoutFamily(`
use as deberta: deberta. > deberta.; lm_head > lm_head
pooler.
  dense w[pooler_hidden_size,pooler_hidden_size] b[pooler_hidden_size]
.
  classifier w[num_labels,hidden_size] b[num_labels]
deberta.encoder.
  rel_embeddings w?relative_attention[intermediate_size//3,hidden_size]
`),
  DebertaForTokenClassification: layoutFamily(`
use as deberta: deberta. > deberta.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
deberta.encoder.
  rel_embeddings w?relative_attention[intermediate_size//3,hidden_size]
`),
  DebertaForQuestionAnswering: layoutFamily(`
use as deberta: deberta. > deberta.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
deberta.encoder.
  rel_embeddings w?relative_attention[intermediate_size//3,hidden_size]
`),
};
