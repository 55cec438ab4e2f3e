/** Convolutional backbones of the RT-DETR family: HGNet and its own ResNet. */
import { add } from '../../../model/arithmetic';
import type { Dimension } from '../../../model/expression';
import type { Builder } from '../../builder';
import type { ConvOptions } from '../../parts/images';
import { batchNorm, conv2d, imageInput, maxPool } from '../../parts/images';

/** How a backbone's convolutions are finished. */
interface Finish {
  /** Norms that training leaves alone: their numbers are buffers, no parameters. */
  readonly frozen: boolean;
  /** One learned factor and shift after each activation. */
  readonly affine?: boolean;
}

function layer(
  b: Builder,
  x: number,
  name: string,
  out: number,
  o: ConvOptions,
  act: string,
  f: Finish,
): number {
  return b.scope(name, () => {
    const conv = conv2d(b, x, 'convolution', out, o);
    const normed = f.frozen
      ? b.op('BatchNormalization', [conv], b.shapeOf(conv))
      : batchNorm(b, conv, 'normalization');
    if (act === '') return normed;
    const y = b.activate(normed, act);
    if (!f.affine) return y;
    return b.add(b.mul(y, b.param('lab.scale', [1])), b.param('lab.bias', [1]));
  });
}

/** One more row and column at the end. */
function padded(b: Builder, x: number): number {
  const [images, channels, height, width] = b.shapeOf(x) as [Dimension, Dimension, Dimension, Dimension];
  return b.op('Pad', [x, -1], [images, channels, add(height, 1), add(width, 1)]);
}

function joined(b: Builder, parts: readonly number[]): number {
  const shape = b.shapeOf(parts[0]!);
  const channels = parts.reduce((sum, p) => sum + (b.shapeOf(p)[1] as number), 0);
  return b.op('Concat', parts, [shape[0]!, channels, ...shape.slice(2)], { axis: 1 });
}

/** HGNet v2: blocks whose layers' results are all kept and mixed by two products. */
export function hgnet(b: Builder, frozen: boolean): void {
  const { c } = b;
  const f: Finish = { frozen, affine: c.bool('use_learnable_affine_block') };
  const at = (key: string, i: number) => c.ints(key)?.[i] ?? 0;
  const channels = c.ints('stem_channels') ?? [];
  const act = c.string('hidden_act', 'relu');
  const [, middle = 0, last = 0] = channels;
  const stem = (x: number, name: string, from: number, out: number, kernel: number, i: number) => {
    const stride = Math.max(1, at('stem_strides', i));
    const how = { kernel, from, stride, pad: Math.floor((kernel - 1) / 2) };
    return layer(b, x, `embedder.${name}`, out, how, act, f);
  };
  const narrow = Math.floor(middle / 2);
  const first = padded(b, stem(imageInput(b), 'stem1', channels[0] ?? 0, middle, 3, 0));
  const side = stem(padded(b, stem(first, 'stem2a', middle, narrow, 2, 1)), 'stem2b', narrow, middle, 2, 2);
  const both = joined(b, [maxPool(b, first, 2, 1, 0), side]);
  let x = stem(stem(both, 'stem3', 2 * middle, middle, 3, 3), 'stem4', middle, last, 1, 4);
  const stages = c.ints('stage_in_channels') ?? [];
  stages.forEach((input, i) => {
    const [inner, out] = [at('stage_mid_channels', i), at('stage_out_channels', i)];
    const kernel = Math.max(1, at('stage_kernel_size', i));
    const light = (c.list('stage_light_block') ?? [])[i] === true;
    b.scope(`encoder.stages.${i}`, () => {
      if ((c.list('stage_downsample') ?? [])[i] === true) {
        const how = { kernel: 3, from: input, stride: strideAt(b, i), groups: input };
        x = layer(b, x, 'downsample', input, how, '', f);
      }
      const block = (h: number, from: number, kept: boolean) => {
        const y = hgnetBlock(
          b,
          h,
          { from, inner, out, kernel, light, layers: at('stage_numb_of_layers', i) },
          f,
        );
        return kept ? b.add(y, h) : y;
      };
      x = b.scope('blocks.0', () => block(x, input, false));
      const rest = Array.from(
        { length: Math.max(0, Math.min(at('stage_num_blocks', i), 1000) - 1) },
        (_, n) => n + 1,
      );
      b.repeat('blocks', rest, () => (x = block(x, out, true)));
    });
  });
  Object.assign(b.facts, { task: 'vision', hiddenSize: b.shapeOf(x)[1], layers: stages.length });
  b.output(x);
}

/** The step of a stage's first convolution: a number, or one for each side. */
function strideAt(b: Builder, i: number): number | readonly [number, number] {
  const given = (b.c.list('stage_downsample_strides') ?? [])[i];
  const step = (v: unknown) => (typeof v === 'number' && v >= 1 ? Math.floor(v) : 1);
  return Array.isArray(given) ? [step(given[0]), step(given[1])] : step(given);
}

interface Block {
  /** Channels of the block's input. */
  readonly from: number;
  readonly inner: number;
  readonly out: number;
  readonly kernel: number;
  readonly light: boolean;
  readonly layers: number;
}

