/** Operators that work entry by entry: same shape, or shapes broadcast together. */
import type { DType } from '../../model/dtype';
import { isDType, isFloat } from '../../model/dtype';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { broadcastShapes, sameDim } from '../dims';
import type { Data } from '../facts';
import { UNARY, binaryEntry, known, mapContents, toInteger } from './numbers';

/** Same type and shape, content unknown. */
export const sameAsInput: ShapeFunction = (c) => c.like(0);

const unary: ShapeFunction = (c) => {
  const x = c.input(0);
  if (!x) return;
  const entry = x.data && UNARY[c.op.type];
  if (!entry) return c.like(0);
  c.tensor(0, x.dtype, x.shape, known(x.data!.map((d) => (d === undefined ? undefined : entry(d)))));
};

/** Identity passes everything on: content, sequences, optionals. */
const identity: ShapeFunction = (c) => c.set(0, c.input(0));

/** Before opset 7 the second input is fitted to the first, by `axis` and `broadcast`. */
function fittedToFirst(c: ShapeContext, dtype: DType | undefined): void {
  c.tensor(0, dtype, c.shape(0));
}

const arithmetic: ShapeFunction = (c) => {
  const a = c.input(0);
  const b = c.input(1);
  const dtype = a?.dtype ?? (c.op.type === 'Pow' ? undefined : b?.dtype);
  if (c.version < 7) return fittedToFirst(c, dtype);
  if (!a || !b) return c.tensor(0, dtype, undefined);
  const shape = broadcastShapes(a.shape, b.shape);
  const entry = a.data && b.data ? binaryEntry(c.op.type, dtype, c.int('fmod', 0) !== 0) : undefined;
  c.tensor(0, dtype, shape, entry && mapContents(shape, [a, b], entry));
};

const comparison: ShapeFunction = (c) => {
  const a = c.input(0);
  const b = c.input(1);
  if (c.version < 7) return fittedToFirst(c, 'bool');
  const shape = broadcastShapes(a?.shape, b?.shape);
  const entry = a?.data && b?.data ? binaryEntry(c.op.type, a.dtype) : undefined;
  c.tensor(0, 'bool', shape, entry && mapContents(shape, [a!, b!], entry));
};

const variadic: ShapeFunction = (c) => {
  let shape = c.shape(0);
  let dtype = c.dtype(0);
  for (let i = 1; i < c.inputCount; i++) {
    dtype ??= c.dtype(i);
    shape = c.version < 8 ? (shape ?? c.shape(i)) : broadcastShapes(shape, c.shape(i));
  }
  const inputs = Array.from(
    { length: c.inputCount },
    (_, i) => c.input(i) ?? { shape: undefined, data: undefined },
  );
  const entry = inputs.every((x) => x.data) ? binaryEntry(c.op.type, dtype) : undefined;
  const all = (...entries: Dim[]): Dim => entries.reduce((a, b) => entry!(a, b));
  c.tensor(0, dtype, shape, entry && mapContents(shape, inputs, all));
};

const where: ShapeFunction = (c) => {
  const [condition, a, b] = [c.input(0), c.input(1), c.input(2)];
  const shape = broadcastShapes(broadcastShapes(condition?.shape, a?.shape), b?.shape);
  const choose = (x: Dim, yes: Dim, no: Dim): Dim => {
    if (typeof x === 'number') return x !== 0 ? yes : no;
    return sameDim(yes, no) ? yes : undefined;
  };
  const inputs = [condition, a, b].map((x) => ({ shape: x?.shape, data: x?.data ?? unknownOf(x?.shape) }));
  const data = a?.data || b?.data ? mapContents(shape, inputs, choose) : undefined;
  c.tensor(0, a?.dtype ?? b?.dtype, shape, data);
};

/** Content of which nothing is known, so that a chosen other side still can be. */
function unknownOf(shape: readonly Dim[] | undefined): Data | undefined {
  let n = 1;
  for (const d of shape ?? [-1]) n *= typeof d === 'number' ? d : -1;
  return n >= 0 && n <= 64 ? new Array<undefined>(n).fill(undefined) : undefined;
}

/** The element types by their numbers in the file (TensorProto.DataType). */
const CODES: readonly (DType | undefined)[] = [
  undefined,
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8_e4m3fn',
  'float8_e4m3fnuz',
  'float8_e5m2',
  'float8_e5m2fnuz',
  'uint4',
  'int4',
  'float4_e2m1',
  'float8_e8m0',
  'uint2',
  'int2',
];

/** An element type given as an attribute: a number, in the oldest versions a name. */
export function dtypeAttribute(c: ShapeContext, name: string): DType | undefined {
  const a = c.attribute(name);
  if (a?.kind === 'int') return CODES[a.value];
  if (a?.kind !== 'string') return undefined;
  const text = a.value.toLowerCase();
  const dtype = text === 'float' ? 'float32' : text === 'double' ? 'float64' : text;
  return isDType(dtype) ? dtype : undefined;
}

