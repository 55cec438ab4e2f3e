import { layoutFamily } from '../../layout/declareLayout';
import { samLayers } from '../../layout/layers';

/** The tensors of `Sam2Model`. */
export const sam2 = layoutFamily(`
use vision_config.backbone_config: . > vision_encoder.backbone.
.
  no_memory_embedding [1,1,vision_config.fpn_hidden_size]
vision_encoder.neck.convs.<i:len(vision_config.backbone_config.blocks_per_stage)>.
  . w[vision_config.fpn_hidden_size,vision_config.backbone_channel_list[i],vision_config.fpn_kernel_size,vision_config.fpn_kernel_size]
vision_encoder.neck.convs.{4}.
  . b[vision_config.fpn_hidden_size]
prompt_encoder.mask_embed.
  conv1 w[4,1,2,2] b[4]
  conv2 w[prompt_encoder_config.mask_input_channels,4,2,2] b[prompt_encoder_config.mask_input_channels]
  conv3 w[prompt_encoder_config.hidden_size,prompt_encoder_config.mask_input_channels,1,1] b[prompt_encoder_config.hidden_size]
  layer_norm1 w[4] b[4]
  layer_norm2 w[prompt_encoder_config.mask_input_channels] b[prompt_encoder_config.mask_input_channels]
prompt_encoder.
  no_mask_embed|not_a_point_embed w[1,prompt_encoder_config.hidden_size]
  point_embed w[prompt_encoder_config.num_point_embeddings,prompt_encoder_config.hidden_size]
mask_decoder.
  iou_token|obj_score_token w[1,mask_decoder_config.hidden_size]
  mask_tokens w[4,mask_decoder_config.hidden_size]
  upscale_conv1 w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//4,2,2] b[mask_decoder_config.hidden_size//4]
  upscale_conv2 w[mask_decoder_config.hidden_size//4,mask_decoder_config.hidden_size//8,2,2] b[mask_decoder_config.hidden_size//8]
  upscale_layer_norm w[mask_decoder_config.hidden_size//4] b[mask_decoder_config.hidden_size//4]
  conv_s0 w[mask_decoder_config.hidden_size//8,mask_decoder_config.hidden_size,1,1] b[mask_decoder_config.hidden_size//8]
  conv_s1 w[mask_decoder_config.hidden_size//4,mask_decoder_config.hidden_size,1,1] b[mask_decoder_config.hidden_size//4]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.
  layer_norm1|layer_norm2|layer_norm3|layer_norm4 w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.cross_attn_token_to_image.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate]
  o_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.mlp.
  proj_in w[mask_decoder_config.mlp_dim,mask_decoder_config.hidden_size] b[mask_decoder_config.mlp_dim]
  proj_out w[mask_decoder_config.hidden_size,mask_decoder_config.mlp_dim] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.cross_attn_image_to_token.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate]
  o_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.final_attn_token_to_image.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate]
  o_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.
  layer_norm_final_attn w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
${samLayers('mask_decoder.output_hypernetworks_mlps.{4}.')}
mask_decoder.iou_prediction_head.
  proj_in w[mask_decoder_config.iou_head_hidden_dim,mask_decoder_config.hidden_size] b[mask_decoder_config.iou_head_hidden_dim]
  proj_out w[4,mask_decoder_config.iou_head_hidden_dim] b[4]
mask_decoder.iou_prediction_head.layers.{mask_decoder_config.iou_head_depth-2}.
  . w[mask_decoder_config.iou_head_hidden_dim,mask_decoder_config.iou_head_hidden_dim] b[mask_decoder_config.iou_head_hidden_dim]
mask_decoder.pred_obj_score_head.
  proj_in w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
  proj_out w[1,mask_decoder_config.hidden_size] b[1]
mask_decoder.pred_obj_score_head.layers.
  0 w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{3}.mlp.layers.
  0 w?mask_decoder_config.num_hidden_layers==vision_config.num_feature_levels[mask_decoder_config.mlp_dim,mask_decoder_config.mlp_dim] b?mask_decoder_config.num_hidden_layers==vision_config.num_feature_levels[mask_decoder_config.mlp_dim]
`);
