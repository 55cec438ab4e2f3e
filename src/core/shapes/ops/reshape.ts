/** Operators that give a tensor another shape without touching its entries, and those that repeat or extend them. */
import type { Shape } from '../../model/value';
import { divideExactly, floorDivide } from '../../model/arithmetic';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { axesIn, broadcastShapes, countOf, over, plus, sameDim, times } from '../dims';
import type { Data } from '../facts';
import { MAX_DATA, fixedCount } from '../facts';
import { mapContents } from './numbers';
import { shapeFromInput } from './constants';

/** Content stays when the number of entries does. */
function setKeeping(c: ShapeContext, shape: Shape | undefined): void {
  const data = c.data(0);
  const n = fixedCount(shape);
  c.tensor(0, c.dtype(0), shape, data && n === data.length ? data : undefined);
}

const reshape: ShapeFunction = (c) => {
  const target: Shape | undefined = c.version < 5 ? c.ints('shape') : c.data(1);
  if (!target) return setKeeping(c, c.version < 5 ? undefined : shapeFromInput(c, 1));
  const from = c.shape(0);
  const copyZero = c.int('allowzero', 0) === 0;
  const out: Dim[] = target.map((d, i) => (d === 0 && copyZero ? from?.[i] : d));
  const open = out.indexOf(-1);
  if (open >= 0) out[open] = openDimension(from, out, open);
  else if (out.filter((d) => d === undefined).length === 1 && from) {
    // One entry unknown: the rest of the elements, as long as they divide.
    const at = out.indexOf(undefined);
    const rest = openDimension(from, out, at, true);
    if (rest !== undefined) out[at] = rest;
  }
  setKeeping(
    c,
    out.map((d, i) => (d === undefined && (target[i] !== 0 || !copyZero) ? c.fresh(String(i)) : d)),
  );
};

/** What -1 stands for: all elements over the product of the other sizes, sizes on both sides left out. */
function openDimension(from: Shape | undefined, out: readonly Dim[], open: number, exactly = false): Dim {
  if (!from) return undefined;
  const above: Dim[] = [...from];
  const below: Dim[] = [];
  out.forEach((d, i) => {
    if (i === open) return;
    const twin = above.findIndex(
      (a, j) => a !== 0 && (sameDim(a, d) || (a === undefined && d === undefined && j === i)),
    );
    if (twin >= 0) above.splice(twin, 1);
    else below.push(d);
  });
  const total = countOf(above);
  const others = countOf(below);
  if (total === undefined || others === undefined || others === 0) return undefined;
  const exact = divideExactly(total, others);
  return exact ?? (exactly ? undefined : floorDivide(total, others));
}

const flatten: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, c.dtype(0), [undefined, undefined]);
  const axis = c.int('axis', 1);
  const at = axis < 0 ? axis + shape.length : axis;
  setKeeping(c, [countOf(shape, 0, at), countOf(shape, at)]);
};

/** Axes from the attribute before opset 13, from the second input since; null when given but unknown. */
function axesOf(c: ShapeContext): readonly number[] | undefined | null {
  if (c.version < 13) return c.ints('axes');
  if (!c.has(1)) return c.ints('axes');
  return c.numbers(1) ?? null;
}

const squeeze: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const axes = axesOf(c);
  if (!shape || axes === null) return c.tensor(0, c.dtype(0), undefined);
  if (axes) {
    const at = axesIn(axes, shape.length);
    return setKeeping(c, at && shape.filter((_, i) => !at.includes(i)));
  }
  // Without axes every 1 goes; a size that may or may not be 1 leaves the rank open.
  if (shape.includes(undefined)) return c.tensor(0, c.dtype(0), undefined);
  setKeeping(
    c,
    shape.filter((d) => d !== 1),
  );
};

