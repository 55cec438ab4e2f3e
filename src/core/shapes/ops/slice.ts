/** Operators that take a part of a tensor or extend it: Slice, Split, Pad. */
import { lowerBound, subtract } from '../../model/arithmetic';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { atLeast, atMost, axisIn, ceilOver, floorOver, minus, plus, sameDim, times } from '../dims';
import type { Data } from '../facts';
import { MAX_DATA, fixedCount } from '../facts';
import { known } from './numbers';

/** Beyond this an end means "to the end", whatever the size. */
const FAR = 2 ** 31 - 1;

const slice: ShapeFunction = (c) => {
  const x = c.input(0);
  const shape = x?.shape;
  if (!shape) return c.tensor(0, x?.dtype, undefined);
  const old = c.version < 10;
  const starts: Data | undefined = old ? c.ints('starts') : c.data(1);
  const ends: Data | undefined = old ? c.ints('ends') : c.data(2);
  const n = starts?.length ?? ends?.length ?? c.dim(1, 0);
  if (typeof n !== 'number')
    return c.tensor(
      0,
      x.dtype,
      shape.map((_, i) => c.fresh(String(i))),
    );
  const axesGiven = old ? c.ints('axes') : c.has(3) ? c.numbers(3) : undefined;
  const unknownAxes = !old && c.has(3) && !axesGiven;
  const axes = axesGiven ?? Array.from({ length: n }, (_, i) => i);
  const steps: Data | undefined = old || !c.has(4) ? new Array<number>(n).fill(1) : c.data(4);
  if (unknownAxes)
    return c.tensor(
      0,
      x.dtype,
      shape.map((_, i) => c.fresh(String(i))),
    );
  const out = [...shape];
  const parts: ({ start: number; step: number } | undefined)[] = shape.map(() => ({ start: 0, step: 1 }));
  axes.forEach((a, i) => {
    const axis = axisIn(a, shape.length);
    if (axis === undefined) return;
    const cut = sliced(shape[axis], starts?.[i], ends?.[i], steps?.[i]);
    out[axis] = cut.size ?? c.fresh(String(axis));
    parts[axis] =
      typeof cut.start === 'number' && typeof cut.step === 'number'
        ? { start: cut.start, step: cut.step }
        : undefined;
  });
  c.tensor(0, x.dtype, out, x.data && pick(x.data, shape, out, parts));
};

interface Cut {
  readonly size: Dim;
  readonly start?: Dim;
  readonly step?: Dim;
}

/** Size of one axis after a cut, with numpy's clamping; symbols kept where it can be decided. */
export function sliced(size: Dim, start: Dim, end: Dim, step: Dim): Cut {
  if (typeof step !== 'number' || step === 0) return { size: undefined };
  if (typeof size === 'number' && typeof start === 'number' && typeof end === 'number') {
    const from = step > 0 ? clamp(start, size, 0, size) : clamp(start, size, 0, size - 1);
    const to = step > 0 ? clamp(end, size, 0, size) : clamp(end, size, -1, size - 1);
    return { size: Math.max(0, Math.ceil((to - from) / step)), start: from, step };
  }
  if (step < 0) {
    // From the end backwards over everything: a reversal.
    const whole =
      typeof start === 'number' && (start === -1 || start >= FAR) && typeof end === 'number' && end <= -FAR;
    return { size: whole ? ceilOver(size, -step) : undefined };
  }
  const from = place(size, start);
  const to = place(size, end);
  if (from === undefined || to === undefined) return { size: undefined };
  return { size: ceilOver(atLeast(between(size, start, end, to), 0), step), start: from, step };
}

/** A place that counts from the end: below 0. A size with a minus is taken to be so, for it is not 0 but in a corner case. */
function fromEnd(at: Dim): boolean {
  if (at === undefined) return false;
  return typeof at === 'number' ? at < 0 : lowerBound(subtract(0, at)) >= 0;
}

/** Entries between two places; one below 0 when they cross. The start need not be clamped when the end is. */
function between(size: Dim, start: Dim, end: Dim, to: Dim): Dim {
  if (!fromEnd(start)) return minus(to, start);
  // From the end: the last k, less those cut off behind.
  const last = atMost(size, times(start, -1));
  if (sameDim(to, size)) return last;
  return fromEnd(end) ? plus(last, end) : minus(to, atLeast(plus(size, start), 0));
}

function clamp(at: number, size: number, low: number, high: number): number {
  return Math.min(Math.max(at < 0 ? at + size : at, low), high);
}

