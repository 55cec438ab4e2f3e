import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PerceiverForMaskedLM`. */
export const perceiver = layoutFamily(`
perceiver.input_preprocessor.
  embeddings w[vocab_size,d_model]
  position_embeddings w[max_position_embeddings,d_model]
perceiver.embeddings.
  latents [num_latents,d_latents]
perceiver.encoder.cross_attention.attention.self.
  layernorm1 w[d_latents] b[d_latents]
  layernorm2 w[d_model] b[d_model]
  query w[d_model,d_latents] b[d_model]
  key|value w[d_model,d_model] b[d_model]
perceiver.encoder.cross_attention.attention.output.
  dense w[d_latents,d_model] b[d_latents]
perceiver.encoder.cross_attention.
  layernorm w[d_latents] b[d_latents]
perceiver.encoder.cross_attention.mlp.
  dense1 w[cross_attention_widening_factor*d_latents,d_latents] b[cross_attention_widening_factor*d_latents]
  dense2 w[d_latents,cross_attention_widening_factor*d_latents] b[d_latents]
perceiver.encoder.self_attends.{num_self_attends_per_block}.attention.self.
  layernorm1 w[d_latents] b[d_latents]
  query|key|value w[d_latents,d_latents] b[d_latents]
perceiver.encoder.self_attends.{num_self_attends_per_block}.attention.output.
  dense w[d_latents,d_latents] b[d_latents]
perceiver.encoder.self_attends.{num_self_attends_per_block}.
  layernorm w[d_latents] b[d_latents]
perceiver.encoder.self_attends.{num_self_attends_per_block}.mlp.
  dense1 w[d_latents*self_attention_widening_factor,d_latents] b[d_latents*self_attention_widening_factor]
  dense2 w[d_latents,d_latents*self_attention_widening_factor] b[d_latents]
perceiver.decoder.output_position_encodings.
  position_embeddings [max_position_embeddings,d_model]
perceiver.decoder.decoding_cross_attention.attention.self.
  layernorm1 w[d_model] b[d_model]
  layernorm2 w[d_latents] b[d_latents]
  query w[256,d_model] b[256]
  key w[256,d_latents] b[256]
  value w[d_model,d_latents] b[d_model]
perceiver.decoder.decoding_cross_attention.attention.output.
  dense w[d_model,d_model] b[d_model]
perceiver.decoder.decoding_cross_attention.
  layernorm w[d_model] b[d_model]
perceiver.decoder.decoding_cross_attention.mlp.
  dense1|dense2 w[d_model,d_model] b[d_model]
.
  embedding_decoder b[vocab_size]
`);
