import { layoutFamily } from '../../layout/declareLayout';
import { fsmtLayers2 } from '../../layout/layers';

/** The tensors of `LEDForConditionalGeneration`. */
export const led = layoutFamily(`
led.
  shared w[vocab_size,d_model]
led.encoder.
  embed_positions w[max_encoder_position_embeddings,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
led.encoder.layers.{encoder_layers}.self_attn.longformer_self_attn.
  query|key|value|query_global|key_global|value_global w[d_model,d_model] b[d_model]
led.encoder.layers.{encoder_layers}.self_attn.
  output w[d_model,d_model] b[d_model]
led.encoder.layers.{encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
  fc1 w[encoder_ffn_dim,d_model] b[encoder_ffn_dim]
  fc2 w[d_model,encoder_ffn_dim] b[d_model]
led.decoder.
  embed_positions w[max_decoder_position_embeddings,d_model]
  layernorm_embedding w[d_model] b[d_model]
  embed_tokens w?!tie_word_embeddings[vocab_size,d_model]
${fsmtLayers2('led.decoder.layers.{decoder_layers}.')}
.
  lm_head w?!tie_word_embeddings[vocab_size,d_model]
`);
