import { layoutFamily } from '../../layout/declareLayout';

/** Encoder with sparse attention, decoder with the plain one; `at` stands before the names. */
const trunk = (at: string): string => `
${at || '.'}
  shared w[vocab_size,d_model]
${at}encoder.
  embed_positions w[max_position_embeddings,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
${at}encoder.layers.{encoder_layers}.self_attn.self.
  query|key|value w[d_model,d_model] b?use_bias[d_model]
${at}encoder.layers.{encoder_layers}.self_attn.
  output w[d_model,d_model] b?use_bias[d_model]
${at}encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
${at}decoder.
  embed_positions w[max_position_embeddings,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
${at}decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b?use_bias[d_model]
${at}decoder.layers.{decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  fc2 w[d_model,decoder_ffn_dim] b[d_model]
${at}decoder.layers.{decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w[d_model,d_model] b?use_bias[d_model]
`;

const over = (head: string) => layoutFamily(`${trunk('model.')}${head}`);

/** Classes of `bigbird_pegasus` beside the one of its own task, by name. */
export const bigbirdPegasusClasses = {
  BigBirdPegasusModel: layoutFamily(trunk('')),
  BigBirdPegasusForSequenceClassification: over(`
classification_head.
  dense w[d_model,d_model] b[d_model]
  out_proj w[num_labels,d_model] b[num_labels]
`),
  BigBirdPegasusForQuestionAnswering: over(`
.
  qa_outputs w[2,d_model] b[2]
`),
  BigBirdPegasusForConditionalGeneration: over(`
.
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
`),
};
