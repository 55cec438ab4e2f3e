import type { Model } from '../model/model';
import { Lexer, stringContent } from './lexer';
import type { Range } from './names';
import { namesOf } from './names';
import { sectionsOf } from './sections';
import type { Section } from './sections';
import type { GraphPlace, SectionPlace, TextMap, TextPlace } from './textMap';
import { beginsType } from './words';

/** The map of a text that was read: operators say where they stand, sections begin at their first operator. */
export function mapOfText(file: Model, shaped: Model, places: ReadonlyMap<number, TextPlace>): TextMap {
  const start = new Int32Array(file.operators.length).fill(-1);
  const end = new Int32Array(file.operators.length).fill(-1);
  file.operators.forEach(({ origin }, id) => {
    if (origin?.kind !== 'text') return;
    start[id] = origin.start;
    end[id] = origin.end;
  });
  const sections: SectionPlace[] = [];
  const seen = new Set<number>();
  const graphs: GraphPlace[] = [...places].map(([graph, place]) => ({ graph, ...place }));
  for (const { graph } of graphs) {
    const { operators } = file.graphs[graph]!;
    const place = (section: Section, level: number): void => {
      const again = seen.has(section.block);
      seen.add(section.block);
      const first = start[operators[section.first]!]!;
      sections.push({ section, graph, start: first, end: end[operators[section.last]!]!, level, again });
      section.children.forEach((c) => place(c, level + 1));
    };
    sectionsOf(shaped, operators).forEach((s) => place(s, 0));
  }
  return { start, end, graphs, sections, cut: 0 };
}

