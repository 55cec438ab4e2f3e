import { layoutFamily } from '../../layout/declareLayout';
import { ibertLayers } from '../../layout/layers';

/** The tensors of `DPRQuestionEncoder`. */
export const dpr = layoutFamily(`
question_encoder.bert_model.embeddings.
  word_embeddings w[vocab_size,hidden_size]
  position_embeddings w[max_position_embeddings,hidden_size]
  token_type_embeddings w[type_vocab_size,hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
${ibertLayers('question_encoder.bert_model.encoder.layer.{num_hidden_layers}.')}
`);
