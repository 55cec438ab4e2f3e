/** LeViT: four convolutions, then stages of attention over a shrinking grid, norms over the batch everywhere. */
import { BATCH } from '../../../scenario/symbols';
import type { Builder } from '../../builder';
import { attend } from '../../parts/attention';
import { batchNorm, conv2d } from '../../parts/images';
import { pairOf } from '../../parts/vision';

interface LevitStage {
  readonly width: number;
  /** Side of the grid. */
  readonly side: number;
  readonly heads: number;
  readonly keyDim: number;
  /** Widths of a value head, in keys. */
  readonly ratio: number;
}

/** A matrix without a bias and a norm over the batch. */
function mixed(b: Builder, x: number, name: string, out: number): number {
  return b.scope(name, () => {
    const y = b.linear(x, 'linear', out);
    const inputs = [y, b.param('batch_norm.weight', [out]), b.param('batch_norm.bias', [out])];
    return b.op('BatchNormalization', inputs, b.shapeOf(y));
  });
}

/** Biases for each distance between two places: as many as there are distances. */
function biases(b: Builder, heads: number, count: number): void {
  b.weight('attention_biases', [heads, count]);
}

function product(
  b: Builder,
  q: number,
  k: number,
  v: number,
  s: LevitStage,
  tokens: number,
  out: number,
): number {
  const shape = { heads: s.heads, kvHeads: s.heads, headDim: s.keyDim, valueDim: s.ratio * s.keyDim };
  const y = attend(b, q, k, v, { ...shape, causal: false });
  const width = s.heads * s.ratio * s.keyDim;
  return mixed(b, b.activate(b.reshape(y, [BATCH, tokens, width]), 'hardswish'), 'projection', out);
}

function attention(b: Builder, x: number, s: LevitStage): number {
  const [keys, values] = [s.heads * s.keyDim, s.heads * s.ratio * s.keyDim];
  biases(b, s.heads, s.side * s.side);
  const all = mixed(b, x, 'queries_keys_values', 2 * keys + values);
  const [q, k, v] = b.split(all, [keys, keys, values]) as [number, number, number];
  return product(b, q, k, v, s, s.side * s.side, s.width);
}

/** Every `stride`-th place asks all of them: a smaller grid of another width. */
function subsample(b: Builder, x: number, s: LevitStage, stride: number, side: number, out: number): number {
  const [keys, values] = [s.heads * s.keyDim, s.heads * s.ratio * s.keyDim];
  biases(b, s.heads, distances(s.side, side, stride) ** 2);
  const [k, v] = b.split(mixed(b, x, 'keys_values', keys + values), [keys, values]) as [number, number];
  const few = b.op('Slice', [x], [BATCH, side * side, b.widthOf(x)]);
  return product(b, mixed(b, few, 'queries', keys), k, v, s, side * side, out);
}

/** Distances along one axis between `side` places every `stride` and all of them. */
function distances(all: number, side: number, stride: number): number {
  const found = new Set<number>();
  const most = Math.min(all, 4096);
  for (let i = 0; i < Math.min(side, most); i++)
    for (let j = 0; j < most; j++) found.add(Math.abs(i * stride - j));
  return found.size;
}

function mlp(b: Builder, x: number, inner: number): number {
  const up = b.activate(mixed(b, x, 'linear_up', inner), 'hardswish');
  return mixed(b, up, 'linear_down', b.widthOf(x));
}

function levit(b: Builder): void {
  const { c } = b;
  const sizes = c.ints('hidden_sizes') ?? [];
  const first = sizes[0] ?? 0;
  let x = patches(b, first);
  // The library reckons the grid from the patch size, whatever the convolutions make.
  let side = Math.floor(pairOf(c.raw('image_size'))[0] / Math.max(1, c.int('patch_size')));
  const ops = c.list('down_ops') ?? [];
  const depths = c.ints('depths') ?? [];
  b.scope('encoder', () =>
    depths.forEach((depth, i) => {
      const at = (key: string) => c.ints(key)?.[i] ?? 0;
      const stage = {
        width: sizes[i] ?? 0,
        side,
        heads: at('num_attention_heads'),
        keyDim: at('key_dim'),
        ratio: at('attention_ratio'),
      };
      const down = Array.isArray(ops[i]) ? (ops[i] as unknown[]) : [];
      b.scope(`stages.${i}`, () => {
        [x, side] = levitStage(b, x, stage, depth, at('mlp_ratio'), down, sizes[i + 1] ?? 0);
      });
    }),
  );
  const layers = depths.reduce((sum, n) => sum + n, 0);
  Object.assign(b.facts, { task: 'vision', hiddenSize: sizes.at(-1) ?? 0, layers });
  b.output(x);
  b.output(b.op('ReduceMean', [x, -1], [BATCH, b.widthOf(x)], { keepdims: 0 }));
}

function levitStage(
  b: Builder,
  x: number,
  s: LevitStage,
  depth: number,
  ratio: number,
  down: readonly unknown[],
  next: number,
): [x: number, side: number] {
  const residual = (h: number, f: (y: number) => number) =>
    b.add(
      h,
      b.scope('module', () => f(h)),
    );
  const each = ratio > 0 ? 2 : 1;
  const indices = Array.from({ length: Math.min(depth, 10_000) }, (_, i) => each * i);
  b.repeat('layers', indices, () => (x = residual(x, (y) => attention(b, y, s))));
  if (ratio > 0)
    b.repeat(
      'layers',
      indices.map((i) => i + 1),
      () => (x = residual(x, (y) => mlp(b, y, ratio * s.width))),
    );
  if (down[0] !== 'Subsample') return [x, s.side];
  const [keyDim, heads, values, inner, stride] = down.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const side = Math.floor((s.side - 1) / Math.max(1, stride)) + 1;
  const spec = { ...s, keyDim, heads, ratio: values };
  const at = each * depth;
  x = b.scope(`layers.${at}`, () => subsample(b, x, spec, stride, side, next));
  if (inner > 0) x = b.scope(`layers.${at + 1}`, () => residual(x, (y) => mlp(b, y, inner * next)));
  return [x, side];
}

/** Four convolutions that halve the sides, each followed by a norm and an activation but the last. */
function patches(b: Builder, width: number): number {
  const { c } = b;
  const how = { kernel: c.int('kernel_size', 3), stride: c.int('stride', 2), pad: c.int('padding', 1) };
  let x = b.input('pixel_values', [BATCH, c.int('num_channels', 3), ...pairOf(c.raw('image_size'))]);
  [8, 4, 2, 1].forEach((part, i) => {
    x = b.scope(`patch_embeddings.embedding_layer_${i + 1}`, () =>
      batchNorm(b, conv2d(b, x, 'convolution', Math.floor(width / part), how), 'batch_norm'),
    );
    if (i < 3) x = b.activate(x, 'hardswish');
  });
  const [, , rows, columns] = b.shapeOf(x) as [unknown, unknown, number, number];
  return b.reshape(x, [BATCH, rows * columns, width]);
}

export const levitFamilies = { levit };
