/** RT-DETR, its second version and D-FINE: a backbone, an encoder over three sizes of features, a decoder of boxes. */
import type { Builder } from '../../builder';
import { childConfig } from '../../layout/childConfig';
import { layoutFamily } from '../../layout/declareLayout';
import { hgnet, rtResnet } from './detrBackbones';

/** The backbone under its prefix, with its norms frozen unless the config says otherwise. */
function backbone(b: Builder): void {
  const child = childConfig(b.c, 'backbone_config');
  const frozen = b.c.bool('freeze_backbone_batch_norms', true);
  const made = { hgnet_v2: hgnet, rt_detr_resnet: rtResnet }[child.modelType];
  if (!made) {
    const message = `The backbone is of type \`${child.modelType}\`, which is not known here; it is not counted.`;
    b.c.report('warning', 'config.unknown-part', 'backbone_config', message);
    b.estimated = true;
    return;
  }
  b.scope('backbone.model', () => b.withReader(child, () => made(b, frozen)));
}

/** A convolution and a norm over the batch, under `conv` and `norm`. */
function pair(at: string, out: string, from: string, kernel: number): string {
  return `${at}
  conv w[${out},${from},${kernel},${kernel}]
  norm w[${out}] b[${out}]`;
}

/** What all share: projections of the features, attention over the coarsest, the two-way pyramid, heads for the first boxes. */
function shared(
  mlp: readonly [up: string, down: string],
  block: (at: string) => string,
  down: string,
): string {
  const layer = 'encoder.aifi.{len(encode_proj_layers)}.layers.{encoder_layers}.';
  return `
let dim = encoder_hidden_dim
let levels = len(encoder_in_channels)
let points = decoder_attention_heads*num_feature_levels*decoder_n_points
encoder_input_proj.<i:levels>.
  0 w[dim,backbone_config.hidden_sizes[i-levels],1,1]
  1 w[dim] b[dim]
${layer}self_attn.
  k_proj|v_proj|q_proj|o_proj w[dim,dim] b[dim]
${layer}
  self_attn_layer_norm|final_layer_norm w[dim] b[dim]
${layer}mlp.
  ${mlp[0]} w[encoder_ffn_dim,dim] b[encoder_ffn_dim]
  ${mlp[1]} w[dim,encoder_ffn_dim] b[dim]
${pair('encoder.lateral_convs.{levels-1}.', 'dim', 'dim', 1)}
${block('encoder.fpn_blocks.{levels-1}.')}
${down}
${block('encoder.pan_blocks.{levels-1}.')}
.
  denoising_class_embed w?num_denoising[num_labels+1,d_model]
  enc_score_head w[num_labels,d_model] b[num_labels]
enc_output.
  0 w[d_model,d_model] b[d_model]
  1 w[d_model] b[d_model]
enc_bbox_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
weight_embedding. ?learn_initial_query
  . w[num_queries,d_model]
decoder.layers.{decoder_layers}.self_attn.
  k_proj|v_proj|q_proj|o_proj w[d_model,d_model] b[d_model]
decoder.layers.{decoder_layers}.
  self_attn_layer_norm|final_layer_norm w[d_model] b[d_model]
decoder.layers.{decoder_layers}.encoder_attn.
  sampling_offsets w[2*points,d_model] b[2*points]
  attention_weights w[points,d_model] b[points]
decoder.layers.{decoder_layers}.mlp.
  ${mlp[0]} w[decoder_ffn_dim,d_model] b[decoder_ffn_dim]
  ${mlp[1]} w[d_model,decoder_ffn_dim] b[d_model]
decoder.query_pos_head.layers.
  0 w[2*d_model,4] b[2*d_model]
  1 w[d_model,2*d_model] b[d_model]
`;
}

