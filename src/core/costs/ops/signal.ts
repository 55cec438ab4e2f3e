/** Fourier transforms, and the trees and kernels of classical learning. */
import { add, multiply, product } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import type { CostFunction, CostTable, OperatorView, Work } from './view';
import { UnknownCost } from './view';

/**
 * A transform of length n by the fast algorithm: 5 n log2 n real operations for complex data, half for real (the count
 * FFTW's own benchmarks use). The length must be a number: a logarithm of a symbol is no expression.
 */
function fast(transforms: Expression, n: Expression | undefined, real: boolean): Work {
  if (typeof n !== 'number') throw new UnknownCost('the length of the transform is not a known number');
  if (n <= 0) throw new UnknownCost('the length of the transform is not positive');
  return {
    elementOperations: multiply((real ? 2.5 : 5) * n * Math.log2(n), transforms),
    estimated: 'counted as a fast Fourier transform, 5 n log2 n',
  };
}

/** DFT: input [batch, ..., 1 or 2]; axis as attribute (17) or input (20). */
const dft: CostFunction = (v) => {
  const x = v.shape(0);
  const given = v.data(2)?.[0];
  const axis =
    typeof given === 'number'
      ? given
      : v.int('axis', v.has(2) ? Number.NaN : v.model.opsets['']! >= 20 ? -2 : 1);
  if (Number.isNaN(axis)) throw new UnknownCost('the axis of the transform is data');
  const at = axis < 0 ? x.length + axis : axis;
  const n = v.data(1)?.[0] ?? x[at];
  const others = x.filter((_, i) => i !== at && i !== x.length - 1);
  return fast(product(others), n, x.at(-1) === 1);
};

/** STFT: output [batch, frames, frequencies, 2]; every frame is one transform of frame_length, and is windowed. */
const stft: CostFunction = (v) => {
  const out = v.outShape();
  const n = v.data(3)?.[0] ?? (v.has(2) ? v.dim(2, 0) : undefined);
  const frames = multiply(out[0]!, out[1]!);
  const work = fast(frames, n, v.shape(0).at(-1) === 1 || v.rank(0) === 2);
  return { ...work, elementOperations: add(work.elementOperations!, v.has(2) ? multiply(frames, n!) : 0) };
};

/** com.microsoft:Rfft and Irfft over the last `signal_ndim` axes. */
function real(inverse: boolean): CostFunction {
  return (v) => {
    const shape = inverse ? v.outShape() : v.shape(0);
    const axes = v.int('signal_ndim', 1);
    return fast(product(shape.slice(0, -axes)), product(shape.slice(-axes)), true);
  };
}

/** Rows x classes x features. */
const linear: CostFunction = (v) => {
  const coefficients = lengthOf(v, 'coefficients');
  return { macs: multiply(rows(v), coefficients) };
};

/** Kernel of every row with every support vector, then the weighted sums. */
const svm: CostFunction = (v) => {
  const vectors = lengthOf(v, 'support_vectors');
  const weights = lengthOf(v, 'coefficients');
  return {
    macs: multiply(rows(v), vectors > 0 ? vectors + weights : weights),
    elementOperations: multiply(rows(v), weights),
  };
};

/** A row walks one path per tree: at most all nodes, at least one comparison per tree. */
const trees: CostFunction = (v) => {
  const ids = v.ints('nodes_treeids');
  const count = ids ? new Set(ids).size : (v.ints('tree_roots')?.length ?? 0);
  return {
    elementOperations: multiply(rows(v), count),
    lowerBound: 'one comparison per tree; the depth of each path is data',
  };
};

function rows(v: OperatorView): Expression {
  return v.rank(0) > 1 ? v.dim(0, 0) : 1;
}

function lengthOf(v: OperatorView, name: string): number {
  return v.ints(name)?.length ?? 0;
}

export const SIGNAL: CostTable = {
  DFT: dft,
  STFT: stft,
  'com.microsoft:Rfft': real(false),
  'com.microsoft:Irfft': real(true),
  'ai.onnx.ml:LinearClassifier': linear,
  'ai.onnx.ml:LinearRegressor': linear,
  'ai.onnx.ml:SVMClassifier': svm,
  'ai.onnx.ml:SVMRegressor': svm,
  'ai.onnx.ml:TreeEnsemble': trees,
  'ai.onnx.ml:TreeEnsembleClassifier': trees,
  'ai.onnx.ml:TreeEnsembleRegressor': trees,
};
