import type { Claim, Measure, Section } from '../claim';
import { operatorFigures } from '../../../../src/core/costs/operatorFigures';
import type { Figure } from '../figure';
import { at } from '../measures';

/** Number of the operator in its list: Conv_0, Relu_1, Conv_2 ... */
const indexOf = (f: Figure) => Number(/_(\d)$/.exec(f.model)![1]);

const parametersAt =
  (i: number): Measure =>
  ({ model }) =>
    model.operators[i]!.inputs.reduce((sum, id) => {
      const w = model.weights[model.values[id]?.weight ?? -1];
      return sum + (w ? w.shape.reduce((a, b) => a * b, 1) : 0);
    }, 0);

const elementsAt =
  (i: number): Measure =>
  ({ model }) =>
    model.values[model.operators[i]!.outputs[0]!]!.shape!.reduce<number>((a, b) => a * Number(b), 1);

function claim(f: Figure): Claim {
  const i = indexOf(f);
  const convolution = i % 2 === 0;
  const rows: Readonly<
    Record<string, readonly [what: string, ours: Measure, why?: string, value?: Measure]>
  > = {
    parameters: ['parameters of the operator', parametersAt(i)],
    memory: ['bytes of output and weights in 32 bits', (b) => 4 * (elementsAt(i)(b) + parametersAt(i)(b))],
    MACs: [
      convolution ? 'MACs of the operator' : 'element operations of the operator',
      (b) => {
        const o = operatorFigures(b.model, b.costs, at({}));
        return convolution ? o.macs[i]! : o.elementOperations[i]!;
      },
      'theirs counts each bias added as one',
      (b) => operatorFigures(b.model, b.costs, at({})).macs[i]! + elementsAt(i)(b),
    ],
  };
  const [what, ours, why, value] = rows[f.quantity]!;
  return {
    kind: 'compared',
    of: { graph: 'detector-stem' },
    what,
    ours,
    published: f.value,
    ...(why && convolution ? { rule: { why, value: value! } } : {}),
  };
}

export const operators: Section = {
  title: 'onnx-tool by operator',
  about: 'The first operators of a detector, as an issue quotes them.',
  has: (f) => f.source.startsWith('groq/'),
  claim,
};
