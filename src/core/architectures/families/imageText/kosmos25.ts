import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Kosmos2_5ForConditionalGeneration`. */
export const kosmos25 = layoutFamily(`
text_model.model.
  embed_tokens w[text_config.vocab_size,text_config.embed_dim]
  segment_emb w[2,text_config.embed_dim]
  layer_norm w[text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.embed_dim,text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.
  self_attn_layer_norm|final_layer_norm w[text_config.embed_dim] b[text_config.embed_dim]
text_model.model.layers.{text_config.layers}.ffn.
  fc1 w[text_config.ffn_dim,text_config.embed_dim] b[text_config.ffn_dim]
  fc2 w[text_config.embed_dim,text_config.ffn_dim] b[text_config.embed_dim]
  ffn_layernorm w[text_config.ffn_dim] b[text_config.ffn_dim]
vision_model.embeddings.
  patch_projection w[vision_config.hidden_size,vision_config.patch_embed_hidden_size] b[vision_config.hidden_size]
  row_embedder|column_embedder w[vision_config.max_num_patches,vision_config.hidden_size]
vision_model.encoder.layer.{vision_config.num_hidden_layers}.attention.
  query|key|value w[vision_config.head_dim*vision_config.num_attention_heads,vision_config.hidden_size]
  output w[vision_config.hidden_size,vision_config.head_dim*vision_config.num_attention_heads]
vision_model.encoder.layer.{vision_config.num_hidden_layers}.mlp.
  wi_0|wi_1 w[vision_config.intermediate_size,vision_config.hidden_size]
  wo w[vision_config.hidden_size,vision_config.intermediate_size]
vision_model.encoder.layer.{vision_config.num_hidden_layers}.
  pre_mlp_layer_norm|pre_attention_layer_norm w[vision_config.hidden_size]
vision_model.
  layernorm w[vision_config.hidden_size]
image_to_text_projection.
  latent_query [latent_query_num,text_config.embed_dim]
  dense w[text_config.embed_dim,vision_config.hidden_size] b[text_config.embed_dim]
image_to_text_projection.x_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.embed_dim,text_config.embed_dim] b[text_config.embed_dim]
text_model.
  lm_head w?!text_config.tie_word_embeddings[text_config.vocab_size,text_config.embed_dim]
`);
