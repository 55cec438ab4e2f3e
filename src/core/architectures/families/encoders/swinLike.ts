/** Swin transformers: windows of tokens, stages that halve the grid and double the width. */
import { BATCH } from '../../../scenario/symbols';
import { multiply } from '../../../model/arithmetic';
import type { Builder } from '../../builder';
import { attend } from '../../parts/attention';
import { plainMlp } from '../../parts/mlp';
import { pairOf } from '../../parts/vision';

/** How the relatives name their tensors. */
interface SwinNames {
  readonly attention: readonly [q: string, k: string, v: string, o: string];
  readonly table: string;
  readonly mlp: readonly [up: string, down: string];
  /** Name of the norm after the last stage; '' for none. */
  readonly last: string;
  /** A class token's row among the learned positions. */
  readonly extraPosition?: boolean;
  /** Swin v2: cosine attention, biases made by a small network, norms after attention and MLP. */
  readonly second?: boolean;
}

interface Stage {
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  readonly heads: number;
}

function swin(b: Builder, n: SwinNames): void {
  const { c } = b;
  const [image, patch] = [pairOf(c.raw('image_size')), pairOf(c.raw('patch_size'))];
  const depths = c.ints('depths') ?? [];
  const heads = c.ints('num_heads') ?? [];
  const first = c.int('embed_dim');
  let [rows, columns] = [0, 1].map((i) => Math.ceil(image[i]! / Math.max(1, patch[i]!))) as [number, number];
  let x = embedded(b, n, [rows, columns], first);
  b.scope('encoder', () =>
    depths.forEach((depth, i) => {
      const stage = { rows, columns, width: first * 2 ** i, heads: heads[i] ?? 1 };
      b.scope(`layers.${i}`, () => {
        b.repeat('blocks', depth, () => (x = block(b, x, stage, n)));
        if (i === depths.length - 1) return;
        [rows, columns] = [Math.ceil(rows / 2), Math.ceil(columns / 2)];
        x = b.scope('downsample', () => halved(b, x, rows * columns, stage.width, n));
      });
    }),
  );
  const width = first * 2 ** Math.max(0, depths.length - 1);
  const out = n.last === '' ? x : b.norm(x, n.last, 'layer');
  const layers = depths.reduce((sum, d) => sum + d, 0);
  Object.assign(b.facts, { task: 'vision', hiddenSize: width, layers });
  b.output(out);
  b.output(b.op('ReduceMean', [out, -1], [BATCH, width], { keepdims: 0 }));
}

function embedded(
  b: Builder,
  n: SwinNames,
  [rows, columns]: readonly [number, number],
  width: number,
): number {
  const { c } = b;
  const [image, patch] = [pairOf(c.raw('image_size')), pairOf(c.raw('patch_size'))];
  return b.scope('embeddings', () => {
    const channels = c.int('num_channels', 3);
    const pixels = b.input('pixel_values', [BATCH, channels, ...image]);
    const name = 'patch_embeddings.projection';
    const inputs = [
      pixels,
      b.param(`${name}.weight`, [width, channels, ...patch]),
      b.param(`${name}.bias`, [width]),
    ];
    const conv = b.op('Conv', inputs, [BATCH, width, rows, columns], { kernel_shape: patch, strides: patch });
    const x = b.norm(b.reshape(conv, [BATCH, rows * columns, width]), 'norm', 'layer');
    if (!c.bool('use_absolute_embeddings')) return x;
    const places = [0, 1].map((i) => Math.floor(image[i]! / Math.max(1, patch[i]!)));
    const all = places[0]! * places[1]! + (n.extraPosition ? 1 : 0);
    return b.add(x, b.param('position_embeddings', [1, all, width]));
  });
}

