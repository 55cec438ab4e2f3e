import type { Model } from './model';
import type { Weight } from './weight';

/** More names than any checkpoint holds: a repetition that asks for more gives the name as it stands. */
const MAX_NAMES = 2_000_000;

/**
 * Names one weight stands for in the checkpoint, one for each repetition of its blocks: `{0}`, `{1}` replaced by the
 * indices, outermost block first. `name` may be another of its names.
 */
export function* namesOf(
  model: Pick<Model, 'blocks'>,
  weight: Pick<Weight, 'name' | 'block'>,
  name = weight.name,
): Generator<string> {
  const levels: (readonly number[] | number)[] = [];
  for (let at = weight.block, depth = 0; at >= 0 && depth < 64; depth++) {
    const block = model.blocks[at];
    if (!block) break;
    if (block.repeat !== 1 || block.indices) levels.unshift(block.indices ?? block.repeat);
    at = block.parent;
  }
  const count = levels.reduce<number>(
    (n, level) => n * (typeof level === 'number' ? level : level.length),
    1,
  );
  yield* expand(name, count <= MAX_NAMES ? levels : [], 0);
}

function* expand(
  name: string,
  levels: readonly (readonly number[] | number)[],
  depth: number,
): Generator<string> {
  const level = levels[depth];
  if (level === undefined) {
    yield name;
    return;
  }
  const count = typeof level === 'number' ? level : level.length;
  for (let i = 0; i < count; i++) {
    const index = typeof level === 'number' ? i : level[i]!;
    yield* expand(name.replace(`{${depth}}`, String(index)), levels, depth + 1);
  }
}
