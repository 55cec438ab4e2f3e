import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `FlavaForPreTraining`. */
export const flava = layoutFamily(`
flava.
  logit_scale []
  image_projection w[projection_dim,image_config.hidden_size] b[projection_dim]
  text_projection w[projection_dim,text_config.hidden_size] b[projection_dim]
  image_to_mm_projection w[multimodal_config.hidden_size,image_config.hidden_size] b[multimodal_config.hidden_size]
  text_to_mm_projection w[multimodal_config.hidden_size,text_config.hidden_size] b[multimodal_config.hidden_size]
flava.text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
  token_type_embeddings w[text_config.type_vocab_size,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
flava.text_model.encoder.layer.{text_config.num_hidden_layers}.attention.attention.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b?text_config.qkv_bias[text_config.hidden_size]
flava.text_model.encoder.layer.{text_config.num_hidden_layers}.attention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
flava.text_model.encoder.layer.{text_config.num_hidden_layers}.intermediate.
  dense w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
flava.text_model.encoder.layer.{text_config.num_hidden_layers}.output.
  dense w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
flava.text_model.encoder.layer.{text_config.num_hidden_layers}.
  layernorm_before|layernorm_after w[text_config.hidden_size] b[text_config.hidden_size]
flava.text_model.
  layernorm w[text_config.hidden_size] b[text_config.hidden_size]
flava.text_model.pooler.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
flava.image_model.embeddings.
  cls_token [1,1,image_config.hidden_size]
  mask_token ?image_config.mask_token[1,1,image_config.hidden_size]
  position_embeddings [1,(image_config.image_size//image_config.patch_size)**2+1,image_config.hidden_size]
flava.image_model.embeddings.patch_embeddings.
  projection w[image_config.hidden_size,image_config.num_channels,image_config.patch_size,image_config.patch_size] b[image_config.hidden_size]
flava.image_model.encoder.layer.{image_config.num_hidden_layers}.attention.attention.
  query|key|value w[image_config.hidden_size,image_config.hidden_size] b?image_config.qkv_bias[image_config.hidden_size]
flava.image_model.encoder.layer.{image_config.num_hidden_layers}.attention.output.
  dense w[image_config.hidden_size,image_config.hidden_size] b[image_config.hidden_size]
flava.image_model.encoder.layer.{image_config.num_hidden_layers}.intermediate.
  dense w[image_config.intermediate_size,image_config.hidden_size] b[image_config.intermediate_size]
flava.image_model.encoder.layer.{image_config.num_hidden_layers}.output.
  dense w[image_config.hidden_size,image_config.intermediate_size] b[image_config.hidden_size]
flava.image_model.encoder.layer.{image_config.num_hidden_layers}.
  layernorm_before|layernorm_after w[image_config.hidden_size] b[image_config.hidden_size]
flava.image_model.
  layernorm w[image_config.hidden_size] b[image_config.hidden_size]
flava.image_model.pooler.
  dense w[image_config.hidden_size,image_config.hidden_size] b[image_config.hidden_size]
flava.multimodal_model.
  cls_token ?multimodal_config.use_cls_token[1,1,multimodal_config.hidden_size]
  layernorm w[multimodal_config.hidden_size] b[multimodal_config.hidden_size]
flava.multimodal_model.encoder.layer.{multimodal_config.num_hidden_layers}.attention.attention.
  query|key|value w[multimodal_config.hidden_size,multimodal_config.hidden_size] b?multimodal_config.qkv_bias[multimodal_config.hidden_size]
flava.multimodal_model.encoder.layer.{multimodal_config.num_hidden_layers}.attention.output.
  dense w[multimodal_config.hidden_size,multimodal_config.hidden_size] b[multimodal_config.hidden_size]
flava.multimodal_model.encoder.layer.{multimodal_config.num_hidden_layers}.intermediate.
  dense w[multimodal_config.intermediate_size,multimodal_config.hidden_size] b[multimodal_config.intermediate_size]
flava.multimodal_model.encoder.layer.{multimodal_config.num_hidden_layers}.output.
  dense w[multimodal_config.hidden_size,multimodal_config.intermediate_size] b[multimodal_config.hidden_size]
flava.multimodal_model.encoder.layer.{multimodal_config.num_hidden_layers}.
  layernorm_before|layernorm_after w[multimodal_config.hidden_size] b[multimodal_config.hidden_size]
flava.multimodal_model.pooler.
  dense w[multimodal_config.hidden_size,multimodal_config.hidden_size] b[multimodal_config.hidden_size]
image_codebook.blocks.
  input w?init_codebook[image_codebook_config.hidden_size,image_codebook_config.input_channels,7,7] b?init_codebook[image_codebook_config.hidden_size]
image_codebook.blocks.group_1.group.block_1.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size//4,image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size//4]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size//4,image_codebook_config.hidden_size//4,3,3] b?init_codebook[image_codebook_config.hidden_size//4]
  conv_4 w?init_codebook[image_codebook_config.hidden_size,image_codebook_config.hidden_size//4,1,1] b?init_codebook[image_codebook_config.hidden_size]
image_codebook.blocks.group_1.group.block_2.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size//4,image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size//4]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size//4,image_codebook_config.hidden_size//4,3,3] b?init_codebook[image_codebook_config.hidden_size//4]
  conv_4 w?init_codebook[image_codebook_config.hidden_size,image_codebook_config.hidden_size//4,1,1] b?init_codebook[image_codebook_config.hidden_size]
image_codebook.blocks.group_2.group.block_1.
  id_path w?init_codebook[2*image_codebook_config.hidden_size,image_codebook_config.hidden_size,1,1] b?init_codebook[2*image_codebook_config.hidden_size]
image_codebook.blocks.group_2.group.block_1.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size//2,image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size//2]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size//2,image_codebook_config.hidden_size//2,3,3] b?init_codebook[image_codebook_config.hidden_size//2]
  conv_4 w?init_codebook[2*image_codebook_config.hidden_size,image_codebook_config.hidden_size//2,1,1] b?init_codebook[2*image_codebook_config.hidden_size]
image_codebook.blocks.group_2.group.block_2.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size//2,2*image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size//2]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size//2,image_codebook_config.hidden_size//2,3,3] b?init_codebook[image_codebook_config.hidden_size//2]
  conv_4 w?init_codebook[2*image_codebook_config.hidden_size,image_codebook_config.hidden_size//2,1,1] b?init_codebook[2*image_codebook_config.hidden_size]
image_codebook.blocks.group_3.group.block_1.
  id_path w?init_codebook[4*image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,1,1] b?init_codebook[4*image_codebook_config.hidden_size]
image_codebook.blocks.group_3.group.block_1.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size,image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size]
  conv_4 w?init_codebook[4*image_codebook_config.hidden_size,image_codebook_config.hidden_size,1,1] b?init_codebook[4*image_codebook_config.hidden_size]
image_codebook.blocks.group_3.group.block_2.res_path.path.
  conv_1 w?init_codebook[image_codebook_config.hidden_size,4*image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size]
  conv_2|conv_3 w?init_codebook[image_codebook_config.hidden_size,image_codebook_config.hidden_size,3,3] b?init_codebook[image_codebook_config.hidden_size]
  conv_4 w?init_codebook[4*image_codebook_config.hidden_size,image_codebook_config.hidden_size,1,1] b?init_codebook[4*image_codebook_config.hidden_size]
image_codebook.blocks.group_4.group.block_1.
  id_path w?init_codebook[8*image_codebook_config.hidden_size,4*image_codebook_config.hidden_size,1,1] b?init_codebook[8*image_codebook_config.hidden_size]
image_codebook.blocks.group_4.group.block_1.res_path.path.
  conv_1 w?init_codebook[2*image_codebook_config.hidden_size,4*image_codebook_config.hidden_size,3,3] b?init_codebook[2*image_codebook_config.hidden_size]
  conv_2|conv_3 w?init_codebook[2*image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,3,3] b?init_codebook[2*image_codebook_config.hidden_size]
  conv_4 w?init_codebook[8*image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,1,1] b?init_codebook[8*image_codebook_config.hidden_size]
image_codebook.blocks.group_4.group.block_2.res_path.path.
  conv_1 w?init_codebook[2*image_codebook_config.hidden_size,8*image_codebook_config.hidden_size,3,3] b?init_codebook[2*image_codebook_config.hidden_size]
  conv_2|conv_3 w?init_codebook[2*image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,3,3] b?init_codebook[2*image_codebook_config.hidden_size]
  conv_4 w?init_codebook[8*image_codebook_config.hidden_size,2*image_codebook_config.hidden_size,1,1] b?init_codebook[8*image_codebook_config.hidden_size]
image_codebook.blocks.output.
  conv w?init_codebook[image_codebook_config.vocab_size,8*image_codebook_config.hidden_size,1,1] b?init_codebook[image_codebook_config.vocab_size]
.
  mim_head|mmm_image_head b[image_config.vocab_size]
  mlm_head|mmm_text_head b[text_config.vocab_size]
mim_head.transform.
  dense w[image_config.hidden_size,image_config.hidden_size] b[image_config.hidden_size]
  LayerNorm w[image_config.hidden_size] b[image_config.hidden_size]
mim_head.
  decoder w[image_config.vocab_size,image_config.hidden_size] b?!tie_word_embeddings[image_config.vocab_size]
mlm_head.transform.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
mlm_head.
  decoder w[text_config.vocab_size,text_config.hidden_size] b?!tie_word_embeddings[text_config.vocab_size]
itm_head.pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
itm_head.
  seq_relationship w[2,hidden_size] b[2]
mmm_image_head.transform.
  dense w[image_config.hidden_size,image_config.hidden_size] b[image_config.hidden_size]
  LayerNorm w[image_config.hidden_size] b[image_config.hidden_size]
mmm_image_head.
  decoder w[image_config.vocab_size,image_config.hidden_size] b?!tie_word_embeddings[image_config.vocab_size]
mmm_text_head.transform.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
mmm_text_head.
  decoder w[text_config.vocab_size,text_config.hidden_size] b?!tie_word_embeddings[text_config.vocab_size]
image_codebook.blocks.group_1.group.block_3.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64,hidden_size//3,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64,64,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,64,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
image_codebook.blocks.group_1.group.block_4.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64,hidden_size//3,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64,64,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[64]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,64,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
image_codebook.blocks.group_2.group.block_3.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128,text_config.max_position_embeddings,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128,128,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,128,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
image_codebook.blocks.group_2.group.block_4.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128,text_config.max_position_embeddings,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128,128,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[128]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,128,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
image_codebook.blocks.group_3.group.block_3.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,1024,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,hidden_size//3,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[1024,hidden_size//3,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[1024]
image_codebook.blocks.group_3.group.block_4.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,1024,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3,hidden_size//3,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[hidden_size//3]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[1024,hidden_size//3,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[1024]
image_codebook.blocks.group_4.group.block_3.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,2048,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,text_config.max_position_embeddings,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[2048,text_config.max_position_embeddings,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[2048]
image_codebook.blocks.group_4.group.block_4.res_path.path.
  conv_1 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,2048,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
  conv_2|conv_3 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings,text_config.max_position_embeddings,3,3] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[text_config.max_position_embeddings]
  conv_4 w?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[2048,text_config.max_position_embeddings,1,1] b?image_codebook_config.num_blocks_per_group==image_codebook_config.num_groups[2048]
`);
