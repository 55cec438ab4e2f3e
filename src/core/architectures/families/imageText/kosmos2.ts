import { layoutFamily } from '../../layout/declareLayout';
import { idefics2Layers } from '../../layout/layers';

/** The tensors of `Kosmos2ForConditionalGeneration`. */
export const kosmos2 = layoutFamily(`
text_model.model.
  embed_tokens w[text_config.vocab_size,text_config.embed_dim]
  layer_norm w[text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.embed_dim,text_config.embed_dim] b[text_config.embed_dim]
  inner_attn_ln w[text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.
  self_attn_layer_norm|final_layer_norm w[text_config.embed_dim] b[text_config.embed_dim]
  encoder_attn_layer_norm w?text_config.add_cross_attention[text_config.embed_dim] b?text_config.add_cross_attention[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.ffn.
  fc1 w[text_config.ffn_dim,text_config.embed_dim] b[text_config.ffn_dim]
  fc2 w[text_config.embed_dim,text_config.ffn_dim] b[text_config.embed_dim]
  ffn_layernorm w[text_config.ffn_dim] b[text_config.ffn_dim]
vision_model.model.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
vision_model.model.
  pre_layrnorm|post_layernorm w[vision_config.hidden_size] b[vision_config.hidden_size]
${idefics2Layers('vision_model.model.encoder.layers.{vision_config.num_hidden_layers}.')}
image_to_text_projection.
  latent_query [latent_query_num,text_config.embed_dim]
  dense w[text_config.embed_dim,vision_config.hidden_size] b[text_config.embed_dim]
image_to_text_projection.x_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.embed_dim,text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.encoder_attn.
  k_proj|v_proj|q_proj|out_proj w?text_config.add_cross_attention[text_config.embed_dim,text_config.embed_dim] b?text_config.add_cross_attention[text_config.embed_dim]
`);
