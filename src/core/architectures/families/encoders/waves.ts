/** wav2vec 2.0 and its relatives: convolutions over the wave itself, then a transformer. */
import { add, floorDivide } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import { BATCH, SAMPLES } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { selfAttention } from '../../parts/attention';
import { decoderLayer } from '../../parts/decoder';
import { layersByKind } from '../../parts/layers';
import { plainMlp } from '../../parts/mlp';
import { headWidth } from '../../parts/sizes';

/** How the relatives differ. */
interface WaveSpec {
  /** Norms after all convolutions, whatever the config says. */
  readonly allNorms?: boolean;
  /** Positions by several plain convolutions instead of one with a normed weight. */
  readonly stacked?: boolean;
  /** Gated biases of relative positions (WavLM). */
  readonly gated?: boolean;
}

/** A convolution along the last axis of x [batch, channels, length]. */
function conv1d(
  b: Builder,
  x: number,
  weight: number,
  bias: number | undefined,
  o: { readonly stride?: number; readonly pad?: number; readonly groups?: number },
): number {
  const { stride = 1, pad = 0, groups = 1 } = o;
  const [out, , kernel] = b.shapeOf(weight) as [number, number, number];
  const [batch, , length] = b.shapeOf(x) as [Dimension, number, Dimension];
  const reached = add(floorDivide(add(length, 2 * pad - kernel), Math.max(1, stride)), 1);
  const attributes = { group: groups, kernel_shape: [kernel], strides: [stride], pads: [pad, pad] };
  const inputs = bias === undefined ? [x, weight] : [x, weight, bias];
  return b.op('Conv', inputs, [batch, out, reached], attributes);
}

/** [batch, a, b] with the last two exchanged. */
function turned(b: Builder, x: number): number {
  const [batch, rows, columns] = b.shapeOf(x) as [Dimension, Dimension, Dimension];
  return b.op('Transpose', [x], [batch, columns, rows], { perm: [0, 2, 1] });
}

/** From samples to frames, each layer a convolution with its norm where it has one. */
function features(b: Builder, s: WaveSpec): number {
  const { c } = b;
  const dims = c.ints('conv_dim') ?? [];
  const kernels = c.ints('conv_kernel') ?? [];
  const strides = c.ints('conv_stride') ?? [];
  const every = (s.allNorms ?? false) || c.string('feat_extract_norm', 'group') === 'layer';
  const act = c.string('feat_extract_activation', 'gelu');
  let x = b.reshape(b.input('input_values', [BATCH, SAMPLES]), [BATCH, 1, SAMPLES]);
  dims.forEach((out, i) => {
    x = b.scope(`feature_extractor.conv_layers.${i}`, () => {
      const weight = b.param('conv.weight', [out, i === 0 ? 1 : dims[i - 1]!, kernels[i] ?? 1]);
      const bias = c.bool('conv_bias') ? b.param('conv.bias', [out]) : undefined;
      const y = conv1d(b, x, weight, bias, { stride: strides[i] ?? 1 });
      if (!every && i > 0) return b.activate(y, act);
      return b.activate(turned(b, b.norm(turned(b, y), 'layer_norm', 'layer')), act);
    });
  });
  return turned(b, x);
}

/** Positions by a grouped convolution over the frames, whose weight is a direction and a length. */
function positioned(b: Builder, x: number, s: WaveSpec): number {
  const { c } = b;
  const [width, groups] = [b.widthOf(x), Math.max(1, c.int('num_conv_pos_embedding_groups', 16))];
  const inner = Math.floor(width / groups);
  const act = c.string('feat_extract_activation', 'gelu');
  return b.scope('pos_conv_embed', () => {
    if (s.stacked) {
      const kernel = c.int('conv_pos_kernel_size', 19);
      let y = turned(b, x);
      b.repeat('layers', c.int('num_conv_pos_embeddings', 5), () => {
        const weight = b.param('conv.weight', [width, inner, kernel]);
        const how = { groups, pad: Math.floor(kernel / 2) };
        y = b.activate(conv1d(b, y, weight, b.param('conv.bias', [width]), how), act);
      });
      return b.add(x, turned(b, y));
    }
    const kernel = c.int('num_conv_pos_embeddings', 128);
    const plain = c.bool('conv_pos_batch_norm');
    if (!plain) b.weight('conv.parametrizations.weight.original0', [1, 1, kernel]);
    const name = plain ? 'conv.weight' : 'conv.parametrizations.weight.original1';
    const weight = b.param(name, [width, inner, kernel]);
    if (plain) for (const part of ['weight', 'bias']) b.weight(`batch_norm.${part}`, [width]);
    const how = { groups, pad: Math.floor(kernel / 2) };
    const y = conv1d(b, turned(b, x), weight, b.param('conv.bias', [width]), how);
    return b.add(x, b.activate(b.op('Slice', [turned(b, y)], b.shapeOf(x)), act));
  });
}

