import { layoutFamily } from '../../layout/declareLayout';

/** Classes of `umt5` beside the one of its own task, by name. */
export const umt5Classes = {
  UMT5ForSequenceClassification: layoutFamily(`
use as UMT5Model: . > transformer.
classification_head.
  dense w[d_model,d_model] b[d_model]
  out_proj w[num_labels,d_model] b[num_labels]
`),
  UMT5ForTokenClassification: layoutFamily(`
transformer.
  shared w[vocab_size,d_model]
transformer.encoder.block.{num_layers}.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
transformer.encoder.block.{num_layers}.layer.{2}.
  layer_norm w[d_model]
transformer.encoder.block.{num_layers}.layer.{(is_decoder?num_labels:eos_token_id)..2}.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
transformer.encoder.
  final_layer_norm w[d_model]
.
  classifier w[num_labels,d_model] b[num_labels]
transformer.encoder.block.{num_layers}.layer.1.EncDecAttention.
  q|k|v w?is_decoder[num_heads*d_kv,d_model]
  o w?is_decoder[d_model,num_heads*d_kv]
transformer.encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
`),
  UMT5ForQuestionAnswering: layoutFamily(`
use as umt5: . > .
.
  qa_outputs w[num_labels,d_model] b[num_labels]
encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
decoder.block.{num_layers}.layer.2.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
`),
  UMT5EncoderModel: layoutFamily(`
.
  shared w[vocab_size,d_model]
encoder.block.{num_layers}.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
encoder.block.{num_layers}.layer.{2}.
  layer_norm w[d_model]
encoder.block.{num_layers}.layer.{(is_decoder?num_labels:eos_token_id)..2}.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.
  final_layer_norm w[d_model]
encoder.block.{num_layers}.layer.1.EncDecAttention.
  q|k|v w?is_decoder[num_heads*d_kv,d_model]
  o w?is_decoder[d_model,num_heads*d_kv]
encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
`),
};