/** Answers what stands at a place of a text, and where a value is made and read. Everything is worked out when asked. */
export class TextIndex {
  private ordered: Int32Array | undefined;
  private makers: Int32Array | undefined;
  private readers: ReadonlyMap<number, readonly number[]> | undefined;
  private readonly scopes = new Map<number, Map<string, number>>();
  private readonly heads = new Map<number, ReadonlyMap<string, readonly Range[]>>();
  private unmade: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly text: string,
    readonly map: TextMap,
    /** The model as the text declares it. */
    readonly model: Model,
  ) {}

  /** The innermost operator whose statement holds an offset. */
  operatorAt(offset: number): number | undefined {
    const { start, end } = this.map;
    this.ordered ??= Int32Array.from(start.keys())
      .filter((id) => start[id]! >= 0)
      .sort((a, b) => start[a]! - start[b]!);
    let low = 0;
    let high = this.ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[this.ordered[middle]!]! <= offset) low = middle + 1;
      else high = middle;
    }
    let id = low > 0 ? this.ordered[low - 1]! : -1;
    for (let depth = 0; id >= 0 && end[id]! < offset && depth < 64; depth++)
      id = this.model.graphs[this.model.operators[id]!.graph]?.owner ?? -1;
    return id >= 0 && end[id]! >= offset ? id : undefined;
  }

  /** The value whose name stands at an offset, with its place. */
  valueAt(offset: number): (Range & { readonly value: number }) | undefined {
    const id = this.operatorAt(offset);
    const op = id === undefined ? undefined : this.model.operators[id];
    if (op) {
      const { outputs, inputs } = namesOf(this.text, this.map.start[id!]!, this.map.end[id!]!);
      const found = at(outputs, op.outputs, offset) ?? at(inputs, op.inputs, offset);
      if (found) return found;
    }
    const head = this.map.graphs.find((g) => g.start <= offset && offset < g.body);
    if (!head) return undefined;
    for (const [name, ranges] of this.headNames(head)) {
      const range = ranges.find((r) => r.start <= offset && offset <= r.end);
      if (!range) continue;
      const value = this.resolve(head.graph, name) ?? this.unmadeValues().get(name);
      return value === undefined ? undefined : { ...range, value };
    }
    return undefined;
  }

  /** The operator that makes a value; undefined for inputs and stored tensors. */
  makerOf(value: number): number | undefined {
    if (!this.makers) {
      this.makers = new Int32Array(this.model.values.length).fill(-1);
      this.model.operators.forEach((op, id) => op.outputs.forEach((v) => v >= 0 && (this.makers![v] = id)));
    }
    const id = this.makers[value] ?? -1;
    return id < 0 ? undefined : id;
  }

  /** The operators that read a value, in the order of the file. */
  readersOf(value: number): readonly number[] {
    if (!this.readers) {
      const readers = new Map<number, number[]>();
      this.model.operators.forEach((op, id) => {
        for (const v of new Set(op.inputs)) {
          if (v < 0) continue;
          const list = readers.get(v);
          if (list) list.push(id);
          else readers.set(v, [id]);
        }
      });
      this.readers = readers;
    }
    return this.readers.get(value) ?? [];
  }

  /** Where a value is made or declared. */
  definitionOf(value: number): Range | undefined {
    const maker = this.makerOf(value);
    if (maker !== undefined) return this.namesIn(maker, value, 'outputs')[0];
    return this.inHeads(value)[0];
  }

  /** Every place that names a value: where it is made or declared, where it is read, where it leaves a graph. */
  placesOf(value: number): readonly Range[] {
    const maker = this.makerOf(value);
    return [
      ...(maker === undefined ? [] : this.namesIn(maker, value, 'outputs')),
      ...this.readersOf(value).flatMap((id) => this.namesIn(id, value, 'inputs')),
      ...this.inHeads(value),
    ].sort((a, b) => a.start - b.start);
  }

  private namesIn(id: number, value: number, side: 'outputs' | 'inputs'): Range[] {
    const { start, end } = this.map;
    if (start[id]! < 0) return [];
    const ranges = namesOf(this.text, start[id]!, end[id]!)[side];
    return this.model.operators[id]![side].flatMap((v, i) => (v === value && ranges[i] ? [ranges[i]] : []));
  }

  /** True when a graph that sees a value, or one inside it, has another of this name. */
  isTaken(value: number, name: string): boolean {
    const maker = this.makerOf(value);
    const own = this.model.graphs.findIndex(({ inputs, initializers }, graph) =>
      maker === undefined
        ? inputs.includes(value) || initializers?.includes(value)
        : this.model.operators[maker]!.graph === graph,
    );
    const root = this.rootOf(own);
    return this.model.graphs.some((_, graph) => this.rootOf(graph) === root && this.scope(graph).has(name));
  }

  private rootOf(graph: number): number {
    let at = graph;
    for (let depth = 0; depth < 64; depth++) {
      const owner = this.model.graphs[at]?.owner ?? -1;
      if (owner < 0) return at;
      at = this.model.operators[owner]!.graph;
    }
    return at;
  }

  private inHeads(value: number): Range[] {
    const { name } = this.model.values[value]!;
    const isUnmade = this.unmadeValues().get(name) === value;
    return this.map.graphs.flatMap((g) => {
      const owns = this.scope(g.graph).get(name) === value;
      return owns || isUnmade ? (this.headNames(g).get(name) ?? []) : [];
    });
  }

  /** Values that are read and that nobody makes or stores, by name. */
  private unmadeValues(): ReadonlyMap<string, number> {
    if (this.unmade) return this.unmade;
    const { values, graphs } = this.model;
    const made = new Uint8Array(values.length);
    for (const { inputs, initializers } of graphs)
      for (const v of [...inputs, ...(initializers ?? [])]) made[v] = 1;
    const unmade = new Map<string, number>();
    values.forEach(({ name }, v) => {
      if (!made[v] && this.makerOf(v) === undefined) unmade.set(name, v);
    });
    this.unmade = unmade;
    return unmade;
  }

  /**
   * Names of values in a graph's head with their places: words and quoted texts that stand neither in brackets nor in
   * braces, and are no types.
   */
  private headNames(g: GraphPlace): ReadonlyMap<string, readonly Range[]> {
    const known = this.heads.get(g.graph);
    if (known) return known;
    const lexer = new Lexer(this.text, g.start, g.body);
    const out = new Map<string, Range[]>();
    let depth = 0;
    lexer.next();
    // The attributes of a function.
    if (lexer.is('<')) while (lexer.kind !== 'end' && !lexer.is('(')) lexer.next();
    for (; lexer.kind !== 'end'; lexer.next()) {
      if (lexer.kind === 'mark') {
        if (lexer.is('[') || lexer.is('{')) depth++;
        else if (lexer.is(']') || lexer.is('}')) depth--;
      } else if (depth === 0 && lexer.kind !== 'number') {
        const name = lexer.kind === 'string' ? stringContent(lexer.source) : lexer.source;
        if (lexer.kind === 'name' && beginsType(name)) continue;
        const ranges = out.get(name);
        const range = { start: lexer.start, end: lexer.end };
        if (ranges) ranges.push(range);
        else out.set(name, [range]);
      }
    }
    this.heads.set(g.graph, out);
    return out;
  }

  /** The value that a name means in a graph: its own, else one of the graphs around it. */
  private resolve(graph: number, name: string): number | undefined {
    let at = graph;
    for (let depth = 0; at >= 0 && depth < 64; depth++) {
      const id = this.scope(at).get(name);
      if (id !== undefined) return id;
      const owner = this.model.graphs[at]?.owner ?? -1;
      at = owner < 0 ? -1 : this.model.operators[owner]!.graph;
    }
    return undefined;
  }

  private scope(graph: number): ReadonlyMap<string, number> {
    let names = this.scopes.get(graph);
    if (names) return names;
    names = new Map();
    const g = this.model.graphs[graph]!;
    for (const v of [...(g.initializers ?? []), ...g.inputs]) names.set(this.model.values[v]!.name, v);
    for (const id of g.operators)
      for (const v of this.model.operators[id]!.outputs) if (v >= 0) names.set(this.model.values[v]!.name, v);
    this.scopes.set(graph, names);
    return names;
  }
}

function at(
  ranges: readonly Range[],
  values: readonly number[],
  offset: number,
): (Range & { readonly value: number }) | undefined {
  const i = ranges.findIndex((r) => r.start <= offset && offset <= r.end && r.start < r.end);
  const value = values[i] ?? -1;
  return i < 0 || value < 0 ? undefined : { ...ranges[i]!, value };
}
