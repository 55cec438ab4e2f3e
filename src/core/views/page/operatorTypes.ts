import type { Model } from '../../model/model';
import { repeatsOf } from '../../model/model';
import type { PageHead } from './pageView';

/** Types listed at most. */
const MOST = 200;

/** Operators by type, most frequent first; the standard's domain is not spelled out. */
export function operatorTypes(model: Model): PageHead['operatorTypes'] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const operator of model.operators) {
    const copies = repeatsOf(model, operator.block);
    const type = operator.domain === '' ? operator.type : `${operator.domain}.${operator.type}`;
    counts.set(type, (counts.get(type) ?? 0) + copies);
    total += copies;
  }
  return [...counts]
    .map(([type, count]) => ({ type, count, share: count / total }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
    .slice(0, MOST);
}