const unsqueeze: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const axes = axesOf(c);
  const count = c.dim(1, 0);
  if (!shape || !axes) {
    const n = axes === null && shape && typeof count === 'number' ? shape.length + count : undefined;
    return c.tensor(0, c.dtype(0), n === undefined ? undefined : new Array<undefined>(n).fill(undefined));
  }
  const rank = shape.length + axes.length;
  const at = axesIn(axes, rank);
  if (!at || at.length !== axes.length) return;
  const out: Dim[] = [];
  let next = 0;
  for (let i = 0; i < rank; i++) out.push(at.includes(i) ? 1 : shape[next++]);
  setKeeping(c, out);
};

const transpose: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const rank = shape?.length ?? 0;
  const perm = c.ints('perm') ?? shape?.map((_, i) => rank - 1 - i);
  if (!shape) return c.tensor(0, c.dtype(0), perm && new Array<undefined>(perm.length).fill(undefined));
  if (!perm || perm.length !== rank) return;
  const at = perm.map((p) => (p < 0 ? p + rank : p));
  c.tensor(
    0,
    c.dtype(0),
    at.map((p) => shape[p]),
    transposed(c.data(0), shape, at),
  );
};

function transposed(data: Data | undefined, shape: Shape, perm: readonly number[]): Data | undefined {
  const n = fixedCount(shape);
  if (!data || n === undefined || n > MAX_DATA) return undefined;
  if (shape.length < 2) return data;
  const sizes = shape as readonly number[];
  const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  const out = perm.map((p) => sizes[p]!);
  return Array.from({ length: n }, (_, i) => {
    let rest = i;
    let at = 0;
    for (let k = out.length - 1; k >= 0; k--) {
      at += (rest % out[k]!) * strides[perm[k]!]!;
      rest = Math.floor(rest / out[k]!);
    }
    return data[at];
  });
}

const expand: ShapeFunction = (c) => {
  const x = c.input(0);
  const data = c.data(1);
  if (!data) {
    const length = c.dim(1, 0);
    // Unknown sizes: where the input is larger than 1 its size holds.
    const open =
      typeof length === 'number' && length <= 64 ? new Array<Dim>(length).fill(undefined) : undefined;
    const out = broadcastShapes(x?.shape, open)?.map((d, i) => d ?? c.fresh(String(i)));
    return c.tensor(0, x?.dtype, out);
  }
  // -1 is not in the standard, but runtimes take it as 1 and exporters write it.
  const target = data.map((d) => (d === -1 ? 1 : d));
  const shape = broadcastShapes(x?.shape, target)?.map((d, i) => d ?? c.fresh(String(i)));
  c.tensor(0, x?.dtype, shape, x?.data && mapContents(shape, [x], (d) => d));
};

const tile: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, c.dtype(0), undefined);
  if (c.version < 6) {
    const axis = c.scalar(2);
    const tiles = c.scalar(1);
    return c.tensor(
      0,
      c.dtype(0),
      shape.map((d, i) => (typeof axis !== 'number' ? undefined : i === axis ? times(d, tiles) : d)),
    );
  }
  const repeats = c.data(1);
  const out = shape.map((d, i) => (repeats ? times(d, repeats[i]) : undefined) ?? c.fresh(String(i)));
  const x = c.input(0)!;
  c.tensor(0, c.dtype(0), out, tiled(x.data, shape, out));
};

function tiled(data: Data | undefined, from: Shape, to: Shape): Data | undefined {
  const n = fixedCount(to);
  if (!data || n === undefined || n > MAX_DATA) return undefined;
  return Array.from({ length: n }, (_, i) => {
    let rest = i;
    let at = 0;
    let step = 1;
    for (let k = to.length - 1; k >= 0; k--) {
      at += ((rest % (to[k] as number)) % (from[k] as number)) * step;
      rest = Math.floor(rest / (to[k] as number));
      step *= from[k] as number;
    }
    return data[at];
  });
}

