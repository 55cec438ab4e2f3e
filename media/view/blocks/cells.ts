import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { BlockView, Measure } from '../../../src/core/views/page/blockView';

/** A block as it lies in the map: a box, and whether its parts are drawn inside it. */
export interface Cell {
  readonly block: BlockView;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly depth: number;
  /** Its parts are drawn inside, beneath its own line of text. */
  readonly open: boolean;
}

interface Node {
  readonly block: BlockView;
  readonly size: number;
  readonly parts: Node[];
}

/** Height of the line of text over the parts of an open block, px. */
export const HEADING = 18;
/** A block is opened in the map when it covers at least so many px². */
const LEAST_OPEN = 9000;
/** Cells drawn at most, and how deep blocks are opened. */
const MOST_CELLS = 600;
const MOST_DEPTH = 6;

/** What a block weighs in the map; what is not known has no box. */
export const sizeOf = (block: BlockView, measure: Measure): number => {
  const value = block.values[measure];
  return typeof value === 'number' && value > 0 ? value : 0;
};

/** Lays the parts of a block out in a box, opening the largest as far as there is room to read them. */
export function layCells(root: BlockView, measure: Measure, width: number, height: number): readonly Cell[] {
  const top: Node = { block: root, size: sizeOf(root, measure), parts: [] };
  const whole = top.size;
  if (whole === 0) return [];
  let cells = 0;
  let level: Node[] = [top];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth++) {
    const next: Node[] = [];
    for (const node of level.sort((a, b) => b.size - a.size)) {
      const parts = node.block.children
        .map((block): Node => ({ block, size: sizeOf(block, measure), parts: [] }))
        .filter(({ size }) => size > 0);
      const room = (node.size / whole) * width * height;
      if (parts.length === 0 || (depth > 0 && room < LEAST_OPEN) || cells + parts.length > MOST_CELLS)
        continue;
      node.parts.push(...parts);
      cells += parts.length;
      next.push(...parts);
    }
    level = next;
  }
  const tree = hierarchy<Node>(top, (node) => node.parts);
  // What lies directly in a block, beside its parts, keeps its area: the block's size is its own, not its parts' sum.
  tree.eachAfter((node) => {
    const inside = node.children?.reduce((sum, child) => sum + (child.value ?? 0), 0) ?? 0;
    (node as { value: number }).value = Math.max(node.data.size, inside);
  });
  // What was folded together says least: it comes last, whatever its size.
  const folded = (node: { data: Node }) => Number(node.data.block.id < 0);
  tree.sort((a, b) => folded(a) - folded(b) || (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>()
    .size([width, height])
    .tile(treemapSquarify.ratio(1.3))
    .paddingInner(2)
    .paddingOuter((node) => (node.depth === 0 ? 0 : 3))
    .paddingTop((node) => (node.depth === 0 ? 0 : HEADING))
    .round(true)(tree);
  return laid
    .descendants()
    .filter((node) => node.depth > 0)
    .map((node) => ({
      block: node.data.block,
      x0: node.x0,
      y0: node.y0,
      x1: node.x1,
      y1: node.y1,
      depth: node.depth,
      open: node.data.parts.length > 0,
    }));
}