function hgnetBlock(b: Builder, x: number, s: Block, f: Finish): number {
  const kept = [x];
  const pad = Math.floor((s.kernel - 1) / 2);
  let h = x;
  const count = Math.min(s.layers, 1000);
  for (let i = 0; i < count; i++) {
    const from = i === 0 ? s.from : s.inner;
    h = b.scope(`layers.${i}`, () => {
      if (!s.light) return plainLayer(b, h, s, pad, from, f);
      const narrow = layer(b, h, 'conv1', s.inner, { kernel: 1, from }, '', f);
      const how = { kernel: s.kernel, pad, groups: s.inner };
      return layer(b, narrow, 'conv2', s.inner, how, 'relu', f);
    });
    kept.push(h);
  }
  const mixed = layer(
    b,
    joined(b, kept),
    'aggregation.0',
    Math.floor(s.out / 2),
    { kernel: 1, from: s.from + count * s.inner },
    'relu',
    f,
  );
  return layer(b, mixed, 'aggregation.1', s.out, { kernel: 1 }, 'relu', f);
}

function plainLayer(b: Builder, x: number, s: Block, pad: number, from: number, f: Finish): number {
  const conv = conv2d(b, x, 'convolution', s.inner, { kernel: s.kernel, pad, from });
  const normed = f.frozen
    ? b.op('BatchNormalization', [conv], b.shapeOf(conv))
    : batchNorm(b, conv, 'normalization');
  const y = b.activate(normed, 'relu');
  if (!f.affine) return y;
  return b.add(b.mul(y, b.param('lab.scale', [1])), b.param('lab.bias', [1]));
}

/** RT-DETR's ResNet: three convolutions at the start, means before the shortcuts that shrink. */
export function rtResnet(b: Builder, frozen: boolean): void {
  const { c } = b;
  const f: Finish = { frozen };
  const act = c.string('hidden_act', 'relu');
  const stem = c.int('embedding_size');
  const half = Math.floor(stem / 2);
  let x = imageInput(b);
  [half, half, stem].forEach((out, i) => {
    x = layer(b, x, `embedder.embedder.${i}`, out, { kernel: 3, stride: i === 0 ? 2 : 1 }, act, f);
  });
  x = maxPool(b, x, 3, 2, 1);
  const sizes = c.ints('hidden_sizes') ?? [];
  const bottleneck = c.string('layer_type', 'bottleneck') === 'bottleneck';
  const depths = c.ints('depths') ?? [];
  depths.forEach((depth, i) => {
    const out = sizes[i] ?? 0;
    const stride = i > 0 || c.bool('downsample_in_first_stage') ? 2 : 1;
    const one = (h: number, step: number, first: boolean) => {
      const y = bottleneck ? narrowed(b, h, out, step, act, f) : pair(b, h, out, step, act, f);
      return b.activate(b.add(y, shortcut(b, h, out, step, bottleneck, first, f)), act);
    };
    b.scope(`encoder.stages.${i}`, () => {
      x = b.scope('layers.0', () => one(x, stride, true));
      const rest = Array.from({ length: Math.max(0, Math.min(depth, 10_000) - 1) }, (_, n) => n + 1);
      b.repeat('layers', rest, () => (x = one(x, 1, false)));
    });
  });
  Object.assign(b.facts, { task: 'vision', hiddenSize: sizes.at(-1) ?? 0, layers: depths.length });
  b.output(x);
}

function narrowed(b: Builder, x: number, out: number, stride: number, act: string, f: Finish): number {
  const early = b.c.bool('downsample_in_bottleneck');
  const inner = Math.floor(out / 4);
  const y = layer(b, x, 'layer.0', inner, { kernel: 1, stride: early ? stride : 1 }, act, f);
  const z = layer(b, y, 'layer.1', inner, { kernel: 3, stride: early ? 1 : stride }, act, f);
  return layer(b, z, 'layer.2', out, { kernel: 1 }, '', f);
}

function pair(b: Builder, x: number, out: number, stride: number, act: string, f: Finish): number {
  const y = layer(b, x, 'layer.0', out, { kernel: 3, stride }, act, f);
  return layer(b, y, 'layer.1', out, { kernel: 3 }, '', f);
}

/** What a layer's input becomes where width or size changes. */
function shortcut(
  b: Builder,
  x: number,
  out: number,
  stride: number,
  bottleneck: boolean,
  first: boolean,
  f: Finish,
): number {
  const widens = b.shapeOf(x)[1] !== out;
  const needed = bottleneck ? widens || stride !== 1 : first;
  if (!needed) return x;
  const averages = bottleneck ? stride === 2 : widens;
  if (!averages) return layer(b, x, 'shortcut', out, { kernel: 1, stride }, '', f);
  const mean = maxPool(b, x, 2, 2, 0);
  return layer(b, mean, 'shortcut.1', out, { kernel: 1 }, '', f);
}

export const detrBackbones: Readonly<Record<string, (b: Builder) => void>> = {
  hgnet_v2: (b) => hgnet(b, false),
  rt_detr_resnet: (b) => rtResnet(b, false),
};
