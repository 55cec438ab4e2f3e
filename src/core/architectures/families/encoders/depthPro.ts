import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `DepthProModel`. */
export const depthPro = layoutFamily(`
use fov_model_config: . > encoder.image_encoder.model.
use image_model_config: . > encoder.patch_encoder.model.
neck.feature_upsample.image_block.layers.
  0 w[fov_model_config.hidden_size,scaled_images_feature_dims[0],2,2] b[scaled_images_feature_dims[0]]
neck.feature_upsample.scaled_images.<i:len(scaled_images_ratios)>.layers.
  0 w[scaled_images_feature_dims[i],patch_model_config.hidden_size,1,1]
  1 w[scaled_images_feature_dims[i],scaled_images_feature_dims[i],2,2]
neck.feature_upsample.intermediate.0.layers.
  0 w[fusion_hidden_size,patch_model_config.hidden_size,1,1]
  1 w[fusion_hidden_size,intermediate_feature_dims[0],2,2]
  2 w[intermediate_feature_dims[0],intermediate_feature_dims[0],2,2]
neck.feature_upsample.intermediate.1.layers.
  0 w[intermediate_feature_dims[1],patch_model_config.hidden_size,1,1]
neck.feature_upsample.intermediate.1.layers.{1..4}.
  . w[intermediate_feature_dims[1],intermediate_feature_dims[1],2,2]
neck.
  fuse_image_with_low_res w[scaled_images_feature_dims[0],2*scaled_images_feature_dims[0],1,1] b[scaled_images_feature_dims[0]]
neck.feature_projection.projections.
  0 w[fusion_hidden_size,scaled_images_feature_dims[0],3,3]
  1 w[fusion_hidden_size,scaled_images_feature_dims[1],3,3]
  2 w[fusion_hidden_size,scaled_images_feature_dims[2],3,3]
  3 w[fusion_hidden_size,intermediate_feature_dims[0],3,3]
encoder.patch_encoder.model.encoder.layer.{intermediate_hook_ids[0]+1}.mlp.
  gate_proj|up_proj w?patch_model_config.use_swiglu_ffn[8*fusion_hidden_size,3*fusion_hidden_size] b?patch_model_config.use_swiglu_ffn[8*fusion_hidden_size]
  down_proj w?patch_model_config.use_swiglu_ffn[3*fusion_hidden_size,8*fusion_hidden_size] b?patch_model_config.use_swiglu_ffn[3*fusion_hidden_size]
`);
