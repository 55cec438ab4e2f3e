/** How often each operator runs in one pass: block repeats x trips of the loops and calls around its graph. */
import { add, isAtLeast, multiply, subtract } from '../model/arithmetic';
import type { Expression } from '../model/expression';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Operator } from '../model/operator';
import type { OperatorCost } from './operatorCost';
import { keyOfOperator, registered } from './ops/registry';

/** Deeper nesting than this is not followed; what lies below counts as unknown. */
const MAX_DEPTH = 32;

export interface Executions {
  /** Runs by operator id; undefined when the number is data (counted once, so a lower bound). */
  readonly byOperator: readonly (Expression | undefined)[];
  /** Ids of operators whose branch of an If was not chosen statically: the costlier branch is counted. */
  readonly guessedBranches: number;
  /** Why trips are unknown, one sentence each, at most a few. */
  readonly unknownTrips: readonly string[];
}

/** True when the operator calls a function of the model's own: it costs nothing itself, its body does. */
export function isCall(model: Model): (op: Operator) => boolean {
  if (model.functions.length === 0) return () => false;
  const names = new Set(model.functions.map((f) => `${f.domain}:${f.name}:${f.overload}`));
  return (op) => names.has(`${op.domain}:${op.type}:${op.overload ?? ''}`);
}

/**
 * The graphs that an operator runs, with the attribute that names each: sub-graphs of control flow, and of a call its
 * body, by shape inference's own copy for this call where there is one.
 */
export function innerGraphs(
  model: Model,
): (op: Operator) => readonly (readonly [attribute: string, graph: number])[] {
  const bodies = new Map(model.functions.map((f) => [`${f.domain}:${f.name}:${f.overload}`, f.graph]));
  return (op) => {
    const found: [string, number][] = [];
    const call = bodies.size === 0 ? undefined : bodies.get(`${op.domain}:${op.type}:${op.overload ?? ''}`);
    let copied = false;
    for (const name in op.attributes) {
      const a = op.attributes[name]!;
      for (const g of a.kind === 'graph' ? [a.value] : a.kind === 'graphs' ? a.value : []) {
        const isBody = model.graphs[g]?.kind === 'function';
        // An operator with a cost of its own may carry its definition as a body: counted once.
        if (isBody && call === undefined && registered(keyOfOperator(op))) continue;
        if (isBody) copied = true;
        found.push([name, g]);
      }
    }
    if (call !== undefined && !copied) found.push(['', call]);
    return found;
  };
}

export function executionsOf(model: Model, costs: readonly OperatorCost[]): Executions {
  return new Walk(model, costs).run();
}

class Walk {
  private readonly runs: (Expression | undefined)[];
  private readonly innerGraphs;
  private guessed = 0;
  private readonly reasons = new Set<string>();

  constructor(
    private readonly model: Model,
    private readonly costs: readonly OperatorCost[],
  ) {
    this.runs = new Array<Expression | undefined>(model.operators.length).fill(0);
    this.innerGraphs = innerGraphs(model);
  }

  run(): Executions {
    this.model.graphs.forEach((g, i) => {
      if (g.kind === 'main') this.graph(i, 1, 0);
    });
    return {
      byOperator: this.runs,
      guessedBranches: this.guessed,
      unknownTrips: [...this.reasons].slice(0, 8),
    };
  }

  private graph(id: number, times: Expression | undefined, depth: number): void {
    const graph = this.model.graphs[id];
    if (!graph || depth > MAX_DEPTH || times === 0) return;
    for (const at of graph.operators) {
      const op = this.model.operators[at];
      if (!op) continue;
      const repeat = op.block > 0 ? repeatsOf(this.model, op.block) : 1;
      const own = times === undefined ? undefined : repeat === 1 ? times : multiply(times, repeat);
      const before = this.runs[at];
      this.runs[at] =
        own === undefined || before === undefined ? undefined : before === 0 ? own : add(before, own);
      this.inside(op, own, depth + 1);
    }
  }

