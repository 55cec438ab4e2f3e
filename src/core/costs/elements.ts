import { product } from '../model/arithmetic';
import type { Expression } from '../model/expression';
import type { Model } from '../model/model';
import type { Value } from '../model/value';

/** Elements of a value; undefined when its rank or a dimension is unknown, or it is no dense tensor. */
export function elementsOf(model: Pick<Model, 'weights'>, value: Value): Expression | undefined {
  let shape = value.shape;
  if (!shape && value.weight !== undefined) shape = model.weights[value.weight]?.shape;
  if (!shape) return undefined;
  let n = 1;
  for (const d of shape) {
    if (typeof d !== 'number') return symbolic(shape);
    n *= d;
  }
  return n;
}

function symbolic(shape: NonNullable<Value['shape']>): Expression | undefined {
  for (const d of shape) if (d === undefined) return undefined;
  return product(shape as readonly Expression[]);
}
