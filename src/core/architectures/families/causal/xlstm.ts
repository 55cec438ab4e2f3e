import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { causalDecoder, preNorm } from '../../parts/decoder';
import { gatedMlp, packedGatedMlp } from '../../parts/mlp';
import { linearAttention, pastState } from '../../parts/stateSpace';

/** The matrix memory: linear attention with gates per head, its normaliser and the largest gate seen. */
function memory(b: Builder, x: number): number {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const heads = c.int('num_heads');
  const bias = c.bool('use_bias');
  const keys = Math.trunc(hidden * c.number('qk_dim_factor', 0.5));
  const values = Math.trunc(hidden * c.number('v_dim_factor', 1));
  const fused = c.string('weight_mode') === 'fused';
  const widths = [keys, keys, values, values] as const;
  const [q, k, v, gate] = (
    fused
      ? b.split(b.linear(x, 'qkv_opreact', 2 * keys + 2 * values, { bias }), widths)
      : ['q', 'k', 'v', 'ogate_preact'].map((name, i) => b.linear(x, name, widths[i]!, { bias }))
  ) as [number, number, number, number];
  const gates = fused
    ? [b.linear(x, 'ifgate_preact', 2 * heads, { bias: true })]
    : ['igate_preact', 'fgate_preact'].map((name) => b.linear(x, name, heads, { bias: true }));
  const per = (width: number) => (heads > 0 ? Math.floor(width / heads) : 0);
  pastState(b, [BATCH, heads, per(keys)], 'normaliser');
  pastState(b, [BATCH, heads, 1], 'largest_gate');
  const sizes = { keyHeads: heads, valueHeads: heads, keyDim: per(keys), valueDim: per(values) };
  const y = linearAttention(b, q, k, v, { ...sizes, rule: 'mlstm', chunk: c.int('chunk_size', 64) }, gates);
  const normed = b.norm(y, 'multihead_norm', 'layer', bias);
  return b.linear(b.mul(b.op('Sigmoid', [gate], b.shapeOf(gate)), normed), 'out_proj', hidden, { bias });
}

/** xLSTM: layers of a matrix memory and a gated MLP. */
export function xlstm(b: Builder): void {
  const { c } = b;
  const hidden = c.int('hidden_size');
  const bias = c.bool('use_bias');
  const unit = Math.max(1, c.int('ffn_round_up_to_multiple_of', 64));
  const inner = unit * Math.floor((hidden * c.number('ffn_proj_factor', 2.667) + unit - 1) / unit);
  const mlp = (x: number) =>
    c.string('weight_mode') === 'fused'
      ? packedGatedMlp(b, x, inner, 'silu', { bias }, ['proj_up_gate_z', 'proj_down'])
      : gatedMlp(b, x, inner, 'silu', { bias }, ['proj_up_gate', 'proj_up', 'proj_down']);
  causalDecoder(b, {
    trunk: 'backbone',
    embed: 'embeddings',
    layers: 'blocks',
    norm: c.bool('add_out_norm', true) ? 'out_norm' : '',
    tied: false,
    layerCount: c.int('num_hidden_layers', c.int('num_blocks', 0)),
    layer: (x) => {
      const h = preNorm(b, x, 'norm_mlstm', (n) => b.scope('mlstm_layer', () => memory(b, n)), 'rms', bias);
      return preNorm(b, h, 'norm_ffn', (n) => b.scope('ffn', () => mlp(n)), 'rms', bias);
    },
  });
}
