import { tensorClasses } from '../costs/tensorClass';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import type { Value } from '../model/value';
import type { Weight } from '../model/weight';

/**
 * Every linear layer's matrix as the product of two thin ones whose parameters together are `ratio` of it: rank
 * floor(ratio × rows × columns / (rows + columns)). The product is two MatMuls, so compute follows from the engine.
 */
export function withFactoredMatrices(model: Model, ratio: number): Model {
  const classes = tensorClasses(model);
  const weights: Weight[] = [...model.weights];
  const values: Value[] = [...model.values];
  const operators: Operator[] = [...model.operators];
  const before = new Map<number, number>();
  const factored = new Set<number>();
  model.operators.forEach((op, id) => {
    const w = op.type === 'MatMul' && op.inputs.length === 2 ? model.values[op.inputs[1]!] : undefined;
    const weight = w?.weight;
    const out = model.values[op.outputs[0] ?? -1];
    if (weight === undefined || classes[weight] !== 'matrix' || factored.has(weight) || !out?.shape) return;
    const [rows, columns] = w!.shape ?? [];
    if (typeof rows !== 'number' || typeof columns !== 'number') return;
    const rank = Math.floor((ratio * rows * columns) / (rows + columns));
    if (rank < 1) return;
    factored.add(weight);
    const old = model.weights[weight]!;
    weights[weight] = { ...old, shape: [rank, rows], storage: undefined };
    weights.push({ ...old, name: `${old.name} (second factor)`, shape: [columns, rank], storage: undefined });
    const base = values.length;
    values.push(
      { ...w!, shape: [rows, rank] },
      { ...w!, weight: weights.length - 1, shape: [rank, columns] },
      { ...out, name: `${out.name} (inner)`, shape: [...out.shape.slice(0, -1), rank] },
    );
    const first = operators.length;
    operators.push({ ...op, inputs: [op.inputs[0]!, base], outputs: [base + 2] });
    operators[id] = { ...op, inputs: [base + 2, base + 1] };
    before.set(id, first);
  });
  const graphs = model.graphs.map((g) => ({
    ...g,
    operators: g.operators.flatMap((id) => (before.has(id) ? [before.get(id)!, id] : [id])),
  }));
  return { ...model, weights, values, operators, graphs };
}
