/** The order in which a graph's operators can run. Files have them so; a few do not. */
import type { Graph } from '../model/graph';
import type { Operator } from '../model/operator';

interface Graphs {
  readonly graphs: readonly Graph[];
  readonly operators: readonly Operator[];
}

/** Position of each value's maker, by value id; 0 where it has none in the graph at hand. Reused, for it is large. */
let positions = new Int32Array(0);

/** Ids of the graph's operators, makers before users; file order where that holds already, or where there is a cycle. */
export function executionOrder(all: Graphs, graph: Graph, values: number): readonly number[] {
  if (positions.length < values) positions = new Int32Array(Math.max(values, 2 * positions.length));
  const { operators } = graph;
  for (let i = 0; i < operators.length; i++)
    for (const v of all.operators[operators[i]!]!.outputs) if (v >= 0) positions[v] = i + 1;
  let sorted = true;
  for (let i = 0; i < operators.length && sorted; i++)
    for (const v of all.operators[operators[i]!]!.inputs) if (v >= 0 && positions[v]! > i) sorted = false;
  for (const at of operators) for (const v of all.operators[at]!.outputs) if (v >= 0) positions[v] = 0;
  if (sorted && !hasGraphs(all, graph)) return operators;
  const maker = new Map<number, number>();
  for (const at of operators) for (const v of all.operators[at]!.outputs) if (v >= 0) maker.set(v, at);
  return arrange(all, graph, maker);
}

function hasGraphs(all: Graphs, graph: Graph): boolean {
  for (const at of graph.operators) {
    const { attributes } = all.operators[at]!;
    for (const name in attributes) if (attributes[name]!.kind === 'graph') return true;
  }
  return false;
}

function arrange(all: Graphs, graph: Graph, maker: ReadonlyMap<number, number>): readonly number[] {
  const out: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  for (const first of graph.operators) {
    const stack: { at: number; needs: number[]; next: number }[] = [];
    const enter = (at: number) => {
      if (state.has(at)) return;
      state.set(at, 'open');
      stack.push({ at, needs: makersOf(all, at, maker), next: 0 });
    };
    enter(first);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (top.next < top.needs.length) enter(top.needs[top.next++]!);
      else {
        stack.pop();
        state.set(top.at, 'done');
        out.push(top.at);
      }
    }
  }
  return out;
}

function makersOf(all: Graphs, at: number, maker: ReadonlyMap<number, number>): number[] {
  const out = new Set<number>();
  const visit = (id: number, depth: number) => {
    const op = all.operators[id]!;
    for (const v of op.inputs) {
      const by = maker.get(v);
      if (by !== undefined && by !== at) out.add(by);
    }
    for (const name in op.attributes) {
      const a = op.attributes[name]!;
      if (a.kind !== 'graph' || depth > 48) continue;
      for (const inner of all.graphs[a.value]?.operators ?? []) visit(inner, depth + 1);
      for (const v of all.graphs[a.value]?.outputs ?? []) {
        const by = maker.get(v);
        if (by !== undefined && by !== at) out.add(by);
      }
    }
  };
  visit(at, 0);
  return [...out];
}
