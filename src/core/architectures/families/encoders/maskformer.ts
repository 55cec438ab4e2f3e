import { layoutFamily } from '../../layout/declareLayout';

/** The tensors of `MaskFormerModel`. */
export const maskformer = layoutFamily(
  `
let stages = len(backbone_config.depths)
use backbone_config: . > pixel_level_module.encoder.model.
pixel_level_module.encoder.hidden_states_norms.<i:len(backbone_config.depths)>.
  . w[backbone_config.embed_dim*2**i] b[backbone_config.embed_dim*2**i]
pixel_level_module.decoder.fpn.stem.
  0 w[fpn_feature_size,backbone_config.embed_dim*2**(stages-1),3,3]
  1 w[fpn_feature_size] b[fpn_feature_size]
pixel_level_module.decoder.fpn.layers.<i:stages-1>.proj.
  0 w[fpn_feature_size,backbone_config.embed_dim*2**(stages-2-i),1,1]
  1 w[fpn_feature_size] b[fpn_feature_size]
pixel_level_module.decoder.fpn.layers.{stages-1}.block.
  0 w[fpn_feature_size,fpn_feature_size,3,3]
  1 w[fpn_feature_size] b[fpn_feature_size]
pixel_level_module.decoder.
  mask_projection w[mask_feature_size,fpn_feature_size,3,3] b[mask_feature_size]
transformer_module.
  queries_embedder w[decoder_config.num_queries,decoder_config.d_model]
  input_projection w[decoder_config.d_model,backbone_config.embed_dim*2**(stages-1),1,1] b[decoder_config.d_model]
transformer_module.decoder.layers.{decoder_config.decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|o_proj w[decoder_config.d_model,decoder_config.d_model] b[decoder_config.d_model]
transformer_module.decoder.layers.{decoder_config.decoder_layers}.
  self_attn_layer_norm|encoder_attn_layer_norm|final_layer_norm w[decoder_config.d_model] b[decoder_config.d_model]
transformer_module.decoder.layers.{decoder_config.decoder_layers}.encoder_attn.
  k_proj|v_proj|q_proj|o_proj w[decoder_config.d_model,decoder_config.d_model] b[decoder_config.d_model]
transformer_module.decoder.layers.{decoder_config.decoder_layers}.mlp.
  fc1 w[decoder_config.decoder_ffn_dim,decoder_config.d_model] b[decoder_config.decoder_ffn_dim]
  fc2 w[decoder_config.d_model,decoder_config.decoder_ffn_dim] b[decoder_config.d_model]
transformer_module.decoder.
  layernorm w[decoder_config.d_model] b[decoder_config.d_model]
`,
);
