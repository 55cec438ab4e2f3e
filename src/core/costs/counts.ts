/** How much of a model is known: operators with a cost, values with a shape. */
import type { Model } from '../model/model';
import type { Costs } from './costModel';
import type { Estimate } from './estimate';
import { exact } from './quantity';
import { num } from './text';

type Counts = Pick<Estimate, 'operators' | 'values'>;

const KNOWN = new WeakMap<Costs, Counts>();

export function countsOf(model: Model, costs: Costs): Counts {
  let known = KNOWN.get(costs);
  if (!known) KNOWN.set(costs, (known = count(model, costs)));
  return known;
}

function count(model: Model, costs: Costs): Counts {
  const total = model.operators.length;
  let unknownOperators = 0;
  for (const c of costs.operators) if (c.certainty === 'unknown') unknownOperators++;
  let values = 0;
  let known = 0;
  for (const v of model.values) {
    if (v.weight !== undefined) continue;
    values++;
    if (v.shape && v.shape.every((d) => d !== undefined)) known++;
  }
  const share = (n: number, of: number) =>
    of === 0 ? '' : `: ${((100 * n) / of).toFixed(1)} % of ${num(of)}`;
  return {
    operators: {
      total: exact(total, 'operators', `${num(total)} declared operators`),
      unknown: exact(
        unknownOperators,
        'operators',
        `${num(unknownOperators)} without a known cost${share(unknownOperators, total)}`,
      ),
    },
    values: {
      total: exact(values, 'values', `${num(values)} values besides weights`),
      known: exact(known, 'values', `${num(known)} with a known shape${share(known, values)}`),
    },
  };
}
