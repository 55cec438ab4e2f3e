/** Copies a model-local function's body for one call, so that each call has shapes of its own. */
import type { Graph, LocalFunction } from '../model/graph';
import type { Model } from '../model/model';
import type { Attribute, Operator } from '../model/operator';
import type { Value } from '../model/value';

/** All copies together hold no more operators than this; later calls stay unknown. */
export const MAX_INSTANCE_OPERATORS = 200_000;

/** Where copies go: the shaped model's own lists, which begin as the file's. */
export interface Room {
  readonly values: Value[];
  readonly operators: Operator[];
  readonly graphs: Graph[];
}

/**
 * Appends a copy of the body. Its inputs and outputs are the call's own values, so nothing is handed over: the copy's
 * operators read and write what the call names. An output that the body hands through from an input, or gives twice,
 * keeps a value of its own; `outputs` of the copy names it. Undefined when there is no room left.
 */
export function instantiate(
  model: Model,
  room: Room,
  body: LocalFunction,
  call: Operator,
  owner: number,
): number | undefined {
  const copy = new Copy(model, room, call, body.defaults);
  return copy.function(body, owner);
}

class Copy {
  private readonly ids = new Map<number, number>();

  constructor(
    private readonly model: Model,
    private readonly room: Room,
    private readonly call: Operator,
    private readonly defaults: LocalFunction['defaults'],
  ) {}

  function(body: LocalFunction, owner: number): number | undefined {
    const graph = this.model.graphs[body.graph];
    if (!graph || this.size(body.graph, 0) + this.copied() > MAX_INSTANCE_OPERATORS) return undefined;
    graph.inputs.forEach((id, i) => this.ids.set(id, this.call.inputs[i] ?? -1));
    graph.outputs.forEach((id, i) => {
      const target = this.call.outputs[i] ?? -1;
      if (target >= 0 && !this.ids.has(id)) this.ids.set(id, target);
    });
    return this.graph(body.graph, owner, 'function');
  }

  private copied(): number {
    return this.room.operators.length - this.model.operators.length;
  }

  private size(id: number, depth: number): number {
    let n = 0;
    for (const at of this.model.graphs[id]?.operators ?? []) {
      n++;
      const { attributes } = this.model.operators[at]!;
      for (const name in attributes) {
        const a = attributes[name]!;
        if (a.kind === 'graph' && depth < 32) n += this.size(a.value, depth + 1);
      }
    }
    return n;
  }

  private graph(id: number, owner: number, kind: Graph['kind']): number {
    const from = this.model.graphs[id]!;
    const at = this.room.graphs.push({ ...from, kind, owner, inputs: [], outputs: [], operators: [] }) - 1;
    const inputs = from.inputs.map((v) => this.value(v));
    const operators = from.operators.map((o) => this.operator(o, at));
    const outputs = from.outputs.map((v) => this.value(v));
    this.room.graphs[at] = { ...this.room.graphs[at]!, inputs, outputs, operators };
    return at;
  }

  private value(id: number): number {
    if (id < 0) return -1;
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    const copy = this.room.values.push(this.model.values[id]!) - 1;
    this.ids.set(id, copy);
    return copy;
  }

  private operator(id: number, graph: number): number {
    const from = this.model.operators[id]!;
    const at = this.room.operators.length;
    const inputs = from.inputs.map((v) => this.value(v));
    const outputs = from.outputs.map((v) => this.value(v));
    const { block } = this.call;
    this.room.operators.push({ ...from, inputs, outputs, graph, block });
    const attributes: Record<string, Attribute> = {};
    let changed = false;
    for (const name in from.attributes) {
      const a = from.attributes[name]!;
      const b = this.attribute(a, at);
      if (b) attributes[name] = b;
      changed ||= a !== b;
    }
    if (changed) this.room.operators[at] = { ...this.room.operators[at]!, attributes };
    return at;
  }

  private attribute(a: Attribute, owner: number): Attribute | undefined {
    if (a.kind === 'reference') return this.call.attributes[a.value] ?? this.defaults?.[a.value];
    if (a.kind === 'graph') return { kind: 'graph', value: this.graph(a.value, owner, 'subgraph') };
    if (a.kind === 'graphs')
      return { kind: 'graphs', value: a.value.map((g) => this.graph(g, owner, 'subgraph')) };
    return a;
  }
}
