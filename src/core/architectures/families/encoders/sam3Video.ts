import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `Sam3VideoModel`. */
export const sam3Video = layoutFamily(
  `
use detector_config.vision_config.backbone_config: . > detector_model.vision_encoder.backbone.
use detector_config.text_config: . > detector_model.text_encoder.text_model.
use tracker_config: vision_encoder. > -; . > tracker_model.
detector_model.vision_encoder.neck.fpn_layers.0.scale_layers.
  0 w[detector_config.text_config.hidden_size,detector_config.text_config.projection_dim,2,2] b[detector_config.text_config.projection_dim]
  2 w[detector_config.text_config.projection_dim,tracker_config.prompt_encoder_config.hidden_size,2,2] b[tracker_config.prompt_encoder_config.hidden_size]
detector_model.vision_encoder.neck.fpn_layers.1.scale_layers.
  0 w[detector_config.text_config.hidden_size,detector_config.text_config.projection_dim,2,2] b[detector_config.text_config.projection_dim]
detector_model.vision_encoder.neck.fpn_layers.0.
  proj1 w[detector_config.vision_config.fpn_hidden_size,tracker_config.prompt_encoder_config.hidden_size,1,1]
detector_model.vision_encoder.neck.fpn_layers.1.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.projection_dim,1,1]
detector_model.vision_encoder.neck.fpn_layers.2.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.hidden_size,1,1]
detector_model.vision_encoder.neck.fpn_layers.3.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.hidden_size,1,1]
detector_model.vision_encoder.neck.fpn_layers.{4}.
  proj1 b[detector_config.vision_config.fpn_hidden_size]
  proj2 w[detector_config.vision_config.fpn_hidden_size,detector_config.vision_config.fpn_hidden_size,3,3] b[detector_config.vision_config.fpn_hidden_size]
detector_model.text_encoder.
  text_projection w[detector_config.text_config.projection_dim,detector_config.text_config.hidden_size]
detector_model.
  text_projection w[detector_config.detr_encoder_config.hidden_size,detector_config.text_config.hidden_size] b[detector_config.detr_encoder_config.hidden_size]
detector_model.geometry_encoder.
  label_embed w[2,detector_config.geometry_encoder_config.hidden_size]
  cls_embed w[1,detector_config.geometry_encoder_config.hidden_size]
  boxes_direct_project w[detector_config.geometry_encoder_config.hidden_size,4] b[detector_config.geometry_encoder_config.hidden_size]
  boxes_pool_project w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.roi_size,detector_config.geometry_encoder_config.roi_size] b[detector_config.geometry_encoder_config.hidden_size]
  boxes_pos_enc_project w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.hidden_size+2] b[detector_config.geometry_encoder_config.hidden_size]
  vision_layer_norm|prompt_layer_norm|output_layer_norm w[detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.hidden_size]
  final_proj w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.hidden_size]
detector_model.geometry_encoder.layers.{detector_config.geometry_encoder_config.num_layers}.
  layer_norm1|layer_norm2|layer_norm3 w[detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.hidden_size]
detector_model.geometry_encoder.layers.{detector_config.geometry_encoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.hidden_size]
detector_model.geometry_encoder.layers.{detector_config.geometry_encoder_config.num_layers}.cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.hidden_size]
detector_model.geometry_encoder.layers.{detector_config.geometry_encoder_config.num_layers}.mlp.
  fc1 w[detector_config.geometry_encoder_config.intermediate_size,detector_config.geometry_encoder_config.hidden_size] b[detector_config.geometry_encoder_config.intermediate_size]
  fc2 w[detector_config.geometry_encoder_config.hidden_size,detector_config.geometry_encoder_config.intermediate_size] b[detector_config.geometry_encoder_config.hidden_size]
detector_model.detr_encoder.layers.{detector_config.detr_encoder_config.num_layers}.
  layer_norm1|layer_norm2|layer_norm3 w[detector_config.detr_encoder_config.hidden_size] b[detector_config.detr_encoder_config.hidden_size]
detector_model.detr_encoder.layers.{detector_config.detr_encoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.detr_encoder_config.hidden_size,detector_config.detr_encoder_config.hidden_size] b[detector_config.detr_encoder_config.hidden_size]
detector_model.detr_encoder.layers.{detector_config.detr_encoder_config.num_layers}.cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.detr_encoder_config.hidden_size,detector_config.detr_encoder_config.hidden_size] b[detector_config.detr_encoder_config.hidden_size]
detector_model.detr_encoder.layers.{detector_config.detr_encoder_config.num_layers}.mlp.
  fc1 w[detector_config.detr_encoder_config.intermediate_size,detector_config.detr_encoder_config.hidden_size] b[detector_config.detr_encoder_config.intermediate_size]
  fc2 w[detector_config.detr_encoder_config.hidden_size,detector_config.detr_encoder_config.intermediate_size] b[detector_config.detr_encoder_config.hidden_size]
detector_model.detr_decoder.layers.{detector_config.detr_decoder_config.num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.layers.{detector_config.detr_decoder_config.num_layers}.
  self_attn_layer_norm|text_cross_attn_layer_norm|vision_cross_attn_layer_norm|mlp_layer_norm w[detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.layers.{detector_config.detr_decoder_config.num_layers}.text_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.layers.{detector_config.detr_decoder_config.num_layers}.vision_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.layers.{detector_config.detr_decoder_config.num_layers}.mlp.
  fc1 w[detector_config.detr_decoder_config.intermediate_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.intermediate_size]
  fc2 w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.intermediate_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.
  output_layer_norm|presence_layer_norm w[detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
  query_embed w[detector_config.detr_decoder_config.num_queries,detector_config.detr_decoder_config.hidden_size]
  reference_points w[detector_config.detr_decoder_config.num_queries,4]
  presence_token w[1,detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.box_head.
  layer1|layer2 w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
  layer3 w[4,detector_config.detr_decoder_config.hidden_size] b[4]
detector_model.detr_decoder.presence_head.
  layer1|layer2 w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
  layer3 w[1,detector_config.detr_decoder_config.hidden_size] b[1]
detector_model.detr_decoder.ref_point_head.
  layer1 w[detector_config.detr_decoder_config.hidden_size,2*detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
  layer2 w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.detr_decoder.box_rpb_embed_x.
  layer1 w[detector_config.detr_decoder_config.hidden_size,2] b[detector_config.detr_decoder_config.hidden_size]
  layer2 w[detector_config.detr_decoder_config.num_attention_heads,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.num_attention_heads]
detector_model.detr_decoder.box_rpb_embed_y.
  layer1 w[detector_config.detr_decoder_config.hidden_size,2] b[detector_config.detr_decoder_config.hidden_size]
  layer2 w[detector_config.detr_decoder_config.num_attention_heads,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.num_attention_heads]
detector_model.mask_decoder.pixel_decoder.conv_layers.{3}.
  . w[detector_config.mask_decoder_config.hidden_size,detector_config.mask_decoder_config.hidden_size,3,3] b[detector_config.mask_decoder_config.hidden_size]
detector_model.mask_decoder.pixel_decoder.norms.{3}.
  . w[detector_config.mask_decoder_config.hidden_size] b[detector_config.mask_decoder_config.hidden_size]
detector_model.mask_decoder.mask_embedder.layers.{3}.
  . w[detector_config.mask_decoder_config.hidden_size,detector_config.mask_decoder_config.hidden_size] b[detector_config.mask_decoder_config.hidden_size]
detector_model.mask_decoder.
  instance_projection w[detector_config.mask_decoder_config.hidden_size,detector_config.mask_decoder_config.hidden_size,1,1] b[detector_config.mask_decoder_config.hidden_size]
  semantic_projection w[1,detector_config.mask_decoder_config.hidden_size,1,1] b[1]
  prompt_cross_attn_norm w[detector_config.mask_decoder_config.hidden_size] b[detector_config.mask_decoder_config.hidden_size]
detector_model.mask_decoder.prompt_cross_attn.
  q_proj|k_proj|v_proj|o_proj w[detector_config.mask_decoder_config.hidden_size,detector_config.mask_decoder_config.hidden_size] b[detector_config.mask_decoder_config.hidden_size]
detector_model.dot_product_scoring.text_mlp.
  layer1 w[detector_config.detr_decoder_config.intermediate_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.intermediate_size]
  layer2 w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.intermediate_size] b[detector_config.detr_decoder_config.hidden_size]
detector_model.dot_product_scoring.
  text_mlp_out_norm w[detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
  text_proj|query_proj w[detector_config.detr_decoder_config.hidden_size,detector_config.detr_decoder_config.hidden_size] b[detector_config.detr_decoder_config.hidden_size]
tracker_neck.fpn_layers.0.scale_layers.
  0 w[detector_config.text_config.hidden_size,detector_config.text_config.projection_dim,2,2] b[detector_config.text_config.projection_dim]
  2 w[detector_config.text_config.projection_dim,tracker_config.prompt_encoder_config.hidden_size,2,2] b[tracker_config.prompt_encoder_config.hidden_size]
tracker_neck.fpn_layers.1.scale_layers.
  0 w[detector_config.text_config.hidden_size,detector_config.text_config.projection_dim,2,2] b[detector_config.text_config.projection_dim]
tracker_neck.fpn_layers.0.
  proj1 w[detector_config.vision_config.fpn_hidden_size,tracker_config.prompt_encoder_config.hidden_size,1,1]
tracker_neck.fpn_layers.1.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.projection_dim,1,1]
tracker_neck.fpn_layers.2.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.hidden_size,1,1]
tracker_neck.fpn_layers.3.
  proj1 w[detector_config.vision_config.fpn_hidden_size,detector_config.text_config.hidden_size,1,1]
tracker_neck.fpn_layers.{4}.
  proj1 b[detector_config.vision_config.fpn_hidden_size]
  proj2 w[detector_config.vision_config.fpn_hidden_size,detector_config.vision_config.fpn_hidden_size,3,3] b[detector_config.vision_config.fpn_hidden_size]
`,
);
