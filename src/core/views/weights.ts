import { product } from '../model/arithmetic';
import { bytesOf } from '../model/dtype';
import { blockPath } from '../model/model';
import type { Model } from '../model/model';

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
    for (const indices of indexPaths(model, w.block)) {
      if (items.length >= MAX_ITEMS) return items;
      items.push({ name: nameAt(w.name, indices), ...common });
    }
  }
  return items;
}

/** The name of one copy: the n-th number replaces `{n}`. */
export function nameAt(name: string, indices: readonly number[]): string {
  return name.replace(/\{(\d+)\}/g, (whole, n: string) => String(indices[Number(n)] ?? whole));
}

/** All index paths of a block's copies, outermost repeated block first; one empty path when nothing repeats. */
export function indexPaths(model: Pick<Model, 'blocks'>, block: number): readonly (readonly number[])[] {
  const repeated: (readonly number[])[] = [];
  for (let b = block, depth = 0; b >= 0 && depth < 64; depth++) {
    const at = model.blocks[b];
    if (!at) break;
    if (at.indices) repeated.unshift(at.indices);
    else if (at.repeat > 1) repeated.unshift(Array.from({ length: at.repeat }, (_, i) => i));
    b = at.parent;
  }
  return repeated.reduce<readonly (readonly number[])[]>(
    (paths, indices) => paths.flatMap((p) => indices.map((i) => [...p, i])),
    [[]],
  );
}
