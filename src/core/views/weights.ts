import { product } from '../model/arithmetic';
import { bytesOf } from '../model/dtype';
import { blockPath } from '../model/model';
import type { Model } from '../model/model';
import { namesOf } from '../model/names';

/** One real tensor of the checkpoint. */
export interface WeightItem {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string | null;
  /** Bytes as stored; null when the type is unknown. */
  readonly bytes: number | null;
  readonly block: string;
  readonly role: string;
}

/** Most tensors a list holds; a model that claims more is cut there. */
const MAX_ITEMS = 1_000_000;

/** Every weight once per copy, names written out: `{0}` becomes the index of the outermost repeated block, and so on. */
export function expandWeights(model: Model): WeightItem[] {
  const items: WeightItem[] = [];
  for (const w of model.weights) {
    const bytes =
      w.storage?.bytes ??
      (w.dtype && w.dtype !== 'string' ? bytesOf(w.dtype, product(w.shape) as number) : null);
    const common = {
      shape: w.shape,
      dtype: w.dtype ?? null,
      bytes,
      block: blockPath(model, w.block),
      role: w.role,
    };
    for (const name of namesOf(model, w)) {
      if (items.length >= MAX_ITEMS) return items;
      items.push({ name, ...common });
    }
  }
  return items;
}
