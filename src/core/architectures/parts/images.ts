/** Networks over the pixels of images: x [images, channels, height, width]. */
import { add, floorDivide } from '../../model/arithmetic';
import type { Dimension } from '../../model/expression';
import { BATCH, HEIGHT, WIDTH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import { pairOf } from './vision';

/** The pixels, of the size that `image_size` names or else left open (dimensions height and width). */
export function imageInput(b: Builder): number {
  const size = pairOf(b.c.raw('image_size'));
  if (size[0] > 0) b.facts.image = size;
  return b.input('pixel_values', [BATCH, b.c.int('num_channels', 3), HEIGHT, WIDTH]);
}

export interface ConvOptions {
  readonly kernel: number;
  /** One step for both sides, or one for each. */
  readonly stride?: number | readonly [down: number, across: number];
  /** Channels that the weight is declared for; those of x unless given. */
  readonly from?: number;
  /** Zeros at each side; half the kernel unless given. */
  readonly pad?: number;
  readonly groups?: number;
  readonly bias?: boolean;
}

/** A convolution with weight [out, in / groups, kernel, kernel]. */
export function conv2d(b: Builder, x: number, name: string, out: number, o: ConvOptions): number {
  const { kernel, stride = 1, pad = Math.floor(kernel / 2), groups = 1 } = o;
  const [images, given, ...sides] = b.shapeOf(x) as [Dimension, number, Dimension, Dimension];
  const channels = o.from ?? given;
  const steps = typeof stride === 'number' ? [stride, stride] : stride;
  const inputs = [
    x,
    b.param(`${name}.weight`, [out, Math.floor(channels / Math.max(1, groups)), kernel, kernel]),
  ];
  if (o.bias) inputs.push(b.param(`${name}.bias`, [out]));
  const shape = [images, out, ...sides.map((n, i) => strided(n, kernel, steps[i]!, pad))];
  const attributes = {
    group: groups,
    kernel_shape: [kernel, kernel],
    strides: steps,
    pads: [pad, pad, pad, pad],
  };
  return b.op('Conv', inputs, shape, attributes);
}

/** A side after windows of `kernel` every `stride`. */
export function strided(n: Dimension, kernel: number, stride: number, pad: number): Dimension {
  return add(floorDivide(add(n, 2 * pad - kernel), Math.max(1, stride)), 1);
}

/** A norm over the batch, with a factor and a shift for each channel. */
export function batchNorm(b: Builder, x: number, name: string): number {
  const channels = b.shapeOf(x)[1] as number;
  const inputs = [x, b.param(`${name}.weight`, [channels]), b.param(`${name}.bias`, [channels])];
  return b.op('BatchNormalization', inputs, b.shapeOf(x));
}

/** The largest of each window. */
export function maxPool(b: Builder, x: number, kernel: number, stride: number, pad: number): number {
  const [images, channels, ...sides] = b.shapeOf(x) as [Dimension, number, Dimension, Dimension];
  const shape = [images, channels, ...sides.map((n) => strided(n, kernel, stride, pad))];
  return b.op('MaxPool', [x], shape, { kernel_shape: [kernel, kernel], strides: [stride, stride] });
}

/** The mean of all places: [images, channels]. */
export function meanOfPlaces(b: Builder, x: number): number {
  return b.reshape(
    b.op('GlobalAveragePool', [x], [...b.shapeOf(x).slice(0, 2), 1, 1]),
    b.shapeOf(x).slice(0, 2),
  );
}

/** A norm over the channels at each place. */
export function channelNorm(b: Builder, x: number, name: string): number {
  const shape = b.shapeOf(x);
  const last = [shape[0]!, shape[2]!, shape[3]!, shape[1]!];
  const turned = b.op('Transpose', [x], last, { perm: [0, 2, 3, 1] });
  return b.op('Transpose', [b.norm(turned, name, 'layer')], shape, { perm: [0, 3, 1, 2] });
}
