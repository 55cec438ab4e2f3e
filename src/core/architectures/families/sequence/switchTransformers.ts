import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `SwitchTransformersForConditionalGeneration`. */
export const switchTransformers = layoutFamily(`
.
  shared w[vocab_size,d_model]
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
encoder.block.{num_layers}.layer.0.SelfAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
encoder.block.0.layer.0.SelfAttention.
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
encoder.block.{num_layers}.layer.{2}.
  layer_norm w[d_model]
encoder.block.0.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.2.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.3.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.4.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.6.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.7.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.8.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.10.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.11.layer.1.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.router.
  classifier w[num_experts,d_model] b?router_bias[num_experts]
encoder.block.5.layer.1.mlp.router.
  classifier w[num_experts,d_model]
encoder.block.9.layer.1.mlp.router.
  classifier w[num_experts,d_model]
encoder.block.1.layer.1.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.5.layer.1.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.block.9.layer.1.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
encoder.
  final_layer_norm w[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
decoder.block.{num_decoder_layers}.layer.0.SelfAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
decoder.block.0.layer.0.SelfAttention.
  relative_attention_bias w[relative_attention_num_buckets,num_heads]
decoder.block.{num_decoder_layers}.layer.{3}.
  layer_norm w[d_model]
decoder.block.{num_decoder_layers}.layer.1.EncDecAttention.
  q|k|v w[d_kv*num_heads,d_model]
  o w[d_model,d_kv*num_heads]
decoder.block.0.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.2.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.3.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.4.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.6.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.7.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.8.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.10.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.11.layer.2.mlp.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.router.
  classifier w[num_experts,d_model] b?router_bias[num_experts]
decoder.block.5.layer.2.mlp.router.
  classifier w[num_experts,d_model]
decoder.block.9.layer.2.mlp.router.
  classifier w[num_experts,d_model]
decoder.block.1.layer.2.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_0.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_1.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_2.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_3.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_4.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_5.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_6.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.5.layer.2.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.block.9.layer.2.mlp.experts.expert_7.
  wi w[d_ff,d_model]
  wo w[d_model,d_ff]
decoder.
  final_layer_norm w[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
encoder.block.1.layer.1.mlp.experts.expert_8.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_9.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_10.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_11.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_12.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_13.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_14.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
encoder.block.1.layer.1.mlp.experts.expert_15.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_8.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_9.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_10.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_11.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_12.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_13.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_14.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
decoder.block.1.layer.2.mlp.experts.expert_15.
  wi w?UNKNOWN[d_ff,d_model]
  wo w?UNKNOWN[d_model,d_ff]
`);