  private inside(op: Operator, times: Expression | undefined, depth: number): void {
    const key = keyOfOperator(op);
    for (const [name, graph] of this.innerGraphs(op)) {
      if (key === 'If') {
        if (name === 'then_branch') this.branches(op, times, depth);
        continue;
      }
      const trips = this.model.graphs[graph]?.kind === 'function' ? 1 : this.trips(op, name);
      const all = times === undefined || trips === undefined ? undefined : multiply(times, trips);
      this.graph(graph, all, depth);
    }
  }

  private branches(op: Operator, times: Expression | undefined, depth: number): void {
    const yes = op.attributes['then_branch'];
    const no = op.attributes['else_branch'];
    const thenGraph = yes?.kind === 'graph' ? yes.value : -1;
    const elseGraph = no?.kind === 'graph' ? no.value : -1;
    const condition = this.model.values[op.inputs[0] ?? -1]?.data?.[0];
    if (typeof condition === 'number')
      return this.graph(condition !== 0 ? thenGraph : elseGraph, times, depth);
    this.guessed++;
    const a = this.work(thenGraph, depth);
    const b = this.work(elseGraph, depth);
    const takeElse = isAtLeast(b, a) && !isAtLeast(a, b);
    this.graph(takeElse ? elseGraph : thenGraph, times, depth);
  }

  /** MACs and element operations of a graph run once, for choosing between branches. */
  private work(id: number, depth: number): Expression {
    let sum: Expression = 0;
    if (depth > MAX_DEPTH) return sum;
    for (const at of this.model.graphs[id]?.operators ?? []) {
      const cost = this.costs[at];
      sum = add(sum, cost?.macs ?? 0, cost?.elementOperations ?? 0);
      const op = this.model.operators[at]!;
      for (const [, graph] of this.innerGraphs(op)) sum = add(sum, this.work(graph, depth + 1));
    }
    return sum;
  }

  private trips(op: Operator, attribute: string): Expression | undefined {
    const key = keyOfOperator(op);
    const known = (i: number) => this.model.values[op.inputs[i] ?? -1]?.data?.[0];
    if (key === 'Loop') return known(0) ?? this.unknownTrips(op, 'its trip count is data');
    if (key === 'Scan') return this.scanLength(op) ?? this.unknownTrips(op, 'the scanned length is unknown');
    if (key.endsWith('Search') || key.endsWith('Sampling')) {
      if (attribute !== 'decoder') return 1;
      const longest = known(1);
      const prompt = this.model.values[op.inputs[0] ?? -1]?.shape?.[1];
      if (longest === undefined || prompt === undefined)
        return this.unknownTrips(op, 'the generated length is data');
      return subtract(longest, prompt);
    }
    return this.unknownTrips(op, 'the number of runs is data');
  }

  private unknownTrips(op: Operator, why: string): undefined {
    if (this.reasons.size < 8) this.reasons.add(`${op.type} "${op.name}": ${why}`);
    return undefined;
  }

  /** Length of the first scanned input along its axis; in opset 8 sequences lie after a batch axis. */
  private scanLength(op: Operator): Expression | undefined {
    const count = op.attributes['num_scan_inputs'];
    const scanned = count?.kind === 'int' ? count.value : 0;
    const shape = this.model.values[op.inputs[op.inputs.length - scanned] ?? -1]?.shape;
    if (!shape || scanned < 1) return undefined;
    if ((this.model.opsets[''] ?? 99) < 9) {
      const [batch, length] = shape;
      return batch === undefined || length === undefined ? undefined : multiply(batch, length);
    }
    const axes = op.attributes['scan_input_axes'];
    const axis = axes?.kind === 'ints' ? (axes.value[0] ?? 0) : 0;
    return shape[axis < 0 ? shape.length + axis : axis];
  }
}
