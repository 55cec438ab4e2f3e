/** Images of open size as a grid of patches, and attention among them. */
import { add, floorDivide, maximum, modulo, multiply } from '../../model/arithmetic';
import type { Dimension } from '../../model/expression';
import { BATCH, HEIGHT, WIDTH } from '../../scenario/symbols';
import type { Builder } from '../builder';
import type { AttentionShape } from './attention';
import { attend } from './attention';

/** The patches of one image; where `merge` by `merge` of them become one token, both sides are multiples of it. */
export interface Grid {
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly patches: Dimension;
  /** Patches after merging. */
  readonly merged: Dimension;
}

/** Pixels that the image of an open grid is taken to have. */
const USUAL: readonly [number, number] = [448, 448];

/** The grid of an image whose size the config leaves open, rounded to whole merged patches as the processors do. */
export function openGrid(b: Builder, patch: number, merge = 1): Grid {
  b.facts.image = USUAL;
  b.c.report(
    'assumption',
    'config.image-size',
    'patch_size',
    `The config leaves the size of images open: each is taken to be ${USUAL[0]} by ${USUAL[1]} pixels unless the dimensions height and width say otherwise.`,
  );
  const side = Math.max(1, patch * merge);
  const cells = (pixels: Dimension) => maximum(1, floorDivide(add(pixels, Math.floor(side / 2)), side));
  const [rows, columns] = [cells(HEIGHT), cells(WIDTH)] as const;
  const merged = multiply(rows, columns);
  return {
    rows: multiply(merge, rows),
    columns: multiply(merge, columns),
    patches: multiply(merge * merge, merged),
    merged,
  };
}

/** Patches [batch, patches, hidden] by one kernel [hidden, channels, (frames,) patch, patch] over each on its own. */
export function patchKernel(
  b: Builder,
  grid: Grid,
  name: string,
  kernel: readonly number[],
  bias: boolean,
): number {
  const hidden = kernel[0]!;
  const rows = multiply(BATCH, grid.patches);
  const inputs = [b.input('pixel_values', [rows, ...kernel.slice(1)])];
  inputs.push(b.param(`${name}.weight`, kernel));
  if (bias) inputs.push(b.param(`${name}.bias`, [hidden]));
  const sides = kernel.slice(2);
  const ones = sides.map(() => 1);
  const y = b.op('Conv', inputs, [rows, hidden, ...ones], { kernel_shape: sides, strides: sides });
  return b.reshape(y, [BATCH, grid.patches, hidden]);
}

/** Rotates all of each head by angles that follow from the patch's row and column. */
export function rotateInGrid(b: Builder, x: number, heads: number): number {
  const [images, patches, width] = b.shapeOf(x) as [Dimension, Dimension, number];
  const shape = [images, patches, Math.floor(width / Math.max(1, heads) / 2)];
  const angles = b.once(`grid_angles.${String(shape[2])}`, () => b.input('grid_angles', shape));
  return b.op('RotaryEmbedding', [x, angles, angles], b.shapeOf(x), { num_heads: heads });
}

/** The angles as a product of places and frequencies, both axes in one: made once. */
export function gridAngles(b: Builder, headDim: number, grid: Grid): void {
  b.once('grid_angle_product', () => {
    const rows: Dimension[] = [BATCH, grid.patches];
    const at = b.input('grid_places', [...rows, 1]);
    const frequencies = b.values.push({ name: 'inv_freq', kind: 'tensor', shape: [1, headDim] }) - 1;
    return b.op('MatMul', [at, frequencies], [...rows, headDim]);
  });
}

/** Attention among all patches of an image, or among those of windows `side` by `side`, cut off at the edges. */
export function attendInGrid(
  b: Builder,
  [q, k, v]: readonly [number, number, number],
  a: AttentionShape,
  grid: Grid,
  side?: number,
): number {
  if (side === undefined) return attend(b, q, k, v, a);
  const cells = (n: Dimension) => [
    [floorDivide(n, side), side],
    [1, modulo(n, side)],
  ];
  const parts: number[] = [];
  for (const [down, high] of cells(grid.rows))
    for (const [across, wide] of cells(grid.columns)) {
      const lead = [multiply(BATCH, down!, across!), multiply(high!, wide!)];
      const cut = (x: number) => b.op('Slice', [x], [...lead, b.widthOf(x)]);
      parts.push(attend(b, cut(q), cut(k), cut(v), { ...a, again: parts.length > 0 || (a.again ?? false) }));
    }
  return b.op('Concat', parts, b.shapeOf(q), { axis: 1 });
}
