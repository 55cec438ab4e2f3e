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

/** Products by the dimensions' keys: graphs repeat the same few shapes. Emptied before it grows large. */
const PRODUCTS = new Map<string, Expression>();
const MAX_PRODUCTS = 4096;

function symbolic(shape: NonNullable<Value['shape']>): Expression | undefined {
  let key = '';
  for (const d of shape) {
    if (d === undefined) return undefined;
    key += typeof d === 'number' ? `${d},` : `${d.key},`;
  }
  let n = PRODUCTS.get(key);
  if (n === undefined) {
    n = product(shape as readonly Expression[]);
    if (PRODUCTS.size >= MAX_PRODUCTS) PRODUCTS.clear();
    PRODUCTS.set(key, n);
  }
  return n;
}
