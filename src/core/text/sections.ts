import type { Model } from '../model/model';

/**
 * A run of operators of one block that a reader sees as one part of the graph: a layer, its attention, its MLP.
 * Operators stand in execution order, so a block can come back later: then it has several sections.
 */
export interface Section {
  /** Index in `Model.blocks`. */
  readonly block: number;
  /** Path from the section around it: `layers.0`, or `encoder.layers.0` where one block holds nothing but another. */
  readonly name: string;
  /** Positions of its first and last operator in the graph's list. */
  readonly first: number;
  readonly last: number;
  readonly children: readonly Section[];
}

/** Fewer operators than this are shown in the section around them. */
const LEAST = 3;
/** A stray operator or two of another block does not end a section. */
const GAP = 3;
/** Sections inside sections; deeper ones are part of the last. */
const MAX_LEVEL = 6;

/** Sections of one graph, outermost first and in the order of its operators; none for a graph without blocks. */
export function sectionsOf(
  model: Pick<Model, 'blocks' | 'operators'>,
  operators: readonly number[],
): readonly Section[] {
  if (model.blocks.length < 2) return [];
  const paths = blockPaths(model);
  const of = (position: number) => paths[model.operators[operators[position]!]!.block] ?? [];
  const build = (from: number, to: number, block: number, depth: number, level: number): Section[] => {
    const out: Section[] = [];
    const childAt = (i: number): number => {
      const path = of(i);
      return path[depth] === block ? (path[depth + 1] ?? -1) : -1;
    };
    for (let i = from; i <= to; i++) {
      const child = childAt(i);
      if (child < 0) continue;
      let last = i;
      let count = 1;
      for (let j = i + 1; j <= to && j - last <= GAP; j++)
        if (childAt(j) === child) {
          last = j;
          count++;
        }
      if (count < LEAST) continue;
      const name = model.blocks[child]!.name;
      const children = build(i, last, child, depth + 1, level + 1);
      const only = children.length === 1 ? children[0]! : undefined;
      if (only && only.first === i && only.last === last) out.push({ ...only, name: `${name}.${only.name}` });
      else out.push({ block: child, name, first: i, last, children: level < MAX_LEVEL ? children : [] });
      i = last;
    }
    return out;
  };
  return build(0, operators.length - 1, 0, 0, 1);
}

/** The blocks from the root down to each block. */
function blockPaths({ blocks }: Pick<Model, 'blocks'>): readonly (readonly number[])[] {
  const paths: (readonly number[])[] = [];
  blocks.forEach((b, id) => {
    // A parent stands before its children; one that does not would be a loop.
    const above = b.parent >= 0 && b.parent < id ? paths[b.parent]! : [];
    paths.push([...above, id]);
  });
  return paths;
}
