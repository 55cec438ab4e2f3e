import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam3LiteTextModel`. */
export const sam3LiteText = layoutFamily(`
use vision_config.backbone_config: . > vision_encoder.backbone.
use text_config: . > text_encoder.
vision_encoder.neck.fpn_layers.0.scale_layers.
  0 w[vision_config.backbone_config.hidden_size,text_config.hidden_size,2,2] b[text_config.hidden_size]
  2 w[text_config.hidden_size,256,2,2] b[256]
vision_encoder.neck.fpn_layers.1.scale_layers.
  0 w[vision_config.backbone_config.hidden_size,text_config.hidden_size,2,2] b[text_config.hidden_size]
vision_encoder.neck.fpn_layers.0.
  proj1 w[vision_config.fpn_hidden_size,256,1,1]
vision_encoder.neck.fpn_layers.1.
  proj1 w[vision_config.fpn_hidden_size,text_config.hidden_size,1,1]
vision_encoder.neck.fpn_layers.2.
  proj1 w[vision_config.fpn_hidden_size,vision_config.backbone_config.hidden_size,1,1]
vision_encoder.neck.fpn_layers.3.
  proj1 w[vision_config.fpn_hidden_size,vision_config.backbone_config.hidden_size,1,1]
vision_encoder.neck.fpn_layers.{4}.
  proj1 b[vision_config.fpn_hidden_size]
  proj2 w[vision_config.fpn_hidden_size,vision_config.fpn_hidden_size,3,3] b[vision_config.fpn_hidden_size]
.
  text_projection w[detr_encoder_config.hidden_size,text_config.hidden_size] b[detr_encoder_config.hidden_size]
geometry_encoder.
  label_embed w[2,geometry_encoder_config.hidden_size]
  cls_embed w[1,geometry_encoder_config.hidden_size]
  boxes_direct_project w[geometry_encoder_config.hidden_size,4] b[geometry_encoder_config.hidden_size]
  boxes_pool_project w[geometry_encoder_config.hidden_size,geometry_encoder_config.hidden_size,geometry_encoder_config.roi_size,geometry_encoder_config.roi_size] b[geometry_encoder_config.hidden_size]
  boxes_pos_enc_project w[geometry_encoder_config.hidden_size,geometry_encoder_config.hidden_size+2] b[geometry_encoder_config.hidden_size]
  vision_layer_norm|prompt_layer_norm|output_layer_norm w[geometry_encoder_config.hidden_size] b[geometry_encoder_config.hidden_size]
  final_proj w[geometry_encoder_config.hidden_size,geometry_encoder_config.hidden_size] b[geometry_encoder_config.hidden_size]
geometry_encoder.layers.{geometry_encoder_config.num_layers}.
  layer_norm1|layer_norm2|layer_norm3 w[geometry_encoder_config.hidden_size] b[geometry_encoder_config.hidden_size]
geometry_encoder.layers.{geometry_encoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[geometry_encoder_config.hidden_size,geometry_encoder_config.hidden_size] b[geometry_encoder_config.hidden_size]
geometry_encoder.layers.{geometry_encoder_config.num_layers}.cross_attn.
  q_proj|k_proj|v_proj|o_proj w[geometry_encoder_config.hidden_size,geometry_encoder_config.hidden_size] b[geometry_encoder_config.hidden_size]
geometry_encoder.layers.{geometry_encoder_config.num_layers}.mlp.
  fc1 w[geometry_encoder_config.intermediate_size,geometry_encoder_config.hidden_size] b[geometry_encoder_config.intermediate_size]
  fc2 w[geometry_encoder_config.hidden_size,geometry_encoder_config.intermediate_size] b[geometry_encoder_config.hidden_size]
detr_encoder.layers.{detr_encoder_config.num_layers}.
  layer_norm1|layer_norm2|layer_norm3 w[detr_encoder_config.hidden_size] b[detr_encoder_config.hidden_size]
detr_encoder.layers.{detr_encoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[detr_encoder_config.hidden_size,detr_encoder_config.hidden_size] b[detr_encoder_config.hidden_size]
detr_encoder.layers.{detr_encoder_config.num_layers}.cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detr_encoder_config.hidden_size,detr_encoder_config.hidden_size] b[detr_encoder_config.hidden_size]
detr_encoder.layers.{detr_encoder_config.num_layers}.mlp.
  fc1 w[detr_encoder_config.intermediate_size,detr_encoder_config.hidden_size] b[detr_encoder_config.intermediate_size]
  fc2 w[detr_encoder_config.hidden_size,detr_encoder_config.intermediate_size] b[detr_encoder_config.hidden_size]
detr_decoder.layers.{detr_decoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
detr_decoder.layers.{detr_decoder_config.num_layers}.
  self_attn_layer_norm|text_cross_attn_layer_norm|vision_cross_attn_layer_norm|mlp_layer_norm w[detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
detr_decoder.layers.{detr_decoder_config.num_layers}.text_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
detr_decoder.layers.{detr_decoder_config.num_layers}.vision_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
detr_decoder.layers.{detr_decoder_config.num_layers}.mlp.
  fc1 w[detr_decoder_config.intermediate_size,detr_decoder_config.hidden_size] b[detr_decoder_config.intermediate_size]
  fc2 w[detr_decoder_config.hidden_size,detr_decoder_config.intermediate_size] b[detr_decoder_config.hidden_size]
detr_decoder.
  output_layer_norm|presence_layer_norm w[detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
  query_embed w[detr_decoder_config.num_queries,detr_decoder_config.hidden_size]
  reference_points w[detr_decoder_config.num_queries,4]
  presence_token w[1,detr_decoder_config.hidden_size]
detr_decoder.box_head.
  layer1|layer2 w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
  layer3 w[4,detr_decoder_config.hidden_size] b[4]
detr_decoder.presence_head.
  layer1|layer2 w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
  layer3 w[1,detr_decoder_config.hidden_size] b[1]
detr_decoder.ref_point_head.
  layer1 w[detr_decoder_config.hidden_size,2*detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
  layer2 w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
detr_decoder.box_rpb_embed_x.
  layer1 w[detr_decoder_config.hidden_size,2] b[detr_decoder_config.hidden_size]
  layer2 w[detr_decoder_config.num_attention_heads,detr_decoder_config.hidden_size] b[detr_decoder_config.num_attention_heads]
detr_decoder.box_rpb_embed_y.
  layer1 w[detr_decoder_config.hidden_size,2] b[detr_decoder_config.hidden_size]
  layer2 w[detr_decoder_config.num_attention_heads,detr_decoder_config.hidden_size] b[detr_decoder_config.num_attention_heads]
mask_decoder.pixel_decoder.conv_layers.{3}.
  . w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size,3,3] b[mask_decoder_config.hidden_size]
mask_decoder.pixel_decoder.norms.{3}.
  . w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.mask_embedder.layers.{3}.
  . w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.
  instance_projection w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size,1,1] b[mask_decoder_config.hidden_size]
  semantic_projection w[1,mask_decoder_config.hidden_size,1,1] b[1]
  prompt_cross_attn_norm w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.prompt_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
dot_product_scoring.text_mlp.
  layer1 w[detr_decoder_config.intermediate_size,detr_decoder_config.hidden_size] b[detr_decoder_config.intermediate_size]
  layer2 w[detr_decoder_config.hidden_size,detr_decoder_config.intermediate_size] b[detr_decoder_config.hidden_size]
dot_product_scoring.
  text_mlp_out_norm w[detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
  text_proj|query_proj w[detr_decoder_config.hidden_size,detr_decoder_config.hidden_size] b[detr_decoder_config.hidden_size]
`);
