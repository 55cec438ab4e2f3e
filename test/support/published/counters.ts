/** What other counters add to the products, over the operators of a graph; rules as found by their own tables. */
import { operatorFigures } from '../../../src/core/costs/operatorFigures';
import type { Bindings } from '../../../src/core/model/evaluate';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Model } from '../../../src/core/model/model';
import type { Operator } from '../../../src/core/model/operator';
import { bindScenario } from '../../../src/core/scenario/bind';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { Built, Measure } from './claim';
import { at, prefillMacs } from './measures';

/** Elements of a value under the bindings. */
function elements(model: Model, id: number | undefined, bindings: Bindings = {}): number {
  const shape = id === undefined || id < 0 ? undefined : model.values[id]?.shape;
  if (!shape) return Number.NaN;
  return shape.reduce<number>(
    (n, d) => n * (d === undefined ? Number.NaN : (evaluate(d, bindings) ?? Number.NaN)),
    1,
  );
}

/** Sum of a count over all operators. */
function over(count: (op: Operator, size: { read: number; written: number }) => number): Measure {
  return ({ model }: Built) =>
    model.operators.reduce((sum, op) => {
      const size = { read: elements(model, op.inputs[0]), written: elements(model, op.outputs[0]) };
      return sum + count(op, size);
    }, 0);
}

const RECTIFIERS: ReadonlySet<string> = new Set(['Relu', 'PRelu', 'LeakyRelu', 'Clip', 'Elu']);
const POOLS: ReadonlySet<string> = new Set(['MaxPool', 'AveragePool', 'GlobalAveragePool', 'GlobalMaxPool']);
const withBias = (op: Operator) => (op.inputs[2] ?? -1) >= 0;
const isProduct = (op: Operator) => op.type === 'Conv' || op.type === 'Gemm';

/** ptflops: one for each bias added, two for each normalised element, one for a rectified and for a pooled one. */
export const ptflopsMacs: Measure = (b) =>
  prefillMacs(1)(b) +
  over((op, { read, written }) => {
    if (isProduct(op)) return withBias(op) ? written : 0;
    if (op.type === 'BatchNormalization') return 2 * read;
    if (RECTIFIERS.has(op.type)) return written;
    return POOLS.has(op.type) ? read : 0;
  })(b);

/** thop, as its table stands: fully connected layers twice, each bias added, four for each normalised element. */
export const thopMacs: Measure = (b) =>
  prefillMacs(1)(b) +
  over((op, { read, written }) => {
    if (op.type === 'Gemm') return written * elements(b.model, op.inputs[0]);
    if (op.type === 'Conv') return withBias(op) ? written : 0;
    return op.type === 'BatchNormalization' ? 4 * read : 0;
  })(b);

/** calflops: two for each product, and one for each bias, two for each normalised element, one rectified or pooled. */
export const calflopsFlops: Measure = (b) => prefillMacs(1)(b) + ptflopsMacs(b);

/** torch_flops of a transformer or CNN: two for each product. */
export const twice: Measure = (b) => 2 * prefillMacs(1)(b);

/** What onnx-tool charges an element, by what the operator does (its node.py): exp 32, division 4, root 24. */
const ONNX_TOOL: Readonly<Record<string, number>> = {
  Add: 1,
  Sub: 1,
  Mul: 1,
  Div: 4,
  Relu: 1,
  LeakyRelu: 2,
  PRelu: 2,
  Clip: 2,
  Sigmoid: 36,
  Swish: 33,
  Gelu: 34,
  Softmax: 36,
  BatchNormalization: 0,
  LayerNormalization: 7,
  RMSNormalization: 7,
  GroupNormalization: 7,
  RotaryEmbedding: 80,
  LRN: 5,
  Sqrt: 24,
  Pow: 32,
};

/** onnx-tool: products, biases, and every other element by the weight of its operator; a pool by its window. */
export function onnxToolMacs(
  scenario: Partial<Scenario>,
  pass: (op: Operator) => boolean = () => true,
): Measure {
  return (b) => {
    const run = at({ phase: 'prefill', ...scenario });
    const f = operatorFigures(b.model, b.costs, run);
    const bindings = bindScenario(b.model, run);
    return b.model.operators.reduce((sum, op, i) => {
      if (!pass(op)) return sum;
      const own = f.macs[i]! + otherWork(b.model, op, f.macs[i]!, bindings);
      return sum + f.executions[i]! * own;
    }, 0);
  };
}

function otherWork(model: Model, op: Operator, macs: number, bindings: Bindings): number {
  const written = elements(model, op.outputs[0], bindings);
  if (isProduct(op)) return withBias(op) ? written : 0;
  if (op.type === 'Attention') {
    // Both products have the head's width for each score.
    const heads = op.attributes['q_num_heads'];
    const width = model.values[op.inputs[0]!]?.shape?.at(-1);
    if (heads?.kind !== 'int' || typeof width !== 'number') return Number.NaN;
    return (36 * macs * Number(heads.value)) / (2 * width);
  }
  if (op.type === 'MaxPool' || op.type === 'AveragePool') {
    const window = op.attributes['kernel_shape'];
    return written * (window?.kind === 'ints' ? window.value.reduce((n, d) => n * Number(d), 1) : 1);
  }
  if (op.type === 'GlobalAveragePool') return elements(model, op.inputs[0], bindings);
  return (ONNX_TOOL[op.type] ?? 0) * written || 0;
}
