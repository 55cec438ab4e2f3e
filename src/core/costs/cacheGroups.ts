/** Equal cache tensors of a model together, and what their kinds mean. */
import type { CacheTensor } from '../model/cache';
import { keyOf } from '../model/expression';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Costs } from './costModel';

/** Cache tensors that are equal. */
export interface CacheGroup {
  readonly tensor: CacheTensor;
  layers: number;
  /** Blocks that own one, with their copies. */
  readonly owners: (readonly [block: number, copies: number])[];
}

const GROUPS = new WeakMap<Costs, readonly CacheGroup[]>();

/** Equal cache tensors together, with how many layers own one. */
export function groupsOf(model: Model, costs: Costs): readonly CacheGroup[] {
  const known = GROUPS.get(costs);
  if (known) return known;
  const groups = new Map<string, CacheGroup>();
  for (const tensor of costs.caches) {
    const key = [tensor.kind, tensor.dtype, tensor.window ?? '', ...tensor.shape.map(keyOf)].join('|');
    const layers = repeatsOf(model, tensor.block);
    const group = groups.get(key);
    if (group) {
      group.layers += layers;
      group.owners.push([tensor.block, layers]);
    } else groups.set(key, { tensor, layers, owners: [[tensor.block, layers]] });
  }
  const list = [...groups.values()];
  GROUPS.set(costs, list);
  return list;
}

/** Whether a tensor is kept over the source of an encoder, whose length the target does not change. */
export function isCross(t: CacheTensor): boolean {
  return t.kind === 'cross_key' || t.kind === 'cross_value';
}

/** Whether a tensor holds tokens; constant states do not. */
export function isGrowing(t: CacheTensor): boolean {
  return t.kind !== 'conv' && t.kind !== 'recurrent';
}
