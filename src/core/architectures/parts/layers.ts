import type { Builder } from '../builder';
import { MAX_LAYERS } from '../configReader';

/**
 * Runs `body` once for each distinct kind of layer, in a block that repeats over the layers of that kind. `kindOf`
 * gives equal text for layers that cost the same; `body` gets the first such layer's index and that text.
 */
export function layersByKind(
  b: Builder,
  name: string,
  count: number,
  kindOf: (layer: number) => string,
  body: (layer: number, kind: string) => void,
): void {
  const groups = new Map<string, number[]>();
  const bounded = Math.min(count, MAX_LAYERS);
  for (let i = 0; i < bounded; i++) {
    const kind = kindOf(i);
    const group = groups.get(kind);
    if (group) group.push(i);
    else groups.set(kind, [i]);
  }
  for (const [kind, indices] of groups) b.repeat(name, indices, () => body(indices[0]!, kind));
}
