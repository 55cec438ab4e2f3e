import { layoutFamily } from '../../layout/declareLayout';
import { alignLayers } from '../../layout/layers';

/** The tensors of `BridgeTowerModel`. */
export const bridgetower = layoutFamily(`
.
  cross_modal_text_transform w?share_cross_modal_transformer_layers[hidden_size,text_config.hidden_size] b?share_cross_modal_transformer_layers[hidden_size]
  cross_modal_image_transform w?share_cross_modal_transformer_layers[hidden_size,vision_config.hidden_size] b?share_cross_modal_transformer_layers[hidden_size]
  token_type_embeddings w[2,hidden_size]
  cross_modal_text_layernorm|cross_modal_image_layernorm w[hidden_size] b[hidden_size]
vision_model.visual.embeddings.
  class_embedding [vision_config.hidden_size]
  patch_embedding w[vision_config.hidden_size,vision_config.num_channels,vision_config.patch_size,vision_config.patch_size]
  position_embedding w[(vision_config.image_size//vision_config.patch_size)**2+1,vision_config.hidden_size]
vision_model.visual.
  ln_pre|ln_post w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.visual.transformer.resblocks.{vision_config.num_hidden_layers}.attn.
  in_proj_weight [3*vision_config.hidden_size,vision_config.hidden_size]
  in_proj_bias [3*vision_config.hidden_size]
  out_proj w[vision_config.hidden_size,vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.visual.transformer.resblocks.{vision_config.num_hidden_layers}.
  ln_1|ln_2 w[vision_config.hidden_size] b[vision_config.hidden_size]
vision_model.visual.transformer.resblocks.{vision_config.num_hidden_layers}.mlp.
  c_fc w[4*vision_config.hidden_size,vision_config.hidden_size] b[4*vision_config.hidden_size]
  c_proj w[vision_config.hidden_size,4*vision_config.hidden_size] b[vision_config.hidden_size]
text_model.embeddings.
  word_embeddings w[text_config.vocab_size,text_config.hidden_size]
  token_type_embeddings w[text_config.type_vocab_size,text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
  position_embeddings w[text_config.max_position_embeddings,text_config.hidden_size]
${alignLayers('text_model.encoder.layer.{text_config.num_hidden_layers}.')}
text_model.pooler.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_layers.{num_hidden_layers}.attention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_layers.{num_hidden_layers}.attention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_layers.{num_hidden_layers}.crossattention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_layers.{num_hidden_layers}.crossattention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_layers.{num_hidden_layers}.intermediate.
  dense w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
cross_modal_image_layers.{num_hidden_layers}.output.
  dense w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_text_layers.{num_hidden_layers}.attention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
cross_modal_text_layers.{num_hidden_layers}.attention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_text_layers.{num_hidden_layers}.crossattention.self.
  query|key|value w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
cross_modal_text_layers.{num_hidden_layers}.crossattention.output.
  dense w[text_config.hidden_size,text_config.hidden_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_text_layers.{num_hidden_layers}.intermediate.
  dense w[text_config.intermediate_size,text_config.hidden_size] b[text_config.intermediate_size]
cross_modal_text_layers.{num_hidden_layers}.output.
  dense w[text_config.hidden_size,text_config.intermediate_size] b[text_config.hidden_size]
  LayerNorm w[text_config.hidden_size] b[text_config.hidden_size]
cross_modal_image_pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cross_modal_text_pooler.
  dense w[hidden_size,hidden_size] b[hidden_size]
cross_modal_text_link_tower.{num_hidden_layers-1}.
  LayerNorm w?!share_link_tower_layers[hidden_size] b?!share_link_tower_layers[hidden_size]
cross_modal_image_link_tower.{num_hidden_layers-1}.
  LayerNorm w?!share_link_tower_layers[hidden_size] b?!share_link_tower_layers[hidden_size]
cross_modal_text_transform.{num_hidden_layers}.
  . w?!share_cross_modal_transformer_layers[hidden_size,hidden_size] b?!share_cross_modal_transformer_layers[hidden_size]
cross_modal_image_transform.{num_hidden_layers}.
  . w?!share_cross_modal_transformer_layers[hidden_size,hidden_size] b?!share_cross_modal_transformer_layers[hidden_size]
cross_modal_text_link_tower.
  LayerNorm w?share_link_tower_layers[hidden_size] b?share_link_tower_layers[hidden_size]
cross_modal_image_link_tower.
  LayerNorm w?share_link_tower_layers[hidden_size] b?share_link_tower_layers[hidden_size]
vision_model.visual.ln_separate.{num_hidden_layers}.
  . w?!vision_config.share_layernorm[hidden_size] b?!vision_config.share_layernorm[hidden_size]
`);
