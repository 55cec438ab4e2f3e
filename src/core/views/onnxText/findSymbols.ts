import type { OnnxText } from './open';

/** A line that was found by its name. */
export interface FoundSymbol {
  readonly name: string;
  /** What it is, and in which graph: `MatMul`, `section`. */
  readonly detail: string;
  readonly kind: 'graph' | 'section' | 'operator' | 'weight';
  readonly start: number;
  readonly end: number;
}

/** Names that are listed at most. */
const MOST = 200;

/** Graphs, sections, operators and stored tensors of an open text whose name holds what was typed, whatever its case. */
export function findSymbols({ index }: OnnxText, query: string): readonly FoundSymbol[] {
  const { map, model } = index;
  const wanted = query.toLowerCase();
  const fits = (name: string) => name !== '' && name.toLowerCase().includes(wanted);
  const out: FoundSymbol[] = [];
  const add = (found: FoundSymbol) => {
    if (out.length < MOST) out.push(found);
  };
  for (const { graph, start, body } of map.graphs) {
    const { name, kind } = model.graphs[graph]!;
    if (fits(name)) add({ name, detail: kind, kind: 'graph', start, end: body });
  }
  for (const { section, start, end, again } of map.sections)
    if (!again && fits(section.name))
      add({ name: section.name, detail: 'section', kind: 'section', start, end });
  for (const { graph } of map.graphs)
    for (const v of model.graphs[graph]!.initializers ?? []) {
      const { name } = model.values[v]!;
      if (out.length >= MOST || !fits(name)) continue;
      const place = index.definitionOf(v);
      if (place) add({ name, detail: 'weight', kind: 'weight', ...place });
    }
  for (let id = 0; id < model.operators.length && out.length < MOST; id++) {
    const op = model.operators[id]!;
    const first = op.outputs.find((v) => v >= 0);
    const name = op.name || (first === undefined ? '' : model.values[first]!.name);
    if (map.start[id]! >= 0 && (fits(name) || (wanted !== '' && op.type.toLowerCase() === wanted)))
      add({ name, detail: op.type, kind: 'operator', start: map.start[id]!, end: map.end[id]! });
  }
  return out;
}
