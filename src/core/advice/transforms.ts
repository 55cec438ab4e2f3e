import type { Model } from '../model/model';
import type { Weight } from '../model/weight';
import { repeatsOf } from '../model/model';

/**
 * Changes of the picture itself, for techniques that no config key expresses. Each returns a new model; ids stay as they
 * are, so operators and values still point to the right tensors.
 */

/** Only every `share`-th layer owns cache tensors (the first of each group). */
export function withCacheOwners(model: Model, share: number): Model {
  const blocks = [...model.blocks];
  const moved = new Map<number, number>();
  const caches = model.caches.map((cache) => {
    if (repeatsOf(model, cache.block) < 2) return cache;
    let block = moved.get(cache.block);
    if (block === undefined) {
      block = blocks.length;
      const was = model.blocks[cache.block]!;
      // Shrink the nearest repeating block: the owners are a block of their own beside it.
      const repeating = nearestRepeat(model, cache.block);
      const at = model.blocks[repeating]!;
      blocks.push({ name: was.name, parent: at.parent, repeat: Math.ceil(at.repeat / share) });
      moved.set(cache.block, block);
    }
    return { ...cache, block };
  });
  return { ...model, blocks, caches };
}

function nearestRepeat(model: Model, block: number): number {
  for (let b = block; b >= 0; b = model.blocks[b]!.parent) if (model.blocks[b]!.repeat > 1) return b;
  return block;
}

/** A stored tensor is no parameter any more. */
export function withoutPositions(model: Model, weight: number): Model {
  return withWeights(model, (w, id) => (id === weight ? { ...w, shape: [0], storage: undefined } : w));
}

/** Every weight mapped; the rest stays. */
export function withWeights(model: Model, map: (w: Weight, id: number) => Weight): Model {
  return { ...model, weights: model.weights.map(map) };
}