const concat: ShapeFunction = (c) => {
  let dtype = c.dtype(0);
  let rank: number | undefined;
  for (let i = 0; i < c.inputCount; i++) {
    rank ??= c.rank(i);
    dtype ??= c.dtype(i);
  }
  if (rank === undefined) return c.tensor(0, dtype, undefined);
  const axis = c.int('axis', 1);
  const at = axis < 0 ? axis + rank : axis;
  const out: Dim[] = new Array<Dim>(rank).fill(undefined);
  let sum: Dim = 0;
  for (let i = 0; i < c.inputCount; i++) {
    const shape = c.shape(i);
    sum = plus(sum, shape?.[at]);
    if (shape?.length === rank)
      for (let d = 0; d < rank; d++)
        if (d !== at) out[d] = typeof out[d] === 'number' ? out[d] : (shape[d] ?? out[d]);
  }
  out[at] = sum ?? c.fresh(String(at));
  c.tensor(0, dtype, out, concatenated(c, at, out));
};

function concatenated(c: ShapeContext, axis: number, out: Shape): Data | undefined {
  const n = fixedCount(out);
  if (n === undefined || n > MAX_DATA) return undefined;
  if (axis === 0) {
    const all: Dim[] = [];
    let any = false;
    for (let i = 0; i < c.inputCount; i++) {
      const data = c.data(i);
      const size = fixedCount(c.shape(i));
      if (size === undefined) return undefined;
      any ||= data !== undefined;
      for (let k = 0; k < size; k++) all.push(data?.[k]);
    }
    return any || n === 0 ? all : undefined;
  }
  const sizes = out as readonly number[];
  const outer = sizes.slice(0, axis).reduce((a, b) => a * b, 1);
  const all: Dim[] = [];
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < c.inputCount; i++) {
      const data = c.data(i);
      if (!data) return undefined;
      const step = data.length / outer;
      all.push(...data.slice(o * step, (o + 1) * step));
    }
  return all;
}

/** The last dimension's blocks to height and width, and back. */
const depthToSpace: ShapeFunction = (c) => {
  const [n, d, h, w] = c.shape(0) ?? [];
  const b = c.int('blocksize', 1);
  const rank = c.rank(0);
  if (rank !== undefined && rank !== 4) return;
  c.tensor(0, c.dtype(0), [n, over(d, b * b), times(h, b), times(w, b)]);
};

const spaceToDepth: ShapeFunction = (c) => {
  const [n, d, h, w] = c.shape(0) ?? [];
  const b = c.int('blocksize', 1);
  const rank = c.rank(0);
  if (rank !== undefined && rank !== 4) return;
  c.tensor(0, c.dtype(0), [n, times(d, b * b), over(h, b), over(w, b)]);
};

/** Sizes along the axes are set to the given ones. */
const centerCropPad: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return;
  const axes = axesIn(c.ints('axes') ?? shape.map((_, i) => i), shape.length);
  const given = c.ints('axes')?.map((a) => (a < 0 ? a + shape.length : a)) ?? shape.map((_, i) => i);
  const target = shapeFromInput(c, 1);
  if (!axes) return;
  c.tensor(
    0,
    c.dtype(0),
    shape.map((d, i) => (given.includes(i) ? target?.[given.indexOf(i)] : d)),
  );
};

/** Removed with opset 7's predecessors: crops the last two dimensions. */
const crop: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const border = c.ints('border') ?? [];
  const scale = c.ints('scale');
  if (shape?.length !== 4 || border.length !== 4) return;
  const [n, d, h, w] = shape;
  const size =
    scale?.length === 2 ? scale : [plus(h, -border[1]! - border[3]!), plus(w, -border[0]! - border[2]!)];
  c.tensor(0, c.dtype(0), [n, d, size[0], size[1]]);
};

export const reshapes: ShapeTable = {
  Reshape: reshape,
  Flatten: flatten,
  Squeeze: squeeze,
  Unsqueeze: unsqueeze,
  Transpose: transpose,
  Expand: expand,
  Tile: tile,
  Concat: concat,
  DepthToSpace: depthToSpace,
  SpaceToDepth: spaceToDepth,
  CenterCropPad: centerCropPad,
  Crop: crop,
};
