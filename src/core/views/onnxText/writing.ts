import { atCursor } from '../../text/cursor';
import type { AtCursor } from '../../text/cursor';
import type { OnnxText } from './open';

/** Texts shorter than this are looked at from their beginning when nothing is known of them yet. */
const MOST_UNKNOWN = 500_000;
/** Values that are offered: the nearest. */
const MOST_VALUES = 500;

/** A value that can be read at the cursor, with its id where the last analysis knows it. */
export interface NearValue {
  readonly name: string;
  readonly id?: number;
}

/** What is written at a place, and the values that it can read, the nearest first. */
export interface WritingPlace extends AtCursor {
  readonly values: readonly NearValue[];
  /** More values could be read than are listed. */
  readonly isCut: boolean;
}

/**
 * What somebody writes at an offset of a text. `known` is the last analysis, maybe of a text some keys ago: places before
 * the first change still hold, so that only the statement at the cursor is read.
 */
export function writingAt(source: string, offset: number, known?: OnnxText): WritingPlace | undefined {
  const from = statementBefore(source, offset, known);
  if (from === undefined) return undefined;
  const here = atCursor(source, offset, from);
  const seen = new Map<string, NearValue>();
  const add = (name: string, id?: number) => {
    if (seen.size <= MOST_VALUES && name !== '' && !seen.has(name))
      seen.set(name, { name, ...(id === undefined ? {} : { id }) });
  };
  const ids = known ? valuesBefore(known, offset) : [];
  const byName = new Map(ids.map((id) => [known!.index.model.values[id]!.name, id]));
  for (let i = here.names.length - 1; i >= 0; i--) add(here.names[i]!, byName.get(here.names[i]!));
  // What follows the cursor may have moved since: names that the part just read has are right already.
  if (from > 0)
    for (const id of ids) {
      const maker = known!.index.makerOf(id);
      if (maker === undefined || known!.index.map.start[maker]! < from)
        add(known!.index.model.values[id]!.name, id);
    }
  const values = [...seen.values()].slice(0, MOST_VALUES);
  return { ...here, values, isCut: seen.size > values.length };
}

/** Where the last whole statement of the main graph or a function begins before an offset; undefined when that is far. */
function statementBefore(source: string, offset: number, known: OnnxText | undefined): number | undefined {
  let from = 0;
  if (known) {
    const { map, model, text } = known.index;
    for (const place of map.graphs) {
      if (place.start >= offset || model.graphs[place.graph]!.owner >= 0) continue;
      const { operators } = model.graphs[place.graph]!;
      // Operators stand in the order of their ids.
      let low = 0;
      let high = operators.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (map.start[operators[middle]!]! < offset) low = middle + 1;
        else high = middle;
      }
      const statement = low > 0 && offset <= place.end + 1000 ? map.start[operators[low - 1]!]! : place.start;
      from = Math.max(from, statement);
    }
    if (!source.startsWith(text.slice(0, from))) from = 0;
  }
  return offset - from > MOST_UNKNOWN ? undefined : from;
}

/** Values of the graph at an offset and of those around it that are made before, the last first. */
function valuesBefore({ index }: OnnxText, offset: number): number[] {
  const { map, model } = index;
  // The innermost: the one that begins last.
  let at = -1;
  let best = -1;
  for (const { graph, start, end } of map.graphs)
    if (start <= offset && offset <= end && start > best) [at, best] = [graph, start];
  if (at < 0) at = model.graphs.findIndex((g) => g.kind === 'main');
  const out: number[] = [];
  for (let depth = 0; at >= 0 && depth < 64 && out.length <= MOST_VALUES; depth++) {
    const g = model.graphs[at]!;
    for (let i = g.operators.length - 1; i >= 0 && out.length <= MOST_VALUES; i--) {
      const id = g.operators[i]!;
      if (map.end[id]! < offset) out.push(...model.operators[id]!.outputs.filter((v) => v >= 0));
    }
    out.push(...g.inputs, ...(g.initializers ?? []).slice(0, MOST_VALUES));
    at = g.owner < 0 ? -1 : model.operators[g.owner]!.graph;
  }
  return out;
}
