import { layoutFamily } from '../../layout/declareLayout';
import { sayUntiedHead } from './untiedHead';

/** The tensors of `UMT5ForConditionalGeneration`. */
export const umt5 = layoutFamily(
  `
# The library ties the head whatever the config says; published checkpoints that do not tie it hold it, and win.
.
  lm_head w?has(tie_word_embeddings)*!tie_word_embeddings[vocab_size,d_model]
.
  shared w[vocab_size,d_model]
encoder.block.{num_layers}.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
encoder.block.{num_layers}.layer.{2}.
  layer_norm w[d_model]
encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
  wi w?!is_gated_act[d_ff,d_model]
encoder.
  final_layer_norm w[d_model]
decoder.block.{num_decoder_layers}.layer.0.SelfAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
decoder.block.{num_decoder_layers}.layer.{3}.
  layer_norm w[d_model]
decoder.block.{num_decoder_layers}.layer.1.EncDecAttention.
  q|k|v w[num_heads*d_kv,d_model]
  o w[d_model,num_heads*d_kv]
decoder.block.{num_decoder_layers}.layer.2.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.
  final_layer_norm w[d_model]
decoder.block.{num_layers}.layer.2.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
`,
  sayUntiedHead,
);
