import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `PatchTSMixerModel`. */
export const patchtsmixer = layoutFamily(`
encoder.
  patcher w[d_model,patch_length] b[d_model]
encoder.mlp_mixer_encoder.mixers.{num_layers}.patch_mixer.norm.
  norm w[d_model] b[d_model]
encoder.mlp_mixer_encoder.mixers.{num_layers}.patch_mixer.mlp.
  fc1 w[expansion_factor*num_patches,num_patches] b[expansion_factor*num_patches]
  fc2 w[num_patches,expansion_factor*num_patches] b[num_patches]
encoder.mlp_mixer_encoder.mixers.{num_layers}.patch_mixer.gating_block.
  attn_layer w?gated_attn[num_patches,num_patches] b?gated_attn[num_patches]
encoder.mlp_mixer_encoder.mixers.{num_layers}.feature_mixer.norm.
  norm w[d_model] b[d_model]
encoder.mlp_mixer_encoder.mixers.{num_layers}.feature_mixer.mlp.
  fc1 w[d_model*expansion_factor,d_model] b[d_model*expansion_factor]
  fc2 w[d_model,d_model*expansion_factor] b[d_model]
encoder.mlp_mixer_encoder.mixers.{num_layers}.feature_mixer.gating_block.
  attn_layer w?gated_attn[d_model,d_model] b?gated_attn[d_model]
encoder.mlp_mixer_encoder.mixers.{3}.patch_mixer.self_attn_layer.
  k_proj|v_proj|q_proj|out_proj w?self_attn[d_model,d_model] b?self_attn[d_model]
encoder.mlp_mixer_encoder.mixers.{3}.patch_mixer.norm_attn.
  norm w?self_attn[d_model] b?self_attn[d_model]
encoder.positional_encoder.
  position_enc ?use_positional_encoding[num_patches,d_model]
`);
