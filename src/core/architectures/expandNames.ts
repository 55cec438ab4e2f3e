import type { Model } from '../model/model';
import type { Weight } from '../model/weight';

/** More names than any checkpoint holds; a config that asks for more is not expanded. */
const MAX_NAMES = 2_000_000;

/**
 * The names that a weight has in the checkpoint: `layers.{0}.q_proj.weight` in a block of 32 is 32 names. An endless or
 * absurd repetition gives the first `MAX_NAMES`.
 */
export function checkpointNames(
  model: Pick<Model, 'blocks'>,
  weight: Weight,
  name = weight.name,
): readonly string[] {
  const repeats: (readonly number[])[] = [];
  for (let at = weight.block, depth = 0; at >= 0 && depth < 64; depth++) {
    const block = model.blocks[at];
    if (!block) break;
    if (block.repeat !== 1 || block.indices) repeats.unshift(block.indices ?? countTo(block.repeat));
    at = block.parent;
  }
  let names = [name];
  repeats.forEach((indices, depth) => {
    const hole = `{${depth}}`;
    if (names.length * indices.length > MAX_NAMES || !name.includes(hole)) return;
    names = names.flatMap((n) => indices.map((i) => n.replace(hole, String(i))));
  });
  return names;
}

function countTo(n: number): readonly number[] {
  return Array.from({ length: Math.min(n, MAX_NAMES) }, (_, i) => i);
}
