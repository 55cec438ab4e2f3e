import { layoutFamily } from '../../layout/declareLayout';
import { blip2Layers } from '../../layout/layers';

/** The tensors of `InstructBlipForConditionalGeneration`. Also instructblipvideo. */
export const instructblip = layoutFamily(`
use text_config: . > language_model.
.
  query_tokens [1,num_query_tokens,qformer_config.hidden_size]
  language_projection w[text_config.hidden_size,qformer_config.hidden_size] b[text_config.hidden_size]
vision_model.embeddings.
  class_embedding [1,1,vision_config.hidden_size]
  position_embedding [1,(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,3,vision_config.patch_size,vision_config.patch_size] b[vision_config.hidden_size]
${blip2Layers('vision_model.encoder.layers.{vision_config.num_hidden_layers}.')}
vision_model.
  post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
qformer.embeddings.
  word_embeddings w[qformer_config.vocab_size,qformer_config.hidden_size]
  position_embeddings w[qformer_config.max_position_embeddings,qformer_config.hidden_size]
  layernorm w[qformer_config.hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.attention.attention.
  query|key|value w[qformer_config.hidden_size,qformer_config.hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.attention.output.
  dense w[qformer_config.hidden_size,qformer_config.hidden_size] b[qformer_config.hidden_size]
  LayerNorm w[qformer_config.hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.<i:qformer_config.num_hidden_layers>.crossattention.attention. ?i%qformer_config.cross_attention_frequency==0
  query w[qformer_config.hidden_size,qformer_config.hidden_size] b[qformer_config.hidden_size]
  key|value w[qformer_config.hidden_size,qformer_config.encoder_hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.<i:qformer_config.num_hidden_layers>.crossattention.output. ?i%qformer_config.cross_attention_frequency==0
  dense w[qformer_config.hidden_size,qformer_config.hidden_size] b[qformer_config.hidden_size]
  LayerNorm w[qformer_config.hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.intermediate.
  dense w[qformer_config.intermediate_size,qformer_config.hidden_size] b[qformer_config.intermediate_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.output.
  dense w[qformer_config.hidden_size,qformer_config.intermediate_size] b[qformer_config.hidden_size]
  LayerNorm w[qformer_config.hidden_size] b[qformer_config.hidden_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.intermediate_query.
  dense w[qformer_config.intermediate_size,qformer_config.hidden_size] b[qformer_config.intermediate_size]
qformer.encoder.layer.{qformer_config.num_hidden_layers}.output_query.
  dense w[qformer_config.hidden_size,qformer_config.intermediate_size] b[qformer_config.hidden_size]
  LayerNorm w[qformer_config.hidden_size] b[qformer_config.hidden_size]
`);
