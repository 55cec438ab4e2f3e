/** Operators that pick entries by index, and those whose size depends on what they find. */
import type { Shape } from '../../model/value';
import type { ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { axisIn, countOf } from '../dims';
import type { Data } from '../facts';
import { MAX_DATA, fixedCount } from '../facts';
import { sameAsInput } from './elementwise';
import { known } from './numbers';

const gather: ShapeFunction = (c) => {
  const x = c.input(0);
  const index = c.input(1);
  const rank = x?.shape?.length;
  if (!x?.shape || !index?.shape || rank === undefined) return c.tensor(0, x?.dtype, undefined);
  const axis = axisIn(c.int('axis', 0), rank);
  if (axis === undefined) return;
  const shape = [...x.shape.slice(0, axis), ...index.shape, ...x.shape.slice(axis + 1)];
  c.tensor(0, x.dtype, shape, gathered(x.data, x.shape, index.data, axis));
};

function gathered(
  data: Data | undefined,
  shape: Shape,
  index: Data | undefined,
  axis: number,
): Data | undefined {
  if (!data || !index || fixedCount(shape) === undefined) return undefined;
  const outer = countOf(shape, 0, axis) as number;
  const inner = countOf(shape, axis + 1) as number;
  const size = shape[axis] as number;
  if (outer * inner * index.length > MAX_DATA) return undefined;
  const out: Dim[] = [];
  for (let o = 0; o < outer; o++)
    for (const i of index) {
      const at = typeof i !== 'number' ? -1 : i < 0 ? i + size : i;
      for (let k = 0; k < inner; k++)
        out.push(at < 0 || at >= size ? undefined : data[(o * size + at) * inner + k]);
    }
  return known(out);
}

const gatherElements: ShapeFunction = (c) => c.tensor(0, c.dtype(0), c.shape(1));

const gatherNd: ShapeFunction = (c) => {
  const data = c.shape(0);
  const index = c.shape(1);
  const last = index?.[index.length - 1];
  const batch = c.int('batch_dims', 0);
  if (!data || !index || typeof last !== 'number') return c.tensor(0, c.dtype(0), undefined);
  c.tensor(0, c.dtype(0), [...index.slice(0, -1), ...data.slice(batch + last)]);
};

const compress: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const kept = c.numbers(1)?.filter((d) => d !== 0).length;
  const n = kept ?? c.fresh('count');
  const axis = c.int('axis');
  if (axis === undefined) return c.tensor(0, c.dtype(0), [n]);
  c.tensor(
    0,
    c.dtype(0),
    shape?.map((d, i) => (i === axisIn(axis, shape.length) ? n : d)),
  );
};

const nonZero: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const data = c.numbers(0);
  const sizes = shape as readonly number[] | undefined;
  if (!data || !sizes || fixedCount(shape) === undefined)
    return c.tensor(0, 'int64', [shape?.length, c.fresh('count')]);
  const at = data.flatMap((d, i) => (d !== 0 ? [i] : []));
  const rows = sizes.map((size, axis) => {
    const step = sizes.slice(axis + 1).reduce((a, b) => a * b, 1);
    return at.map((i) => Math.floor(i / step) % size);
  });
  c.tensor(0, 'int64', [sizes.length, at.length], rows.flat());
};

const unique: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const axis = c.int('axis');
  const values = axis === undefined ? c.numbers(0) : undefined;
  const n: Dim = values ? new Set(values).size : c.fresh('count');
  if (axis === undefined) c.tensor(0, c.dtype(0), [n]);
  else
    c.tensor(
      0,
      c.dtype(0),
      shape?.map((d, i) => (i === axisIn(axis, shape.length) ? n : d)),
    );
  c.tensor(1, 'int64', [n]);
  const all = axis === undefined ? countOf(shape) : c.dim(0, axis);
  c.tensor(2, 'int64', [all]);
  c.tensor(3, 'int64', [n]);
};

const oneHot: ShapeFunction = (c) => {
  const index = c.shape(0);
  const depth = c.scalar(1) ?? c.fresh('depth');
  if (!index) return c.tensor(0, c.dtype(2), undefined);
  const axis = axisIn(c.int('axis', -1), index.length + 1);
  if (axis === undefined) return;
  c.tensor(0, c.dtype(2), [...index.slice(0, axis), depth, ...index.slice(axis)]);
};

/** k: attribute before opset 10, input since. */
const topK: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const k: Dim = c.version < 10 ? c.int('k') : c.scalar(1);
  const axis = shape && axisIn(c.int('axis', -1), shape.length);
  const n = k ?? c.fresh('k');
  const out = shape?.map((d, i) => (i === axis ? n : d));
  c.tensor(0, c.dtype(0), out);
  c.tensor(1, 'int64', out);
};

/** Boxes kept: decided by the scores; each row names batch, class and box. */
const nonMaxSuppression: ShapeFunction = (c) => {
  const most = c.has(2) ? c.scalar(2) : 0;
  c.tensor(0, 'int64', [most === 0 ? 0 : c.fresh('count'), 3]);
};

const scatterNd: ShapeFunction = (c) => {
  c.like(0);
  const data = c.numbers(1);
  const x = c.input(0);
  const updates = c.data(2);
  // One-dimensional shape arithmetic: x[i] = value.
  if (x?.shape?.length !== 1 || !x.data || !data || !updates || c.string('reduction', 'none') !== 'none')
    return;
  const out = [...x.data];
  data.forEach((at, i) => {
    const k = at < 0 ? at + out.length : at;
    if (k >= 0 && k < out.length) out[k] = updates[i];
  });
  c.tensor(0, x.dtype, x.shape, known(out));
};

/** As long as the longest run: words, or n-grams, of each text. */
const split: ShapeFunction = (c) => {
  const shape = c.shape(0);
  c.tensor(0, 'string', shape && [...shape, c.fresh('longest')]);
  c.tensor(1, 'int64', shape);
};

/** Rows of a vocabulary's size; for rank 1 one row. */
const tfIdf: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const index = c.ints('ngram_indexes') ?? [];
  let width = 0;
  for (const i of index) width = Math.max(width, i + 1);
  c.tensor(0, 'float32', shape && [...shape.slice(0, -1), width]);
};

/** Stop words drop out, so a vector's length is data; without stop words it stays. */
const stringNormalizer: ShapeFunction = (c) => {
  const shape = c.shape(0);
  const stays = (c.strings('stopwords') ?? []).length === 0;
  c.tensor(0, 'string', stays ? shape : shape?.map((d, i) => (i === shape.length - 1 ? c.fresh('kept') : d)));
};

export const gathers: ShapeTable = {
  Gather: gather,
  GatherElements: gatherElements,
  GatherND: gatherNd,
  Scatter: sameAsInput,
  ScatterElements: sameAsInput,
  ScatterND: scatterNd,
  TensorScatter: sameAsInput,
  Compress: compress,
  NonZero: nonZero,
  Unique: unique,
  OneHot: oneHot,
  TopK: topK,
  NonMaxSuppression: nonMaxSuppression,
  StringSplit: split,
  TfIdfVectorizer: tfIdf,
  StringNormalizer: stringNormalizer,
  RegexFullMatch: (c) => c.tensor(0, 'bool', c.shape(0)),
};
