/** Arithmetic on dimensions of which some are unknown, and on whole shapes. Plain numbers take the short way. */
import {
  add,
  ceilDivide,
  divideExactly,
  floorDivide,
  lowerBound,
  maximum,
  minimum,
  multiply,
  subtract,
} from '../model/arithmetic';
import type { Dimension } from '../model/expression';
import { equalExpressions } from '../model/expression';
import type { Shape } from '../model/value';

/** A dimension, or undefined where it is unknown. */
export type Dim = Dimension | undefined;

/** Longer expressions than this are no help to anyone, and hostile files make them grow without end: then unknown. */
const MAX_KEY = 2000;

function bounded(e: Dimension): Dim {
  return typeof e === 'number' || e.key.length <= MAX_KEY ? e : undefined;
}

export function plus(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  return a === undefined || b === undefined ? undefined : bounded(add(a, b));
}

export function minus(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return a === undefined || b === undefined ? undefined : bounded(subtract(a, b));
}

export function times(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 0 || b === 0) return 0;
  if (a === undefined || b === undefined) return undefined;
  if (typeof a !== 'number' && typeof b !== 'number' && a.terms.length * b.terms.length > 64)
    return undefined;
  return bounded(multiply(a, b));
}

/** a / b rounded down; unknown for b = 0. */
export function floorOver(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  return typeof a === 'number' && typeof b === 'number' ? Math.floor(a / b) : bounded(floorDivide(a, b));
}

export function ceilOver(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  return typeof a === 'number' && typeof b === 'number' ? Math.ceil(a / b) : bounded(ceilDivide(a, b));
}

/** a / b where it leaves no remainder, or where that cannot be shown rounded down. */
export function over(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  return divideExactly(a, b) ?? floorDivide(a, b);
}

export function atMost(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  return a === undefined || b === undefined ? undefined : bounded(minimum(a, b));
}

export function atLeast(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  return a === undefined || b === undefined ? undefined : bounded(maximum(a, b));
}

/** Known to be the same; false also when either is unknown. */
export function sameDim(a: Dim, b: Dim): boolean {
  return a !== undefined && b !== undefined && equalExpressions(a, b);
}

export function sameShape(a: Shape | undefined, b: Shape | undefined): boolean {
  if (a === b) return a !== undefined && !a.includes(undefined);
  if (!a || !b || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameDim(a[i], b[i])) return false;
  return true;
}

/** Number of elements; unknown when a dimension is, unless another is 0. */
export function countOf(shape: Shape | undefined, from = 0, to = shape?.length ?? 0): Dim {
  if (!shape) return undefined;
  let n: Dim = 1;
  // A file may name any axis: never beyond the rank.
  for (let i = Math.max(from, 0); i < Math.min(to, shape.length); i++) {
    const d = shape[i];
    if (d === 0) return 0;
    n = times(n, d);
  }
  return n;
}

/**
 * One dimension of a broadcast. Sizes of two symbols that cannot be told apart are max(a, b): exact unless one is 0.
 */
export function broadcastDim(a: Dim, b: Dim): Dim {
  if (a === b) return a;
  if (a === 1) return b;
  if (b === 1) return a;
  if (typeof a === 'number' && typeof b === 'number') return a === 0 || b === 0 ? 0 : Math.max(a, b);
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  if (a === undefined) return b !== undefined && lowerBound(b) >= 2 ? b : undefined;
  if (b === undefined) return lowerBound(a) >= 2 ? a : undefined;
  if (equalExpressions(a, b)) return a;
  if (lowerBound(a) >= 2) return a;
  if (lowerBound(b) >= 2) return b;
  return bounded(maximum(a, b));
}

/** Shapes broadcast together as numpy does; undefined when a rank is unknown. */
export function broadcastShapes(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  if (!a || !b) return undefined;
  if (a === b) return a;
  const short = a.length < b.length ? a : b;
  const long = short === a ? b : a;
  const lead = long.length - short.length;
  let out: (Dimension | undefined)[] | undefined;
  for (let i = 0; i < short.length; i++) {
    const x = long[lead + i];
    const y = short[i];
    if (x === y) continue;
    const d = broadcastDim(x, y);
    if (d !== x) (out ??= [...long])[lead + i] = d;
  }
  return out ?? long;
}

/** An axis counted from the front; undefined when it lies outside. */
export function axisIn(axis: number, rank: number): number | undefined {
  const at = axis < 0 ? axis + rank : axis;
  return at >= 0 && at < rank ? at : undefined;
}

/** Axes counted from the front, sorted, each once; undefined when one lies outside. */
export function axesIn(axes: readonly number[], rank: number): number[] | undefined {
  const out = new Set<number>();
  for (const axis of axes) {
    const at = axisIn(axis, rank);
    if (at === undefined) return undefined;
    out.add(at);
  }
  return [...out].sort((a, b) => a - b);
}

/** A shape of so many unknown dimensions. */
export function unknownDims(rank: number): Shape {
  return new Array<undefined>(rank).fill(undefined);
}

/** The better known of two shapes said of the same value, dimension by dimension. */
export function refine(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  if (!a) return b;
  if (!b || a.length !== b.length || !a.includes(undefined)) return a;
  return a.map((d, i) => d ?? b[i]);
}
