import { layoutFamily } from '../../layout/declareLayout';
import { edgetamVideoLayers } from '../../layout/layers';

/** The tensors of `Sam2VideoModel`. */
export const sam2Video = layoutFamily(`
use vision_config.backbone_config: . > vision_encoder.backbone.
.
  no_memory_embedding|no_memory_positional_encoding [1,1,memory_fuser_embed_dim]
  memory_temporal_positional_encoding [num_maskmem,1,1,memory_encoder_output_channels]
  no_object_pointer [1,memory_fuser_embed_dim]
  occlusion_spatial_embedding_parameter [1,memory_encoder_output_channels]
  mask_downsample w[1,1,memory_attention_num_layers,memory_attention_num_layers] b[1]
  temporal_positional_encoding_projection_layer w[memory_encoder_output_channels,memory_fuser_embed_dim] b[memory_encoder_output_channels]
vision_encoder.neck.convs.<i:len(vision_config.backbone_config.blocks_per_stage)>.
  . w[prompt_encoder_config.hidden_size,vision_config.backbone_channel_list[i],1,1]
vision_encoder.neck.convs.{prompt_encoder_config.num_point_embeddings}.
  . b[prompt_encoder_config.hidden_size]
prompt_encoder.mask_embed.
  conv1 w[prompt_encoder_config.num_point_embeddings,1,2,2] b[prompt_encoder_config.num_point_embeddings]
  conv2 w[prompt_encoder_config.patch_size,prompt_encoder_config.num_point_embeddings,2,2] b[prompt_encoder_config.patch_size]
  conv3 w[prompt_encoder_config.hidden_size,prompt_encoder_config.patch_size,1,1] b[prompt_encoder_config.hidden_size]
  layer_norm1 w[prompt_encoder_config.num_point_embeddings] b[prompt_encoder_config.num_point_embeddings]
  layer_norm2 w[prompt_encoder_config.patch_size] b[prompt_encoder_config.patch_size]
prompt_encoder.
  no_mask_embed|not_a_point_embed w[1,prompt_encoder_config.hidden_size]
  point_embed w[prompt_encoder_config.num_point_embeddings,prompt_encoder_config.hidden_size]
mask_decoder.
  iou_token|obj_score_token w[1,memory_fuser_embed_dim]
  mask_tokens w[memory_attention_num_layers,memory_fuser_embed_dim]
  upscale_conv1 w[memory_fuser_embed_dim,memory_encoder_output_channels,2,2] b[memory_encoder_output_channels]
  upscale_conv2 w[memory_encoder_output_channels,memory_encoder_output_channels//2,2,2] b[memory_encoder_output_channels//2]
  upscale_layer_norm w[memory_encoder_output_channels] b[memory_encoder_output_channels]
  conv_s0 w[memory_encoder_output_channels//2,memory_fuser_embed_dim,1,1] b[memory_encoder_output_channels//2]
  conv_s1 w[memory_encoder_output_channels,memory_fuser_embed_dim,1,1] b[memory_encoder_output_channels]
mask_decoder.transformer.layers.{2}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
mask_decoder.transformer.layers.{2}.
  layer_norm1|layer_norm2|layer_norm3|layer_norm4 w[memory_fuser_embed_dim] b[memory_fuser_embed_dim]
mask_decoder.transformer.layers.{2}.cross_attn_token_to_image.
  q_proj|k_proj|v_proj w[2*memory_encoder_output_channels,memory_fuser_embed_dim] b[2*memory_encoder_output_channels]
  o_proj w[memory_fuser_embed_dim,2*memory_encoder_output_channels] b[memory_fuser_embed_dim]
mask_decoder.transformer.layers.{2}.mlp.
  proj_in w[memory_attention_feed_forward_hidden_size,memory_fuser_embed_dim] b[memory_attention_feed_forward_hidden_size]
  proj_out w[memory_fuser_embed_dim,memory_attention_feed_forward_hidden_size] b[memory_fuser_embed_dim]
mask_decoder.transformer.layers.{2}.cross_attn_image_to_token.
  q_proj|k_proj|v_proj w[2*memory_encoder_output_channels,memory_fuser_embed_dim] b[2*memory_encoder_output_channels]
  o_proj w[memory_fuser_embed_dim,2*memory_encoder_output_channels] b[memory_fuser_embed_dim]
mask_decoder.transformer.final_attn_token_to_image.
  q_proj|k_proj|v_proj w[2*memory_encoder_output_channels,memory_fuser_embed_dim] b[2*memory_encoder_output_channels]
  o_proj w[memory_fuser_embed_dim,2*memory_encoder_output_channels] b[memory_fuser_embed_dim]
mask_decoder.transformer.
  layer_norm_final_attn w[memory_fuser_embed_dim] b[memory_fuser_embed_dim]
mask_decoder.output_hypernetworks_mlps.{memory_attention_num_layers}.
  proj_in w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
  proj_out w[memory_encoder_output_channels//2,memory_fuser_embed_dim] b[memory_encoder_output_channels//2]
mask_decoder.output_hypernetworks_mlps.{memory_attention_num_layers}.layers.
  0 w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
mask_decoder.iou_prediction_head.
  proj_in w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
  proj_out w[memory_attention_num_layers,memory_fuser_embed_dim] b[memory_attention_num_layers]
mask_decoder.iou_prediction_head.layers.
  0 w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
mask_decoder.pred_obj_score_head.
  proj_in w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
  proj_out w[1,memory_fuser_embed_dim] b[1]
mask_decoder.pred_obj_score_head.layers.
  0 w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
memory_attention.layers.{memory_attention_num_layers}.self_attn.
  q_proj|k_proj|v_proj|o_proj w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
memory_attention.layers.{memory_attention_num_layers}.cross_attn_image.
  q_proj|o_proj w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
  k_proj|v_proj w[memory_fuser_embed_dim,memory_encoder_output_channels] b[memory_fuser_embed_dim]
memory_attention.layers.{memory_attention_num_layers}.
  linear1 w[memory_attention_feed_forward_hidden_size,memory_fuser_embed_dim] b[memory_attention_feed_forward_hidden_size]
  linear2 w[memory_fuser_embed_dim,memory_attention_feed_forward_hidden_size] b[memory_fuser_embed_dim]
  layer_norm1|layer_norm2|layer_norm3 w[memory_fuser_embed_dim] b[memory_fuser_embed_dim]
memory_attention.
  layer_norm w[memory_fuser_embed_dim] b[memory_fuser_embed_dim]
memory_encoder.mask_downsampler.layers.0.
  conv w[prompt_encoder_config.num_point_embeddings,1,memory_fuser_padding,memory_fuser_padding] b[prompt_encoder_config.num_point_embeddings]
  layer_norm w[prompt_encoder_config.num_point_embeddings] b[prompt_encoder_config.num_point_embeddings]
memory_encoder.mask_downsampler.layers.1.
  conv w[prompt_encoder_config.patch_size,prompt_encoder_config.num_point_embeddings,memory_fuser_padding,memory_fuser_padding] b[prompt_encoder_config.patch_size]
  layer_norm w[prompt_encoder_config.patch_size] b[prompt_encoder_config.patch_size]
memory_encoder.mask_downsampler.layers.2.
  conv w[memory_encoder_output_channels,prompt_encoder_config.patch_size,memory_fuser_padding,memory_fuser_padding] b[memory_encoder_output_channels]
  layer_norm w[memory_encoder_output_channels] b[memory_encoder_output_channels]
memory_encoder.mask_downsampler.layers.3.
  conv w[prompt_encoder_config.hidden_size,memory_encoder_output_channels,memory_fuser_padding,memory_fuser_padding] b[prompt_encoder_config.hidden_size]
  layer_norm w[prompt_encoder_config.hidden_size] b[prompt_encoder_config.hidden_size]
memory_encoder.mask_downsampler.
  final_conv w[prompt_encoder_config.hidden_size,prompt_encoder_config.hidden_size,1,1] b[prompt_encoder_config.hidden_size]
memory_encoder.
  feature_projection w[prompt_encoder_config.hidden_size,prompt_encoder_config.hidden_size,1,1] b[prompt_encoder_config.hidden_size]
  projection w[memory_encoder_output_channels,prompt_encoder_config.hidden_size,1,1] b[memory_encoder_output_channels]
${edgetamVideoLayers('memory_encoder.memory_fuser.layers.{2}.')}
object_pointer_proj.
  proj_in|proj_out w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
object_pointer_proj.layers.
  0 w[memory_fuser_embed_dim,memory_fuser_embed_dim] b[memory_fuser_embed_dim]
`);
