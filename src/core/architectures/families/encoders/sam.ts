import { layoutFamily } from '../../layout/declareLayout';
import { samLayers } from '../../layout/layers';

/** The tensors of `SamModel`. */
export const sam = layoutFamily(`
use vision_config: vision_encoder. > vision_encoder.; lm_head > lm_head
shared_image_embedding.
  positional_embedding [2,vision_config.num_pos_feats]
prompt_encoder.mask_embed.
  conv1 w[4,1,2,2] b[4]
  conv2 w[prompt_encoder_config.mask_input_channels,4,2,2] b[prompt_encoder_config.mask_input_channels]
  conv3 w[prompt_encoder_config.hidden_size,prompt_encoder_config.mask_input_channels,1,1] b[prompt_encoder_config.hidden_size]
  layer_norm1 w[4] b[4]
  layer_norm2 w[prompt_encoder_config.mask_input_channels] b[prompt_encoder_config.mask_input_channels]
prompt_encoder.
  no_mask_embed|not_a_point_embed w[1,prompt_encoder_config.hidden_size]
prompt_encoder.point_embed.{prompt_encoder_config.num_point_embeddings}.
  . w[1,prompt_encoder_config.hidden_size]
mask_decoder.
  iou_token w[1,mask_decoder_config.hidden_size]
  mask_tokens w[4,mask_decoder_config.hidden_size]
  upscale_conv1 w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//4,2,2] b[mask_decoder_config.hidden_size//4]
  upscale_conv2 w[mask_decoder_config.hidden_size//4,mask_decoder_config.hidden_size//8,2,2] b[mask_decoder_config.hidden_size//8]
  upscale_layer_norm w[mask_decoder_config.hidden_size//4] b[mask_decoder_config.hidden_size//4]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.self_attn.
  q_proj|k_proj|v_proj|out_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.
  layer_norm1|layer_norm2|layer_norm3|layer_norm4 w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.cross_attn_token_to_image.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//2,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//2]
  out_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//2] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.mlp.
  lin1 w[mask_decoder_config.mlp_dim,mask_decoder_config.hidden_size] b[mask_decoder_config.mlp_dim]
  lin2 w[mask_decoder_config.hidden_size,mask_decoder_config.mlp_dim] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.layers.{mask_decoder_config.num_hidden_layers}.cross_attn_image_to_token.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//2,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//2]
  out_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//2] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.final_attn_token_to_image.
  q_proj|k_proj|v_proj w[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate,mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate]
  out_proj w[mask_decoder_config.hidden_size,mask_decoder_config.hidden_size//mask_decoder_config.attention_downsample_rate] b[mask_decoder_config.hidden_size]
mask_decoder.transformer.
  layer_norm_final_attn w[mask_decoder_config.hidden_size] b[mask_decoder_config.hidden_size]
${samLayers('mask_decoder.output_hypernetworks_mlps.{4}.')}
mask_decoder.iou_prediction_head.
  proj_in w[mask_decoder_config.iou_head_hidden_dim,mask_decoder_config.hidden_size] b[mask_decoder_config.iou_head_hidden_dim]
  proj_out w[4,mask_decoder_config.iou_head_hidden_dim] b[4]
mask_decoder.iou_prediction_head.layers.{mask_decoder_config.iou_head_depth-2}.
  . w[mask_decoder_config.iou_head_hidden_dim,mask_decoder_config.iou_head_hidden_dim] b[mask_decoder_config.iou_head_hidden_dim]
prompt_encoder.shared_embedding.
  positional_embedding ?!tie_word_embeddings[2,prompt_encoder_config.hidden_size//2]
`);