const cast: ShapeFunction = (c) => castTo(c, c.op.type === 'CastLike' ? c.dtype(1) : dtypeAttribute(c, 'to'));

function castTo(c: ShapeContext, dtype: DType | undefined): void {
  const x = c.input(0);
  if (!x) return c.tensor(0, dtype, undefined);
  c.tensor(0, dtype, x.shape, x.data && dtype ? convert(x.data, x.dtype, dtype) : undefined);
}

function convert(data: Data, from: DType | undefined, to: DType): Data | undefined {
  if (to === 'string' || from === 'string') return undefined;
  if (to === 'bool') return known(data.map((d) => (typeof d === 'number' ? Number(d !== 0) : undefined)));
  if (isFloat(to)) return data;
  return known(data.map((d) => (d === undefined ? undefined : toInteger(d, 'floor'))));
}

/** The bits are read as another type; the last dimension keeps its size, for the types are of one width. */
const bitCast: ShapeFunction = (c) => c.tensor(0, dtypeAttribute(c, 'to'), c.shape(0));

const toBool: ShapeFunction = (c) => c.tensor(0, 'bool', c.shape(0));

const not: ShapeFunction = (c) => {
  unary(c);
  const out = c.output(0);
  if (out) c.tensor(0, 'bool', out.shape, out.data);
};

/** Mask: booleans from opset 10, before that of the data's type. Versions 1 and 6 have it as well. */
const dropout: ShapeFunction = (c) => {
  c.like(0);
  c.tensor(1, c.version >= 10 ? 'bool' : c.dtype(0), c.shape(0));
};

const clip: ShapeFunction = (c) => {
  const x = c.input(0);
  if (!x?.data) return c.like(0);
  const bound = (i: number, name: string): Dim | null =>
    c.version < 11 ? (c.float(name) ?? null) : c.has(i) ? c.scalar(i) : null;
  const low = bound(1, 'min');
  const high = bound(2, 'max');
  const limited = (d: Dim): Dim => {
    if (low === undefined || high === undefined || d === undefined) return undefined;
    let out: Dim = d;
    if (low !== null)
      out = typeof out === 'number' && typeof low === 'number' ? Math.max(out, low) : maxOf(out, low);
    if (high !== null)
      out = typeof out === 'number' && typeof high === 'number' ? Math.min(out, high) : minOf(out, high);
    return out;
  };
  c.tensor(0, x.dtype, x.shape, known(x.data.map(limited)));
};

const maxOf = binaryEntry('Max', 'int64')!;
const minOf = binaryEntry('Min', 'int64')!;

const SAME = [
  'Acos',
  'Acosh',
  'Asin',
  'Asinh',
  'Atan',
  'Atanh',
  'BitwiseNot',
  'Celu',
  'Cos',
  'Cosh',
  'CumProd',
  'CumSum',
  'Elu',
  'Erf',
  'Gelu',
  'HardSigmoid',
  'HardSwish',
  'Hardmax',
  'LRN',
  'LeakyRelu',
  'LogSoftmax',
  'LpNormalization',
  'MeanVarianceNormalization',
  'Mish',
  'Selu',
  'Shrink',
  'Sigmoid',
  'Sin',
  'Sinh',
  'Softmax',
  'Softplus',
  'Softsign',
  'Swish',
  'Tan',
  'Tanh',
  'ThresholdedRelu',
  'PRelu',
  'Affine',
  'ImageScaler',
  'ParametricSoftplus',
  'Scale',
  'ScaledTanh',
  'Trilu',
  'ReverseSequence',
] as const;

export const elementwise: ShapeTable = {
  ...Object.fromEntries(SAME.map((t) => [t, sameAsInput])),
  ...Object.fromEntries(Object.keys(UNARY).map((t) => [t, unary])),
  ...Object.fromEntries(
    ['Add', 'Sub', 'Mul', 'Div', 'Pow', 'Mod', 'BitShift', 'BitwiseAnd', 'BitwiseOr', 'BitwiseXor'].map(
      (t) => [t, arithmetic],
    ),
  ),
  ...Object.fromEntries(
    ['And', 'Or', 'Xor', 'Equal', 'Less', 'LessOrEqual', 'Greater', 'GreaterOrEqual'].map((t) => [
      t,
      comparison,
    ]),
  ),
  ...Object.fromEntries(['Sum', 'Max', 'Min', 'Mean'].map((t) => [t, variadic])),
  Identity: identity,
  Not: not,
  Where: where,
  Cast: cast,
  CastLike: cast,
  BitCast: bitCast,
  IsNaN: toBool,
  IsInf: toBool,
  Dropout: dropout,
  Clip: clip,
  SwiGLU: sameAsInput,
};
