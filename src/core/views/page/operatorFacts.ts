/** What lists and maps say of single operators and weights under every scenario alike. */
import type { Analysis } from '../../analysis';
import { blockPath } from '../../model/model';
import type { Model } from '../../model/model';

export interface OperatorFacts {
  /** What a person calls it, by operator id: `q_proj`, `MatMul`, a node's own name. */
  readonly labels: readonly string[];
  /** Weights (ids) by operator: each weight at the first operator of its own block that uses it, so that none counts twice. */
  readonly weights: readonly (readonly number[])[];
  /** Weights that no operator was given. */
  readonly unused: readonly number[];
}

const KNOWN = new WeakMap<Model, OperatorFacts>();
const NONE: readonly number[] = [];

export function operatorFacts({ model }: Pick<Analysis, 'model'>): OperatorFacts {
  let known = KNOWN.get(model);
  if (!known) KNOWN.set(model, (known = compute(model)));
  return known;
}

function compute(model: Model): OperatorFacts {
  const users = new Int32Array(model.weights.length).fill(-1);
  model.operators.forEach((op, id) => {
    for (const input of op.inputs) {
      const weight = input < 0 ? undefined : model.values[input]?.weight;
      if (weight === undefined) continue;
      const first = users[weight]!;
      const home = model.weights[weight]!.block;
      // A tied table is the embedding's, wherever else it is multiplied.
      if (first < 0 || (model.operators[first]!.block !== home && op.block === home)) users[weight] = id;
    }
  });
  const weights: (readonly number[])[] = model.operators.map(() => NONE);
  const unused: number[] = [];
  users.forEach((op, weight) => {
    if (op < 0) unused.push(weight);
    else weights[op] = weights[op] === NONE ? [weight] : [...weights[op]!, weight];
  });
  return { labels: model.operators.map((_, id) => labelOf(model, id)), weights, unused };
}

function labelOf(model: Model, id: number): string {
  const op = model.operators[id]!;
  if (model.format === 'onnx') return op.name === '' ? op.type : op.name;
  for (const input of op.inputs) {
    const weight = input < 0 ? undefined : model.values[input]?.weight;
    if (weight !== undefined) return weightLabel(model, weight, op.block);
  }
  return op.type;
}

/** A weight's module without the block's own path and the repetitions: `q_proj` of `model.layers.{0}.self_attn.q_proj.weight`. */
function weightLabel(model: Model, weight: number, block: number): string {
  const parts = model.weights[weight]!.name.split('.').filter((part) => !/^(\{\d+\}|\d+)$/.test(part));
  if (parts.length > 1 && /^(weight|bias|qweight|scales|kernel)$/.test(parts.at(-1)!)) parts.pop();
  const path = blockPath(model, block)
    .split('.')
    .filter((part) => part !== '');
  let same = 0;
  while (same < path.length && same < parts.length - 1 && path[same] === parts[same]) same++;
  return parts.slice(same).join('.');
}