/** A start or end as a place between 0 and the size. */
function place(size: Dim, at: Dim): Dim {
  if (at === undefined) return undefined;
  if (at === 0) return 0;
  if (typeof at === 'number' && at >= FAR) return size;
  if (fromEnd(at)) return atLeast(plus(size, at), 0);
  // a - b of two sizes: whether it counts from the end is data.
  if (typeof at !== 'number' && lowerBound(at) < 0) return undefined;
  return atMost(size, at);
}

function pick(
  data: Data,
  from: Shape,
  to: Shape,
  parts: readonly ({ readonly start: number; readonly step: number } | undefined)[],
): Data | undefined {
  const n = fixedCount(to);
  if (n === undefined || n > MAX_DATA || fixedCount(from) === undefined || parts.includes(undefined))
    return undefined;
  const out: Dim[] = [];
  for (let i = 0; i < n; i++) {
    let rest = i;
    let at = 0;
    let stride = 1;
    for (let k = to.length - 1; k >= 0; k--) {
      const size = to[k] as number;
      at += (parts[k]!.start + (rest % size) * parts[k]!.step) * stride;
      rest = Math.floor(rest / size);
      stride *= from[k] as number;
    }
    out.push(data[at]);
  }
  return known(out);
}

/** Sizes: attribute before 13, input since, or equal parts with the last one smaller (18). */
const split: ShapeFunction = (c) => {
  const x = c.input(0);
  const shape = x?.shape;
  if (!shape) {
    for (let i = 0; i < c.outputCount; i++) c.tensor(i, x?.dtype, undefined);
    return;
  }
  const axis = axisIn(c.int('axis', 0), shape.length);
  if (axis === undefined) return;
  const given: Data | undefined = c.has(1) ? c.data(1) : c.version < 13 ? c.ints('split') : undefined;
  const parts = c.int('num_outputs', c.outputCount);
  const size = ceilOver(shape[axis], parts);
  let offset: Dim = 0;
  for (let i = 0; i < c.outputCount; i++) {
    let part: Dim;
    if (given) part = given[i];
    else if (c.has(1)) part = undefined;
    else if (c.version < 18) part = floorOver(shape[axis], parts);
    else part = i < parts - 1 ? size : minus(shape[axis], times(size, parts - 1));
    const at = offset;
    offset = plus(offset, part);
    const out = [...shape];
    out[axis] = part ?? c.fresh(String(i));
    const cut = shape.map((_, k) =>
      k === axis ? (typeof at === 'number' ? { start: at, step: 1 } : undefined) : { start: 0, step: 1 },
    );
    c.tensor(i, x.dtype, out, x.data && pick(x.data, shape, out, cut));
  }
};

/** pads = [begin of each axis ..., end of each axis ...]; `paddings` in opset 1, an input since 11, `axes` since 18. */
const pad: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, c.dtype(0), undefined);
  const pads: Data | undefined = c.version < 11 ? (c.ints('pads') ?? c.ints('paddings')) : c.data(1);
  const axes = c.has(3) ? c.numbers(3) : shape.map((_, i) => i);
  if (!axes)
    return c.tensor(
      0,
      c.dtype(0),
      shape.map((_, i) => c.fresh(String(i))),
    );
  const out: Dim[] = [...shape];
  axes.forEach((a, i) => {
    const axis = axisIn(a, shape.length);
    if (axis === undefined) return;
    out[axis] = plus(plus(shape[axis], pads?.[i]), pads?.[i + axes.length]) ?? c.fresh(String(axis));
  });
  c.tensor(0, c.dtype(0), out, padded(c, shape, out, pads));
};

/** Shape arithmetic pads vectors with a constant. */
function padded(c: ShapeContext, shape: Shape, out: Shape, pads: Data | undefined): Data | undefined {
  const data = c.data(0);
  const [before, after] = pads ?? [];
  if (
    shape.length !== 1 ||
    !data ||
    typeof before !== 'number' ||
    typeof after !== 'number' ||
    before < 0 ||
    after < 0
  )
    return undefined;
  if (c.string('mode', 'constant') !== 'constant' || (out[0] as number) > MAX_DATA) return undefined;
  const fill = c.version < 11 ? c.float('value', 0) : c.has(2) ? c.scalar(2) : 0;
  return known([...new Array<Dim>(before).fill(fill), ...data, ...new Array<Dim>(after).fill(fill)]);
}

export const slices: ShapeTable = { Slice: slice, Split: split, Pad: pad };