/** RT-DETR's block: two halves, one of them through three pairs of convolutions. */
const csp = (at: string) => `
${pair(`${at}conv1.`, 'int(dim*hidden_expansion)', '2*dim', 1)}
${pair(`${at}conv2.`, 'int(dim*hidden_expansion)', '2*dim', 1)}
${pair(`${at}bottlenecks.{3}.conv1.`, 'int(dim*hidden_expansion)', 'int(dim*hidden_expansion)', 3)}
${pair(`${at}bottlenecks.{3}.conv2.`, 'int(dim*hidden_expansion)', 'int(dim*hidden_expansion)', 1)}
${at}conv3. ?int(dim*hidden_expansion)!=dim
  conv w[dim,int(dim*hidden_expansion),1,1]
  norm w[dim] b[dim]`;

const rtDetrLayout = layoutFamily(`
${shared(['fc1', 'fc2'], csp, pair('encoder.downsample_convs.{levels-1}.', 'dim', 'dim', 3))}
decoder_input_proj.<i:len(decoder_in_channels)>.
  0 w[d_model,decoder_in_channels[i],1,1]
  1 w[d_model] b[d_model]
decoder.layers.{decoder_layers}.
  encoder_attn_layer_norm w[d_model] b[d_model]
decoder.layers.{decoder_layers}.encoder_attn.
  value_proj|output_proj w[d_model,d_model] b[d_model]
`);

/** One half of D-FINE's block. */
const half = (at: string, from: string) => `
${pair(`${at}conv1.`, 'half', from, 1)}
${pair(`${at}conv2.`, 'half', from, 1)}
${pair(`${at}bottlenecks.{int(3*depth_mult+0.5)}.conv1.`, 'half', 'half', 3)}
${pair(`${at}bottlenecks.{int(3*depth_mult+0.5)}.conv2.`, 'half', 'half', 1)}`;

/** D-FINE's block: the input, two refined halves, all put together. */
const elan = (at: string) => `
let half = int(hidden_expansion*dim//2)
${pair(`${at}conv1.`, '2*dim', '2*dim', 1)}
${half(`${at}csp_rep1.`, 'dim')}
${pair(`${at}conv2.`, 'half', 'half', 3)}
${half(`${at}csp_rep2.`, 'half')}
${pair(`${at}conv3.`, 'half', 'half', 3)}
${pair(`${at}conv4.`, 'dim', '2*dim+2*half', 1)}`;

const scaled = `
${pair('encoder.downsample_convs.{levels-1}.conv1.', 'dim', 'dim', 1)}
${pair('encoder.downsample_convs.{levels-1}.conv2.', 'dim', '1', 3)}`;

const dFineLayout = layoutFamily(`
${shared(['layers.0', 'layers.1'], elan, scaled)}
decoder_input_proj.<i:len(decoder_in_channels)>. ?decoder_in_channels[i]!=d_model
  0 w[d_model,decoder_in_channels[i],1,1]
  1 w[d_model] b[d_model]
decoder.
  reg_scale|up [1]
decoder.layers.{decoder_layers}.gateway.
  gate w[2*d_model,2*d_model] b[2*d_model]
  norm w[d_model] b[d_model]
decoder.pre_bbox_head.layers.
  0|1 w[d_model,d_model] b[d_model]
  2 w[4,d_model] b[4]
decoder.lqe_layers.{decoder_layers}.reg_conf.layers.0.
  . w[(lqe_layers>1?lqe_hidden_dim:1),4*(top_prob_values+1)] b[(lqe_layers>1?lqe_hidden_dim:1)]
decoder.lqe_layers.{decoder_layers}.reg_conf.layers.{1..lqe_layers-1}.
  . w[lqe_hidden_dim,lqe_hidden_dim] b[lqe_hidden_dim]
decoder.lqe_layers.{decoder_layers}.reg_conf.layers.<i:lqe_layers-1..lqe_layers>. ?lqe_layers>1
  . w[1,lqe_hidden_dim] b[1]
`);

function rtDetr(b: Builder): void {
  backbone(b);
  rtDetrLayout(b);
}

export const detrFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  rt_detr: rtDetr,
  rt_detr_v2: rtDetr,
  d_fine: (b) => {
    backbone(b);
    dFineLayout(b);
  },
};
