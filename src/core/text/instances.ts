import type { Model } from '../model/model';
import type { Operator } from '../model/operator';

/**
 * The copies that shape inference made of the operators of functions, one for each call, by the id of the operator in
 * the function's own body. A function's body has no shapes and no costs itself; its copies have.
 */
export function copiesOf(file: Model, shaped: Model): ReadonlyMap<number, readonly number[]> {
  const copies = new Map<number, number[]>();
  if (shaped.operators.length === file.operators.length) return copies;
  const byOrigin = new Map<Operator['origin'], number>();
  file.operators.forEach((op, id) => {
    if (op.origin) byOrigin.set(op.origin, id);
  });
  for (let id = file.operators.length; id < shaped.operators.length; id++) {
    const from = byOrigin.get(shaped.operators[id]!.origin);
    if (from === undefined) continue;
    const list = copies.get(from);
    if (list) list.push(id);
    else copies.set(from, [id]);
  }
  return copies;
}
