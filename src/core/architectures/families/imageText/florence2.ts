import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Florence2ForConditionalGeneration`. */
export const florence2 = layoutFamily(`
use text_config: model.decoder. > model.language_model.decoder.; lm_head > lm_head
model.vision_tower.convs.<i:len(vision_config.depths)>.
  conv w[vision_config.embed_dim[i],(i>0?vision_config.embed_dim[i-1]:vision_config.in_channels),vision_config.patch_size[i],vision_config.patch_size[i]] b[vision_config.embed_dim[i]]
model.vision_tower.convs.0.
  norm w[vision_config.embed_dim[0]] b[vision_config.embed_dim[0]]
model.vision_tower.convs.1.
  norm w[vision_config.embed_dim[0]] b[vision_config.embed_dim[0]]
model.vision_tower.convs.2.
  norm w[vision_config.embed_dim[1]] b[vision_config.embed_dim[1]]
model.vision_tower.convs.3.
  norm w[vision_config.embed_dim[2]] b[vision_config.embed_dim[2]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.spatial_block.
  conv1|conv2 w[vision_config.embed_dim[i],1,3,3] b[vision_config.embed_dim[i]]
  norm1|norm2 w[vision_config.embed_dim[i]] b[vision_config.embed_dim[i]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.spatial_block.window_attn.
  qkv w[3*vision_config.embed_dim[i],vision_config.embed_dim[i]] b?vision_config.qkv_bias[3*vision_config.embed_dim[i]]
  proj w[vision_config.embed_dim[i],vision_config.embed_dim[i]] b[vision_config.embed_dim[i]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.spatial_block.ffn.
  fc1 w[int(vision_config.embed_dim[i]*vision_config.mlp_ratio),vision_config.embed_dim[i]] b[int(vision_config.embed_dim[i]*vision_config.mlp_ratio)]
  fc2 w[vision_config.embed_dim[i],int(vision_config.embed_dim[i]*vision_config.mlp_ratio)] b[vision_config.embed_dim[i]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.channel_block.
  conv1|conv2 w[vision_config.embed_dim[i],1,3,3] b[vision_config.embed_dim[i]]
  norm1|norm2 w[vision_config.embed_dim[i]] b[vision_config.embed_dim[i]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.channel_block.channel_attn.
  qkv w[3*vision_config.embed_dim[i],vision_config.embed_dim[i]] b?vision_config.qkv_bias[3*vision_config.embed_dim[i]]
  proj w[vision_config.embed_dim[i],vision_config.embed_dim[i]] b[vision_config.embed_dim[i]]
model.vision_tower.blocks.<i:len(vision_config.depths)>.{vision_config.depths[i]}.channel_block.ffn.
  fc1 w[int(vision_config.embed_dim[i]*vision_config.mlp_ratio),vision_config.embed_dim[i]] b[int(vision_config.embed_dim[i]*vision_config.mlp_ratio)]
  fc2 w[vision_config.embed_dim[i],int(vision_config.embed_dim[i]*vision_config.mlp_ratio)] b[vision_config.embed_dim[i]]
model.multi_modal_projector.
  image_projection w[vision_config.projection_dim,vision_config.embed_dim[3]]
  image_proj_norm w[vision_config.projection_dim] b[vision_config.projection_dim]
model.multi_modal_projector.image_position_embed.
  row_embeddings|column_embeddings w[vision_config.max_position_embeddings,vision_config.embed_dim[3]//2]
model.language_model.
  shared w[text_config.vocab_size,text_config.d_model]
model.language_model.encoder.
  embed_positions w[text_config.max_position_embeddings+2,text_config.d_model]
  layernorm_embedding w[text_config.d_model] b[text_config.d_model]
model.language_model.encoder.layers.{text_config.encoder_layers}.self_attn.
  k_proj|v_proj|q_proj|out_proj w[text_config.d_model,text_config.d_model] b[text_config.d_model]
model.language_model.encoder.layers.{text_config.encoder_layers}.
  self_attn_layer_norm|final_layer_norm w[text_config.d_model] b[text_config.d_model]
  fc1 w[text_config.encoder_ffn_dim,text_config.d_model] b[text_config.encoder_ffn_dim]
  fc2 w[text_config.d_model,text_config.encoder_ffn_dim] b[text_config.d_model]
.
  lm_head w?!tie_word_embeddings[text_config.vocab_size,text_config.d_model]
`);
