import { layoutFamily } from '../../layout/declareLayout';
import { longt5Layers } from '../../layout/layers';
import { sayUntiedHead } from './untiedHead';

/** The tensors of `T5ForConditionalGeneration`. */
export const t5 = layoutFamily(
  `
# The library ties the head whatever the config says; published checkpoints that do not tie it hold it, and win.
.
  lm_head w?has(tie_word_embeddings)*!tie_word_embeddings[vocab_size,d_model]
.
  shared w[vocab_size,d_model]
encoder.block.{num_layers}.layer.0.SelfAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
encoder.block.0.layer.0.SelfAttention.
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
encoder.block.{num_layers}.layer.{2}.
  layer_norm w[d_model]
encoder.block.{num_layers}.layer.1.DenseReluDense.
  wi w?!is_gated_act[d_ff,d_model]
  wo w[d_model,d_ff]
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
encoder.
  final_layer_norm w[d_model]
${longt5Layers('decoder.block.{num_decoder_layers}.')}
decoder.block.0.layer.0.SelfAttention.
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
decoder.block.{num_decoder_layers}.layer.{3}.
  layer_norm w[d_model]
decoder.
  final_layer_norm w[d_model]
decoder.block.{num_layers}.layer.2.DenseReluDense.
  wi_0|wi_1 w?is_gated_act[d_ff,d_model]
`,
  sayUntiedHead,
);