/** Hidden states [batch, frames, hidden]; names are relative to the current scope. The frames' features come second. */
export function wave(b: Builder, s: WaveSpec = {}): readonly [states: number, features: number] {
  const { c } = b;
  const [hidden, heads] = [c.int('hidden_size'), c.int('num_attention_heads')];
  if (c.number('mask_time_prob', 0.05) > 0 || c.number('mask_feature_prob', 0) > 0)
    b.weight('masked_spec_embed', [hidden]);
  const frames = features(b, s);
  const [extracted, projected] = b.scope('feature_projection', () => {
    const n = c.bool('feat_proj_layer_norm', true) ? b.norm(frames, 'layer_norm', 'layer') : frames;
    return [n, b.linear(n, 'projection', hidden, { bias: true })];
  }) as [number, number];
  const headDim = headWidth(c, heads, hidden);
  const attention = {
    ...{ heads, kvHeads: heads, headDim, causal: false, rotary: 0, bias: true, outBias: true },
    names: ['q_proj', 'k_proj', 'v_proj', 'out_proj'],
  } as const;
  const act = c.string('hidden_act', 'gelu');
  let x = b.scope('encoder', () => {
    let h = b.norm(positioned(b, projected, s), 'layer_norm', 'layer');
    const kind = (i: number) => String(s.gated === true && i === 0);
    layersByKind(b, 'layers', c.int('num_hidden_layers'), kind, (i) => {
      h = decoderLayer(b, h, 0, {
        before: ['layer_norm', 'final_layer_norm'],
        kind: 'layer',
        scopes: ['attention', 'feed_forward'],
        attention: (n) => {
          if (s.gated) gates(b, n, heads, headDim, i === 0);
          return selfAttention(b, n, attention);
        },
        mlp: (n) =>
          plainMlp(b, n, c.int('intermediate_size'), act, { bias: true }, [
            'intermediate_dense',
            'output_dense',
          ]),
      });
      if (c.bool('do_stable_layer_norm') && c.has('adapter_attn_dim')) h = adapted(b, h);
    });
    return h;
  });
  if (c.bool('add_adapter')) x = shortened(b, x);
  Object.assign(b.facts, { task: 'encoder', hiddenSize: hidden, layers: c.int('num_hidden_layers') });
  return [x, extracted];
}

/** WavLM: how far relative positions count follows from each head's states. */
function gates(b: Builder, x: number, heads: number, headDim: number, first: boolean): void {
  const [batch, frames] = b.shapeOf(x) as [Dimension, Dimension];
  b.weight('gru_rel_pos_const', [1, heads, 1, 1]);
  b.linear(b.reshape(x, [batch, heads, frames, headDim]), 'gru_rel_pos_linear', 8, { bias: true });
  if (first) b.weight('rel_attn_embed.weight', [b.c.int('num_buckets', 320), heads]);
}

/** A small MLP that stands for a language. */
function adapted(b: Builder, x: number): number {
  const inner = b.c.int('adapter_attn_dim');
  return b.scope('adapter_layer', () => {
    const n = b.norm(x, 'norm', 'layer');
    return b.add(x, plainMlp(b, n, inner, 'relu', { bias: true }, ['linear_1', 'linear_2']));
  });
}

/** Gated convolutions that leave fewer frames. */
function shortened(b: Builder, x: number): number {
  const { c } = b;
  const out = c.int('output_hidden_size', c.int('hidden_size'));
  return b.scope('adapter', () => {
    let y = x;
    if (out !== b.widthOf(x))
      y = b.norm(b.linear(x, 'proj', out, { bias: true }), 'proj_layer_norm', 'layer');
    const [kernel, stride] = [c.int('adapter_kernel_size', 3), c.int('adapter_stride', 2)];
    for (let i = 0; i < Math.min(c.int('num_adapter_layers', 3), 1000); i++)
      y = b.scope(`layers.${i}`, () => {
        const weight = b.param('conv.weight', [2 * out, out, kernel]);
        const wide = turned(
          b,
          conv1d(b, turned(b, y), weight, b.param('conv.bias', [2 * out]), { stride, pad: 1 }),
        );
        const [left, right] = b.split(wide, [out, out]) as [number, number];
        return b.mul(left, b.activate(right, 'sigmoid'));
      });
    return y;
  });
}

/** Pretraining: codes of the features are what the states must find. */
function pretrained(b: Builder, scope: string, more: (states: number, codes: number) => void): void {
  const { c } = b;
  const [x, frames] = b.scope(scope, () => wave(b));
  b.output(x);
  const groups = Math.max(1, c.int('num_codevector_groups', 2));
  const [each, width] = [c.int('num_codevectors_per_group', 320), c.int('codevector_dim', 256)];
  const codes = b.scope('quantizer', () => {
    const table = b.param('codevectors', [1, groups * each, Math.floor(width / groups)]);
    const chosen = b.linear(frames, 'weight_proj', groups * each, { bias: true });
    return b.op('Gather', [table, chosen], [...b.shapeOf(frames).slice(0, 2), width]);
  });
  more(x, codes);
}

const root = (s?: WaveSpec) => (b: Builder) => void b.output(wave(b, s)[0]);

export const waveFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  hubert: root(),
  wavlm: root({ gated: true }),
  'data2vec-audio': root({ allNorms: true, stacked: true }),
  wav2vec2: (b) =>
    pretrained(b, 'wav2vec2', (x, codes) => {
      const width = b.c.int('proj_codevector_dim', 256);
      b.linear(x, 'project_hid', width, { bias: true });
      b.linear(codes, 'project_q', width, { bias: true });
    }),
  unispeech: (b) =>
    pretrained(b, 'unispeech', (_, codes) => {
      const width = b.c.int('proj_codevector_dim', 256);
      const y = b.linear(
        b.linear(codes, 'project_q', width, { bias: true }),
        'project_hid',
        b.c.int('hidden_size'),
        {
          bias: true,
        },
      );
      b.linear(y, 'ctc_proj', b.c.int('num_ctc_classes', 80), { bias: true });
    }),
};