/** Attention within windows, the grid padded to whole ones, and an MLP; a shift of the windows changes no count. */
function block(b: Builder, x: number, s: Stage, n: SwinNames): number {
  const { c } = b;
  const named = c.int('window_size');
  const side = Math.max(1, Math.min(named, s.rows, s.columns));
  const [down, across] = [Math.ceil(s.rows / side), Math.ceil(s.columns / side)];
  const windows = [multiply(BATCH, down * across), side * side, s.width];
  const attended = (h: number) =>
    b.scope('attention', () => {
      const cut = b.reshape(b.op('Pad', [h, -1], [BATCH, down * across * side * side, s.width]), windows);
      const y = windowAttention(b, cut, s, n, n.second ? side : named);
      return b.op('Slice', [b.reshape(y, [BATCH, down * across * side * side, s.width])], b.shapeOf(x));
    });
  const mlp = (h: number) => {
    const act = c.string('hidden_act', 'gelu');
    return plainMlp(b, h, Math.trunc(c.number('mlp_ratio', 4) * s.width), act, { bias: true }, n.mlp);
  };
  const norm = (h: number, name: string) => b.norm(h, name, 'layer');
  if (n.second) {
    const y = b.add(x, norm(attended(x), 'layernorm_before'));
    return b.add(y, norm(mlp(y), 'layernorm_after'));
  }
  const y = b.add(x, attended(norm(x, 'layernorm_before')));
  return b.add(y, mlp(norm(y, 'layernorm_after')));
}

function windowAttention(b: Builder, x: number, s: Stage, n: SwinNames, side: number): number {
  const bias = b.c.bool('qkv_bias', true);
  const [q, k, v] = n.attention.slice(0, 3).map((name, i) => {
    return b.linear(x, name, s.width, { bias: bias && !(n.second === true && i === 1) });
  }) as [number, number, number];
  const places = (2 * side - 1) ** 2;
  if (n.second) b.scope(n.table, () => madeBias(b, places, s.heads));
  else b.weight(n.table, [places, s.heads]);
  if (n.second) b.weight('self.logit_scale', [s.heads, 1, 1]);
  const headDim = Math.floor(s.width / Math.max(1, s.heads));
  const shape = { heads: s.heads, kvHeads: s.heads, headDim, causal: false };
  return b.linear(attend(b, q, k, v, shape), n.attention[3], s.width, { bias: true });
}

/** Biases of attention from the distance of two places, by a network of 512. */
function madeBias(b: Builder, places: number, heads: number): void {
  const at = b.input('relative_coords', [places, 2]);
  const up = b.activate(b.linear(at, '0', 512, { bias: true }), 'relu');
  b.linear(up, '2', heads);
}

/** Four neighbours side by side, through a matrix to twice the width; a norm before it, or after it in v2. */
function halved(b: Builder, x: number, tokens: number, width: number, n: SwinNames): number {
  const wide = b.reshape(x, [BATCH, tokens, 4 * width]);
  if (n.second) return b.norm(b.linear(wide, 'reduction', 2 * width), 'norm', 'layer');
  return b.linear(b.norm(wide, 'norm', 'layer'), 'reduction', 2 * width);
}

const SWIN: SwinNames = {
  attention: ['q_proj', 'k_proj', 'v_proj', 'o_proj'],
  table: 'relative_position_bias.relative_position_bias_table',
  mlp: ['mlp.fc1', 'mlp.fc2'],
  last: 'layernorm',
};

const OLDER: SwinNames = {
  attention: ['self.query', 'self.key', 'self.value', 'output.dense'],
  table: 'self.relative_position_bias_table',
  mlp: ['intermediate.dense', 'output.dense'],
  last: 'layernorm',
  extraPosition: true,
};

const SECOND: SwinNames = { ...OLDER, table: 'self.continuous_position_bias_mlp', second: true };

export const swinFamilies: Readonly<Record<string, (b: Builder) => void>> = {
  swin: (b) => swin(b, SWIN),
  'donut-swin': (b) => swin(b, { ...OLDER, last: '' }),
  'maskformer-swin': (b) => swin(b, OLDER),
  swinv2: (b) => swin(b, SECOND),
};
