/** Work per element: the documented rules, and the operators whose rule needs an attribute or a second shape. */
import { add, multiply, product } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import { ELEMENT_RULES } from '../elementOperations';
import { MOVEMENT, VIEWS } from '../movement';
import type { CostFunction, CostTable, OperatorView } from './view';
import { UnknownCost } from './view';

/** The cost function that the tables give an operator, or undefined when they do not name it. */
export function tabled(key: string): CostFunction | undefined {
  if (VIEWS.has(key)) return () => ({ view: true });
  if (key === 'Gather' || key === 'com.microsoft:TorchEmbedding') return gather;
  if (MOVEMENT.has(key)) return () => ({});
  if (!Object.hasOwn(ELEMENT_RULES, key)) return undefined;
  const rule = ELEMENT_RULES[key]!;
  if (rule.each === 0) return () => ({});
  return (v) => ({ elementOperations: multiply(rule.each, rule.of === 'input' ? v.size(0) : v.outSize()) });
}

/** A look-up reads only the rows it returns. */
const gather: CostFunction = (v) => {
  const rows = v.outSize();
  return v.input(0)?.weight === undefined
    ? { activationsRead: rows }
    : { weightsRead: rows, activationsRead: v.has(1) ? v.size(1) : 0 };
};

const gelu: CostFunction = (v) => ({
  elementOperations: multiply(v.text('approximate', 'none') === 'tanh' ? 9 : 5, v.outSize()),
});

/** n inputs of any shape that broadcasts: n - 1 steps (and for Mean the division). */
function variadic(extra: number): CostFunction {
  return (v) => ({ elementOperations: multiply(Math.max(0, v.op.inputs.length - 1 + extra), v.outSize()) });
}

function skipNorm(norm: number): CostFunction {
  return (v) => ({
    elementOperations: multiply(norm + 1 + (v.has(4) || (norm === 4 && v.has(3)) ? 1 : 0), v.outSize()),
  });
}

/** Layer normalisation without a shift has one step less. */
const layerNorm: CostFunction = (v) => ({ elementOperations: multiply(v.has(2) ? 7 : 6, v.outSize()) });

/** Windows: each output looks at every element of its kernel. */
function pool(perTap: number, kernel: (v: OperatorView) => Expression): CostFunction {
  return (v) => ({ elementOperations: multiply(perTap, v.outSize(), kernel(v)) });
}

const kernelShape = (v: OperatorView): Expression => {
  const k = v.ints('kernel_shape');
  if (!k) throw new UnknownCost('attribute kernel_shape is missing');
  return product(k);
};

/** Taps of an interpolation: 2^axes for linear, 4^axes for cubic, over the axes that change; nearest copies. */
function interpolation(mode: string, axes: number): number {
  if (mode === 'linear' || mode === 'bilinear') return 2 * 2 ** axes;
  if (mode === 'cubic' || mode === 'bicubic') return 2 * 4 ** axes;
  return 0;
}

const resize: CostFunction = (v) => {
  const mode = v.text('mode', 'nearest');
  if (mode === 'nearest') return {};
  const input = v.shape(0);
  const output = v.outShape();
  const changed = output.filter(
    (d, i) => d !== input[i] && JSON.stringify(d) !== JSON.stringify(input[i]),
  ).length;
  return { elementOperations: multiply(interpolation(mode, changed), product(output)) };
};

const gridSample: CostFunction = (v) => {
  const mode = v.text('mode', 'linear');
  return { elementOperations: multiply(interpolation(mode, v.rank(0) - 2), v.outSize()) };
};

/** Regions of interest: per output cell, `sampling_ratio`^2 bilinear samples (8 steps each) and one sum or maximum. */
const roiAlign: CostFunction = (v) => {
  const ratio = v.int('sampling_ratio', 0);
  const each = multiply(9, v.outSize(), Math.max(1, ratio) ** 2);
  return ratio > 0
    ? { elementOperations: each }
    : { elementOperations: each, lowerBound: 'samples per cell follow the size of each region, data' };
};

/** Every pair of boxes is compared in the worst case: 14 steps of intersection over union. */
const suppression: CostFunction = (v) => {
  const boxes = v.dim(0, 1);
  return {
    elementOperations: multiply(7, v.dim(1, 0), v.dim(1, 1), boxes, boxes),
    estimated: 'all pairs of boxes are counted; how many are compared is data',
  };
};

const lrn: CostFunction = (v) => ({ elementOperations: multiply(v.required('size') * 2 + 4, v.outSize()) });

/** Pairs of rows: a subtraction and a square per coordinate, a sum. */
const distances: CostFunction = (v) => ({ elementOperations: multiply(3, v.outSize(), v.dim(0, -1)) });

/** Two RMS norms and a dot product over the keys' elements, then the gate on the values. */
const engramGate: CostFunction = (v) => ({
  elementOperations: add(multiply(10, v.size(0)), multiply(v.hasOutput(1) ? 5 : 1, v.outSize())),
});

const timeWarping: CostFunction = (v) => ({ elementOperations: multiply(4, v.size(0)) });

const qAveragePool = pool(3, kernelShape);
const maxPool = pool(1, kernelShape);

export const ELEMENTWISE: CostTable = {
  Gelu: gelu,
  Sum: variadic(0),
  Max: variadic(0),
  Min: variadic(0),
  Mean: variadic(1),
  LayerNormalization: layerNorm,
  'com.microsoft:SkipLayerNormalization': skipNorm(7),
  'com.microsoft:SkipSimplifiedLayerNormalization': skipNorm(4),
  'com.microsoft:FastGelu': (v) => ({ elementOperations: multiply(v.has(1) ? 10 : 9, v.outSize()) }),
  'com.microsoft:GroupNorm': (v) => ({
    elementOperations: multiply(v.int('activation', 0) === 1 ? 12 : 7, v.outSize()),
  }),
  AveragePool: pool(1, kernelShape),
  MaxPool: maxPool,
  LpPool: pool(2, kernelShape),
  MaxRoiPool: (v) => ({
    elementOperations: v.size(0),
    estimated: 'regions are data; the whole map is counted once',
  }),
  'com.microsoft:NhwcMaxPool': maxPool,
  'com.microsoft:MaxpoolWithMask': maxPool,
  'com.microsoft:QLinearAveragePool': qAveragePool,
  'com.microsoft.nchwc:AveragePool': pool(1, kernelShape),
  'com.microsoft.nchwc:MaxPool': maxPool,
  'com.microsoft.nchwc:GlobalAveragePool': (v) => ({ elementOperations: v.size(0) }),
  'com.microsoft.nchwc:GlobalMaxPool': (v) => ({ elementOperations: v.size(0) }),
  'com.microsoft.nchwc:Upsample': resize,
  Resize: resize,
  Upsample: resize,
  GridSample: gridSample,
  'com.microsoft:GridSample': gridSample,
  AffineGrid: (v) => ({ macs: multiply(v.outSize(), v.dim(0, -1)) }),
  RoiAlign: roiAlign,
  'com.microsoft:CropAndResize': (v) => ({ elementOperations: multiply(8, v.outSize()) }),
  NonMaxSuppression: suppression,
  LRN: lrn,
  'com.microsoft:EngramGate': engramGate,
  'com.microsoft:CDist': distances,
  'com.microsoft:DynamicTimeWarping': timeWarping,
};
