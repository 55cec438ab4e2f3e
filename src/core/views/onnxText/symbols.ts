import type { OnnxText } from './open';

/** A line of the outline: a graph, a section, or an operator of a graph without sections. */
export interface TextSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'graph' | 'section' | 'operator';
  readonly start: number;
  readonly end: number;
  readonly children: TextSymbol[];
}

/** Operators of one graph that an outline lists; longer lists are no outline. */
const MOST_OPERATORS = 5000;

/** The outline of a text: graphs, in them their sections, in graphs without sections their operators. */
export function textSymbols({ index }: OnnxText): readonly TextSymbol[] {
  const { map, model } = index;
  const open: TextSymbol[] = [];
  const roots: TextSymbol[] = [];
  const sectioned = new Set(map.sections.map((s) => s.graph));
  const items: TextSymbol[] = [];
  for (const g of map.graphs) {
    const { name, kind, operators } = model.graphs[g.graph]!;
    const count = `${operators.length} operators`;
    items.push({
      name: name || kind,
      detail: count,
      kind: 'graph',
      start: g.start,
      end: g.end,
      children: [],
    });
    if (sectioned.has(g.graph)) continue;
    for (const id of operators.slice(0, MOST_OPERATORS)) {
      const op = model.operators[id]!;
      if (map.start[id]! < 0) continue;
      const out = model.values[op.outputs[0] ?? -1]?.name ?? '';
      items.push({
        name: out || op.type,
        detail: op.type,
        kind: 'operator',
        start: map.start[id]!,
        end: map.end[id]!,
        children: [],
      });
    }
  }
  for (const { section, start, end, again } of map.sections)
    items.push({
      name: again ? `${section.name} (continued)` : section.name,
      detail: `${section.last - section.first + 1} operators`,
      kind: 'section',
      start,
      end: Math.max(start, end),
      children: [],
    });
  items.sort((a, b) => a.start - b.start || b.end - a.end);
  for (const item of items) {
    while (open.length > 0 && open.at(-1)!.end <= item.start) open.pop();
    (open.at(-1)?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

/** Parts that fold: heads, bodies, sections; offsets of their first and last line. */
export function textFolds({ index }: OnnxText): readonly { readonly start: number; readonly end: number }[] {
  const { map } = index;
  return [
    ...map.graphs.map(({ body, end }) => ({ start: body, end })),
    ...map.graphs.map(({ start, body }) => ({ start, end: body - 1 })),
    ...map.sections.map(({ start, end }) => ({ start, end })),
  ];
}
