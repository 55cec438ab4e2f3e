/** Operators that reduce along axes. */
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { atLeast, atMost, axesIn, plus, times } from '../dims';
import type { Data } from '../facts';

/** Axes as an attribute before this opset, as an input since. */
const AXES_INPUT_SINCE = 18;

const reduce: ShapeFunction = (c) => {
  const x = c.input(0);
  const shape = x?.shape;
  const keep = c.int('keepdims', 1) !== 0;
  const since = c.op.type === 'ReduceSum' ? 13 : AXES_INPUT_SINCE;
  const byInput = c.version >= since && c.has(1);
  const axes = byInput ? c.numbers(1) : c.ints('axes');
  if (!shape) return c.tensor(0, x?.dtype, undefined);
  if (byInput && !axes) {
    // Any axis may be among them: the rank stays when dimensions are kept, else it goes down by the number of axes.
    const n = c.dim(1, 0);
    const rank = keep
      ? shape.length
      : typeof n === 'number' && n > 0 && n <= shape.length
        ? shape.length - n
        : undefined;
    return c.tensor(0, x.dtype, rank === undefined ? undefined : new Array<undefined>(rank).fill(undefined));
  }
  const none = !axes || axes.length === 0;
  if (none && c.int('noop_with_empty_axes', 0) !== 0) return c.set(0, x);
  const at = none ? shape.map((_, i) => i) : axesIn(axes, shape.length);
  if (!at) return;
  const out = keep ? shape.map((d, i) => (at.includes(i) ? 1 : d)) : shape.filter((_, i) => !at.includes(i));
  c.tensor(0, x.dtype, out, at.length === shape.length && x.data ? reduced(c, x.data) : undefined);
};

/** All entries to one. */
function reduced(c: ShapeContext, data: Data): Data | undefined {
  const combine = (f: (a: Dim, b: Dim) => Dim, start: Dim): Data | undefined => {
    let value = start;
    for (const d of data) value = f(value, d);
    return value === undefined ? undefined : [value];
  };
  switch (c.op.type) {
    case 'ReduceProd':
      return combine(times, 1);
    case 'ReduceSum':
      return combine(plus, 0);
    case 'ReduceMax':
      return data.length > 0 ? combine(atLeast, data[0]) : undefined;
    case 'ReduceMin':
      return data.length > 0 ? combine(atMost, data[0]) : undefined;
    default:
      return undefined;
  }
}

const argument: ShapeFunction = (c) => {
  const shape = c.shape(0);
  if (!shape) return c.tensor(0, 'int64', undefined);
  const at = axesIn([c.int('axis', 0)], shape.length);
  if (!at) return;
  const keep = c.int('keepdims', 1) !== 0;
  c.tensor(
    0,
    'int64',
    keep ? shape.map((d, i) => (i === at[0] ? 1 : d)) : shape.filter((_, i) => i !== at[0]),
  );
};

const REDUCTIONS = [
  'L1',
  'L2',
  'LogSum',
  'LogSumExp',
  'Max',
  'Mean',
  'Min',
  'Prod',
  'Sum',
  'SumSquare',
] as const;

export const reductions: ShapeTable = {
  ...Object.fromEntries(REDUCTIONS.map((r) => [`Reduce${r}`, reduce])),
  ArgMax: argument,
  ArgMin: argument,
};
