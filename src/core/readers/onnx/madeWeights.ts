import type { Dimension } from '../../model/expression';
import type { Operator } from '../../model/operator';
import type { Value } from '../../model/value';
import type { Weight } from '../../model/weight';
import type { Program, Use } from './uses';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Inputs at which an operator takes learned tensors, or statistics (3 and 4 of BatchNormalization). */
const WEIGHT_INPUTS: Readonly<Record<string, readonly number[]>> = {
  BatchNormalization: [1, 2, 3, 4],
  Conv: [1, 2],
  ConvTranspose: [1, 2],
  GRU: [1, 2, 3],
  Gemm: [1, 2],
  GroupNormalization: [1, 2],
  InstanceNormalization: [1, 2],
  LSTM: [1, 2, 3],
  LayerNormalization: [1, 2],
  MatMul: [1],
  PRelu: [1],
  RNN: [1, 2, 3],
};

/**
 * Files made light replace weights by ConstantOfShape nodes: one number and a stored shape. Where such a node feeds a place
 * for weights and its shape is written down, its output becomes a weight that is not stored. What has a shape that the
 * graph works out, or feeds anything else, is a value like any other. `next` is the id of the first.
 */
export function madeWeights(program: Program, next: number, uses: (value: number) => Use[]): Weight[] {
  const made: Weight[] = [];
  for (const op of program.operators) {
    if (op.type !== 'ConstantOfShape' || op.domain !== '') continue;
    const output = op.outputs[0] ?? -1;
    const value: Mutable<Value> | undefined = program.values[output];
    const shape = program.values[op.inputs[0] ?? -1]?.data;
    if (!value || !shape?.every(isSize)) continue;
    const use = uses(output).find(
      ({ op: { type, domain }, input }) => domain === '' && WEIGHT_INPUTS[type]?.includes(input),
    );
    if (!use) continue;
    const statistic = use.op.type === 'BatchNormalization' && use.input > 2;
    const dtype = typeOf(op);
    Object.assign(value, { kind: 'tensor', shape, dtype, weight: next + made.length });
    made.push({
      name: value.name,
      ...(dtype ? { dtype } : {}),
      shape,
      role: statistic ? 'buffer' : 'parameter',
      reason: `one number over and over, made by ConstantOfShape and not stored; input ${use.input} of ${use.op.type}`,
      made: op.type,
      block: 0,
    });
  }
  return made;
}

const isSize = (d: Dimension | undefined): d is number =>
  typeof d === 'number' && Number.isSafeInteger(d) && d >= 0;

/** Its one number's type; float32 where none is given, as the standard says. */
function typeOf(op: Operator): Weight['dtype'] {
  const value = op.attributes['value'];
  return value?.kind === 'tensor' ? value.value.dtype : 'float32';
}
