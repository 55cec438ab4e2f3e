import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Blip2QFormerModel`. */
export const blip2Qformer = layoutFamily(`
.
  layernorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.attention.
  query|key|value w[hidden_size,hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.attention.output.
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.<i:num_hidden_layers>.crossattention.attention. ?i%cross_attention_frequency==0
  query w[hidden_size,hidden_size] b[hidden_size]
  key|value w[hidden_size,encoder_hidden_size] b[hidden_size]
encoder.layer.<i:num_hidden_layers>.crossattention.output. ?i%cross_attention_frequency==0
  dense w[hidden_size,hidden_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate_query.
  dense w[intermediate_size,hidden_size] b[intermediate_size]
encoder.layer.{num_hidden_layers}.output_query.
  dense w[hidden_size,intermediate_size] b[hidden_size]
  LayerNorm w[hidden_size] b[hidden_size]
encoder.layer.{num_hidden_layers}.intermediate.
  dense w?use_qformer_text_input[intermediate_size,hidden_size] b?use_qformer_text_input[intermediate_size]
encoder.layer.{num_hidden_layers}.output.
  dense w?use_qformer_text_input[hidden_size,intermediate_size] b?use_qformer_text_input[hidden_size]
  LayerNorm w?use_qformer_text_input[hidden_size] b?use_qformer_text_input[hidden_size]
`);
