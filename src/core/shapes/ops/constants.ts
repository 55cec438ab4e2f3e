/** Operators that make tensors from attributes, and those that turn shapes into contents. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { atLeast, ceilOver, countOf, minus, times } from '../dims';
import type { Data } from '../facts';
import { MAX_DATA, fixedCount } from '../facts';
import { dtypeAttribute } from './elementwise';
import { toInteger } from './numbers';

const constant: ShapeFunction = (c) => {
  const before = c.output(0);
  if (before?.shape) return;
  const t = c.tensorAttribute('value') ?? c.tensorAttribute('sparse_value');
  if (t) return c.tensor(0, t.dtype, t.shape, t.data);
  const list = (dtype: DType, data: readonly number[]) => c.tensor(0, dtype, [data.length], data);
  for (const name in c.op.attributes) {
    const a = c.op.attributes[name]!;
    if (name === 'value_int' && a.kind === 'int') return c.tensor(0, 'int64', [], [a.value]);
    if (name === 'value_float' && (a.kind === 'float' || a.kind === 'int'))
      return c.tensor(0, 'float32', [], [a.value]);
    if (name === 'value_string') return c.tensor(0, 'string', []);
    if (name === 'value_ints' && a.kind === 'ints') return list('int64', a.value);
    if (name === 'value_floats') return list('float32', c.floats(name) ?? []);
    if (name === 'value_strings' && a.kind === 'strings') return c.tensor(0, 'string', [a.value.length]);
  }
};

/** The shape of a tensor as content; from opset 15 a part of it. */
const shape: ShapeFunction = (c) => {
  const of = c.shape(0);
  if (!of) return c.tensor(0, 'int64', [undefined]);
  const clamp = (at: number) => Math.min(Math.max(at < 0 ? at + of.length : at, 0), of.length);
  const part = c.version < 15 ? of : of.slice(clamp(c.int('start', 0)), clamp(c.int('end', of.length)));
  c.tensor(0, 'int64', [part.length], part);
};

const size: ShapeFunction = (c) => {
  const n = countOf(c.shape(0));
  c.tensor(0, 'int64', [], n === undefined ? undefined : [n]);
};

/**
 * A shape given as content. Entries that are unknown become symbols of the node; with the content unknown, its length
 * still gives the rank.
 */
export function shapeFromInput(c: ShapeContext, i: number): Shape | undefined {
  const data = c.data(i);
  if (data) return data.map((d, at) => d ?? c.fresh(String(at)));
  const length = c.dim(i, 0);
  if (typeof length !== 'number' || length > 64) return undefined;
  return Array.from({ length }, (_, at) => c.fresh(String(at)));
}

export function filledWith(shape: Shape | undefined, value: Dim): Data | undefined {
  const n = fixedCount(shape);
  return n === undefined || value === undefined || n < 0 || n > MAX_DATA
    ? undefined
    : new Array<Dim>(n).fill(value);
}

const constantOfShape: ShapeFunction = (c) => {
  const t = c.tensorAttribute('value');
  const out = shapeFromInput(c, 0);
  const value = t ? (t.data?.length === 1 ? t.data[0] : undefined) : 0;
  c.tensor(0, t ? t.dtype : 'float32', out, filledWith(out, value));
};

/** Start, limit, step: max(0, ceil((limit - start) / step)) numbers. */
const range: ShapeFunction = (c) => {
  const [start, limit, delta] = [c.scalar(0), c.scalar(1), c.scalar(2)];
  const count = rangeCount(start, limit, delta);
  const dtype = c.dtype(0) ?? c.dtype(1) ?? c.dtype(2);
  const n = count ?? c.fresh('count');
  const data =
    typeof n === 'number' && n <= MAX_DATA && typeof start === 'number' && typeof delta === 'number'
      ? Array.from({ length: n }, (_, i) => start + i * delta)
      : undefined;
  c.tensor(0, dtype, [n], data);
};

function rangeCount(start: Dim, limit: Dim, delta: Dim): Dim {
  const span = minus(limit, start);
  if (span === undefined || delta === undefined || delta === 0) return undefined;
  if (typeof span === 'number' && typeof delta === 'number') return Math.max(0, Math.ceil(span / delta));
  if (typeof delta === 'number' && delta < 0) return atLeast(ceilOver(times(span, -1), -delta), 0);
  // Fractions of symbols (from 0 to height·0.5) are brought to whole numbers first.
  if (typeof span !== 'number' && delta === 1) return atLeast(toInteger(span, 'ceil'), 0);
  return atLeast(ceilOver(span, delta), 0);
}

const eyeLike: ShapeFunction = (c) => {
  c.tensor(0, dtypeAttribute(c, 'dtype') ?? c.dtype(0), c.shape(0));
};

/** Experimental, removed: a tensor of the attribute's shape, or of the first input's. */
const givenTensorFill: ShapeFunction = (c) => {
  const extra = c.ints('extra_shape') ?? [];
  const of = c.ints('shape') ?? (c.int('input_as_shape', 0) ? shapeFromInput(c, 0) : c.shape(0));
  c.tensor(0, 'float32', of && [...of, ...extra]);
};

/** Experimental, removed: values from the input's shape. */
const constantFill: ShapeFunction = (c) => {
  const extra = c.ints('extra_shape') ?? [];
  const of = c.ints('shape') ?? (c.int('input_as_shape', 0) ? shapeFromInput(c, 0) : c.shape(0));
  c.tensor(0, dtypeAttribute(c, 'dtype') ?? 'float32', of && [...of, ...extra]);
};

export const constants: ShapeTable = {
  Constant: constant,
  ConstantOfShape: constantOfShape,
  ConstantFill: constantFill,
  GivenTensorFill: givenTensorFill,
  EyeLike: eyeLike,
  Range: range,
  Shape: shape,
  Size: size,
};
