/** Matrix products with fused transposes, activations and quantisation; elementwise products of quantised tensors. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import { broadcastShapes } from '../dims';
import type { Facts } from '../facts';
import { dtypeAttribute } from '../ops/elementwise';
import { asStandard, givenInput, reshaped, setShaped } from './asStandard';

/** [d0, d1 .. dn-2, dn-1] -> [d1 .. dn-2, d0, dn-1]: the rows come first and move behind the batch. */
function batchFirst(shape: Shape): Shape {
  return shape.length < 3 ? shape : [...shape.slice(1, -1), shape[0], shape[shape.length - 1]];
}

function swapped(shape: Shape): Shape {
  return shape.length < 2 ? shape : [...shape.slice(0, -2), shape[shape.length - 1], shape[shape.length - 2]];
}

/** An operand as MatMul wants it: batch transposed first, then the last two dimensions. */
function operand(c: ShapeContext, i: number, which: 'A' | 'B'): Facts | undefined {
  let facts = c.input(i);
  if (c.int(`transBatch${which}`, 0) !== 0) facts = reshaped(facts, batchFirst);
  if (c.int(`trans${which}`, 0) !== 0) facts = reshaped(facts, swapped);
  return facts;
}

type TypeRule = (c: ShapeContext) => DType | undefined;

const product =
  (dtype: TypeRule, second = 1): ShapeFunction =>
  (c) =>
    setShaped(c, dtype(c), asStandard(c, 'MatMul', [operand(c, 0, 'A'), operand(c, second, 'B')]));

const gemm =
  (dtype: TypeRule, second = 1): ShapeFunction =>
  (c) =>
    setShaped(c, dtype(c), asStandard(c, 'Gemm', [c.input(0), c.input(second), null]));

const first: TypeRule = (c) => c.dtype(0);
const accumulated: TypeRule = (c) =>
  c.dtype(0) === 'uint16' && c.dtype(1) === 'uint16' ? 'uint32' : 'int32';

/** Full precision unless a scale for the output is given. */
const requantised: TypeRule = (c) => (c.has(7) ? (c.dtype(8) ?? c.dtype(0)) : 'float32');

const broadcast =
  (dtype: TypeRule, ...inputs: readonly number[]): ShapeFunction =>
  (c) => {
    let shape = c.shape(inputs[0]!);
    for (const i of inputs.slice(1)) shape = broadcastShapes(shape, c.shape(i));
    c.tensor(0, dtype(c), shape);
  };

const distances: ShapeFunction = (c) => c.tensor(0, c.dtype(0), [c.dim(0, 0), c.dim(1, 0)]);

const concat: ShapeFunction = (c) => {
  const tensors = [];
  for (let i = 2; i < c.inputCount; i += 3) tensors.push(givenInput(c, i));
  setShaped(c, c.dtype(1), asStandard(c, 'Concat', tensors));
};

/** Reduced over the attribute's axes, or all. */
const reduced =
  (dtype: TypeRule): ShapeFunction =>
  (c) =>
    setShaped(c, dtype(c), asStandard(c, 'ReduceSum', [c.input(0)], { version: 11 }));

export const matrices: ShapeTable = {
  CDist: distances,
  ComplexMul: broadcast(first, 0, 1),
  ComplexMulConj: broadcast(first, 0, 1),
  DynamicQuantizeMatMul: product(first),
  FusedGemm: gemm(first),
  FusedMatMul: product(first),
  FusedMatMulActivation: product(first),
  GemmFastGelu: product(first),
  GemmFloat8: gemm((c) => dtypeAttribute(c, 'dtype') ?? 'float32'),
  MatMulInteger16: product(accumulated),
  MatMulIntegerToFloat: product((c) => c.dtype(2)),
  MulInteger: broadcast(() => 'int32', 0, 2),
  QGemm: gemm(requantised, 3),
  QLinearAdd: broadcast(first, 0, 3),
  QLinearConcat: concat,
  QLinearMul: broadcast(first, 0, 3),
  QLinearReduceMean: reduced(first),
  QLinearWhere: broadcast((c) => c.dtype(1), 0, 1, 4),
  QOrderedMatMul: product(first, 2),
  ReduceSumInteger: reduced((c) => (c.dtype(0) === 'uint8' ? 'uint32' : 'int32')),
  SparseToDenseMatMul: product((c) => c.dtype(1)),
  TransposeMatMul: product(first),
};
