/** Mask2Former and OneFormer: a backbone, a pixel decoder with deformable attention, queries that become masks. */
import { layoutFamily } from '../../layout/declareLayout';

/** Keys of the widths by which the two call their parts. */
interface Keys {
  /** Width of the pixel decoder's features, and of the masks' embedding. */
  readonly features: string;
  readonly masks: string;
}

/** Three levels of the backbone's features, the coarsest first, between deformable layers; one finer level by convolution. */
function pixelDecoder({ features, masks }: Keys): string {
  const at = 'pixel_level_module.decoder.';
  const layer = `${at}encoder.layers.{encoder_layers}.`;
  return `
let stages = len(backbone_config.depths)
let side = num_attention_heads*3*4
use backbone_config: . > pixel_level_module.encoder.swin.
pixel_level_module.encoder.hidden_states_norms.stage<i:1..stages+1>.
  . w[backbone_config.embed_dim*2**(i-1)] b[backbone_config.embed_dim*2**(i-1)]
${at}
  level_embed [3,${features}]
  mask_projection w[${masks},${features},1,1] b[${masks}]
${at}input_projections.<i:3>.
  0 w[${features},backbone_config.embed_dim*2**(stages-1-i),1,1] b[${features}]
  1 w[${features}] b[${features}]
${layer}self_attn.
  sampling_offsets w[2*side,${features}] b[2*side]
  attention_weights w[side,${features}] b[side]
  value_proj|output_proj w[${features},${features}] b[${features}]
${layer}
  self_attn_layer_norm|final_layer_norm w[${features}] b[${features}]
  fc1 w[encoder_feedforward_dim,${features}] b[encoder_feedforward_dim]
  fc2 w[${features},encoder_feedforward_dim] b[${features}]
${at}adapter_1.
  0 w[${features},backbone_config.embed_dim,1,1]
  1 w[${features}] b[${features}]
${at}layer_1.
  0 w[${features},${features},3,3]
  1 w[${features}] b[${features}]
transformer_module.
  queries_embedder w[num_queries,hidden_dim]
transformer_module.level_embed.
  . w[3,hidden_dim]
`;
}

const KEYS = { features: 'feature_size', masks: 'mask_feature_size' };
const LAYER = 'transformer_module.decoder.layers.{decoder_layers-1}.';

export const mask2former = layoutFamily(`${pixelDecoder(KEYS)}
transformer_module.
  queries_features w[num_queries,hidden_dim]
transformer_module.input_projections.{3}. ?enforce_input_projection
  . w[hidden_dim,feature_size,1,1] b[hidden_dim]
${LAYER}self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
${LAYER}cross_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
${LAYER}
  self_attn_layer_norm|cross_attn_layer_norm|final_layer_norm w[hidden_dim] b[hidden_dim]
  fc1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  fc2 w[hidden_dim,dim_feedforward] b[hidden_dim]
transformer_module.decoder.
  layernorm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_predictor.mask_embedder.{2}.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_predictor.mask_embedder.2.
  0 w[mask_feature_size,hidden_dim] b[mask_feature_size]
`);

const QUERY = 'transformer_module.decoder.query_transformer.decoder.';

export const oneformer = layoutFamily(`${pixelDecoder({ features: 'conv_dim', masks: 'mask_dim' })}
${['self_attn', 'multihead_attn']
  .map(
    (name) => `${QUERY}layers.{query_dec_layers}.${name}.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]`,
  )
  .join('\n')}
${QUERY}layers.{query_dec_layers}.
  linear1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  linear2 w[hidden_dim,dim_feedforward] b[hidden_dim]
  norm1|norm2|norm3 w[hidden_dim] b[hidden_dim]
${QUERY}
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.
  decoder_norm w[hidden_dim] b[hidden_dim]
  query_input_projection w[hidden_dim,conv_dim,1,1] b[hidden_dim]
  class_embed w[num_labels+1,hidden_dim] b[num_labels+1]
${LAYER}cross_attn.multihead_attn.
  in_proj_weight [3*hidden_dim,hidden_dim]
  in_proj_bias [3*hidden_dim]
  out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
${LAYER}self_attn.self_attn.
  k_proj|v_proj|q_proj|out_proj w[hidden_dim,hidden_dim] b[hidden_dim]
${LAYER}cross_attn.
  norm w[hidden_dim] b[hidden_dim]
${LAYER}self_attn.
  norm w[hidden_dim] b[hidden_dim]
${LAYER}ffn.
  linear1 w[dim_feedforward,hidden_dim] b[dim_feedforward]
  linear2 w[hidden_dim,dim_feedforward] b[hidden_dim]
  norm w[hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_embed.layers.{2}.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
transformer_module.decoder.mask_embed.layers.2.
  0 w[mask_dim,hidden_dim] b[mask_dim]
task_encoder.task_mlp.layers.0.
  0 w[hidden_dim,task_seq_len] b[hidden_dim]
task_encoder.task_mlp.layers.1.
  0 w[hidden_dim,hidden_dim] b[hidden_dim]
`);

export const maskTransformers = { mask2former, oneformer };
