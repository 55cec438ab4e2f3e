import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `convbert` beside the one of its own task, by name. */
export const convbertClasses = {
  ConvBertModel: layoutFamily(`
use as convbert: convbert. > .; lm_head > lm_head
.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`),
  ConvBertForSequenceClassification: layoutFamily(`
use as convbert: convbert. > convbert.; lm_head > lm_head
classifier.
  dense w[hidden_size,hidden_size] b[hidden_size]
  out_proj w[num_labels,hidden_size] b[num_labels]
convbert.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`),
  ConvBertForTokenClassification: layoutFamily(`
use as convbert: convbert. > convbert.; lm_head > lm_head
.
  classifier w[num_labels,hidden_size] b[num_labels]
convbert.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`),
  ConvBertForQuestionAnswering: layoutFamily(`
use as convbert: convbert. > convbert.; lm_head > lm_head
.
  qa_outputs w[num_labels,hidden_size] b[num_labels]
convbert.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`),
  ConvBertForMultipleChoice: layoutFamily(`
use as convbert: convbert. > convbert.; lm_head > lm_head
.
  classifier w[1,hidden_size] b[1]
convbert.
  embeddings_project w?embedding_size!=hidden_size[hidden_size,embedding_size] b?embedding_size!=hidden_size[hidden_size]
`),
};
