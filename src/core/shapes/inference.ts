/** One run of inference over a model: graphs, sub-graphs and function bodies in the order of execution. */
import type { Dimension } from '../model/expression';
import { symbol } from '../model/expression';
import type { Graph, LocalFunction } from '../model/graph';
import type { Model } from '../model/model';
import type { Operator } from '../model/operator';
import type { Value } from '../model/value';
import type { Engine, ShapeFunction } from './context';
import { ShapeContext } from './context';
import { STEP_OPERATORS, atOnce } from '../steps';
import type { Declared } from './declared';
import { refine } from './dims';
import type { Facts } from './facts';
import { instantiate } from './instances';
import { broadcastMisfit, mayRest, misfitOf } from './misfit';
import { executionOrder } from './order';
import { shapeFunctionOf } from './registry';

/** Graphs nested or functions called deeper than this stay unknown. */
const MAX_DEPTH = 48;
/** Operators visited in all, loops and calls counted again each time: this many, and as many again for each in the file. */
const MAX_VISITS = 500_000;
const MAX_VISITS_EACH = 8;
/** Opset from which all operators that broadcast do so as numpy does. */
const BROADCASTS_SINCE = 8;

export class Inference implements Engine {
  readonly facts: (Facts | undefined)[];
  readonly values: Value[];
  readonly operators: Operator[];
  readonly graphs: Graph[];
  /** Values whose declared shape differs from the computed one, by id. */
  readonly stale = new Set<number>();
  /** Ids of operators with no shape function and no body. */
  readonly unknown = new Set<number>();
  /** Operators whose function broke off, with the reason: a defect of ours or of the model. */
  readonly failed = new Map<number, string>();
  /** Operators whose inputs contradict each other in size, with what does not fit, as they were seen last. */
  readonly misfits = new Map<number, string>();
  /** Calls that found no more room for a copy of their function's body. */
  outOfRoom = 0;
  private readonly context: ShapeContext;
  private readonly functions = new Map<string, LocalFunction>();
  private readonly bodies = new Map<number, number>();
  private readonly cache = new Map<string, ShapeFunction | undefined>();
  private readonly orders = new Map<number, readonly number[]>();
  private readonly names = new Map<Operator, string>();
  private readonly taken = new Set<string>();
  private opsets: Readonly<Record<string, number>>;
  private depth = 0;
  private visits = 0;
  private readonly most: number;

  constructor(
    private readonly model: Model,
    private readonly declared: Declared,
  ) {
    this.values = [...model.values];
    this.operators = [...model.operators];
    this.graphs = [...model.graphs];
    this.facts = new Array<Facts | undefined>(model.values.length).fill(undefined);
    this.opsets = model.opsets;
    this.most = MAX_VISITS + MAX_VISITS_EACH * model.operators.length;
    this.context = new ShapeContext(this.facts, this);
    for (const f of model.functions) this.functions.set(`${f.domain}:${f.name}:${f.overload}`, f);
  }

  /** Loops in loops took too long: what came after stayed unknown. */
  get brokeOff(): boolean {
    return this.visits > this.most;
  }

  /** Rests after every so many operators; bodies that an operator's own function infers are done in one go. */
  *run(): Generator<void, void> {
    this.constants(0);
    yield;
    for (const [id, graph] of this.model.graphs.entries()) {
      if (graph.kind !== 'main' && graph.kind !== 'training') continue;
      for (const v of graph.inputs) this.facts[v] ??= this.declared.input(this.values[v]!);
      yield* this.graph(id);
    }
  }

  /** Initializers and constants are known from the start. */
  private constants(from: number): void {
    for (let id = from; id < this.values.length; id++) {
      const v = this.values[id]!;
      if (v.weight !== undefined || v.data) this.facts[id] = this.declared.facts(v);
    }
  }

  private *graph(id: number): Generator<void, void> {
    let order = this.orders.get(id);
    if (!order) {
      order = executionOrder(this, this.graphs[id]!, this.values.length);
      this.orders.set(id, order);
    }
    for (const at of order) {
      if (++this.visits > this.most) return;
      if (this.visits % STEP_OPERATORS === 0) yield;
      const op = this.operators[at]!;
      const local = this.functions.size > 0 ? this.functionOf(op) : undefined;
      if (local) yield* this.call(at, op, local);
      else this.operator(at, op);
      for (const out of op.outputs) if (out >= 0) this.settle(out);
    }
  }

  private operator(id: number, op: Operator): void {
    const f = this.lookup(op);
    if (f) this.apply(f, op, id);
    else this.unknown.add(id);
  }

  private apply(f: ShapeFunction, op: Operator, id: number): void {
    const c = this.context;
    c.op = op;
    c.version = this.opsets[op.domain] ?? (op.domain === '' ? (this.opsets['ai.onnx'] ?? 1) : 1);
    try {
      f(c);
    } catch (error) {
      this.failed.set(id, error instanceof Error ? error.message : String(error));
    }
    if (!mayRest(this.graphs[op.graph])) this.compare(id, op, c);
  }

  /** Notes what of an operator's inputs does not fit, as it is seen last. */
  private compare(id: number, op: Operator, c: ShapeContext): void {
    const shape = (i: number) => c.shape(i);
    const misfit =
      misfitOf(op, shape) ?? (c.version >= BROADCASTS_SINCE ? broadcastMisfit(op, shape) : undefined);
    if (misfit !== undefined) this.misfits.set(id, misfit);
    else if (this.misfits.size > 0) this.misfits.delete(id);
  }

  private lookup(op: Operator): ShapeFunction | undefined {
    const key = op.domain === '' ? op.type : `${op.domain}:${op.type}`;
    let f = this.cache.get(key);
    if (f === undefined && !this.cache.has(key)) {
      f = shapeFunctionOf(op.domain, op.type);
      this.cache.set(key, f);
    }
    return f;
  }

  private functionOf(op: Operator): LocalFunction | undefined {
    return this.functions.get(`${op.domain}:${op.type}:${op.overload ?? ''}`);
  }

  /** Infers a call's own copy of the body, which reads and writes the call's values. */
  private *call(id: number, op: Operator, f: LocalFunction): Generator<void, void> {
    if (this.depth >= MAX_DEPTH) return;
    let body = this.bodies.get(id);
    if (body === undefined) {
      const before = this.values.length;
      body = instantiate(this.model, this, f, op, id);
      if (body === undefined) {
        this.outOfRoom++;
        return;
      }
      this.bodies.set(id, body);
      while (this.facts.length < this.values.length) this.facts.push(undefined);
      this.constants(before);
      this.operators[id] = { ...op, attributes: { ...op.attributes, body: { kind: 'graph', value: body } } };
    }
    const opsets = this.opsets;
    this.opsets = Object.keys(f.opsets).length > 0 ? f.opsets : opsets;
    this.depth++;
    yield* this.graph(body);
    this.depth--;
    this.opsets = opsets;
    this.graphs[body]!.outputs.forEach((v, i) => {
      const out = op.outputs[i] ?? -1;
      if (out >= 0 && out !== v) this.facts[out] = v >= 0 ? this.facts[v] : undefined;
    });
  }

  /** What was computed wins; what the file declares fills in what is unknown. */
  private settle(id: number): void {
    const v = this.values[id]!;
    if (v.shape === undefined && v.dtype === undefined && v.element === undefined) return;
    const found = this.facts[id];
    if (v.weight !== undefined) return;
    if (this.declared.overruled) {
      if (found && !found.dtype && v.dtype && found.kind === v.kind)
        this.facts[id] = { ...found, dtype: v.dtype };
      return;
    }
    if (!found) {
      this.facts[id] = this.declared.facts(v);
      return;
    }
    if (v.shape && found.shape && contradict(v, found)) {
      this.stale.add(id);
      return;
    }
    const open =
      found.kind === v.kind &&
      ((!found.dtype && v.dtype) ||
        (v.shape && (!found.shape || found.shape.includes(undefined))) ||
        (v.element && !found.element));
    if (!open) return;
    const said = this.declared.facts(v);
    this.facts[id] = {
      ...found,
      dtype: found.dtype ?? said.dtype,
      shape: refine(found.shape, said.shape),
      element: found.element ?? said.element,
    };
  }

  inferGraph(id: number, inputs: readonly (Facts | undefined)[]): (Facts | undefined)[] {
    const graph = this.graphs[id];
    if (!graph || this.depth >= MAX_DEPTH) return [];
    graph.inputs.forEach((v, i) => {
      const said = this.values[v]!;
      const given = inputs[i];
      if (!given)
        this.facts[v] = said.shape || said.dtype || said.element ? this.declared.facts(said) : undefined;
      else if (given.dtype || !said.dtype) this.facts[v] = given;
      else this.facts[v] = { ...given, dtype: said.dtype };
    });
    const { op, version } = this.context;
    this.depth++;
    atOnce(this.graph(id));
    this.depth--;
    this.context.op = op;
    this.context.version = version;
    return graph.outputs.map((v) => (v >= 0 ? this.facts[v] : undefined));
  }

  graphInputs(id: number): number {
    return this.graphs[id]?.inputs.length ?? 0;
  }

  handsThrough(id: number, output: number, input: number): boolean {
    const graph = this.graphs[id];
    let v = graph?.outputs[output];
    const from = graph?.inputs[input];
    if (!graph || v === undefined || from === undefined) return false;
    for (let i = graph.operators.length - 1; i >= 0 && v !== from; i--) {
      const op: Operator = this.operators[graph.operators[i]!]!;
      if (op.type === 'Identity' && op.outputs[0] === v) v = op.inputs[0]!;
    }
    return v === from;
  }

  fresh(op: Operator, suffix: string): Dimension {
    let base = this.names.get(op);
    if (base === undefined) {
      const first = op.outputs.find((v) => v >= 0);
      const name = op.name || (first === undefined ? op.type : this.values[first]!.name) || op.type;
      const clean = name.replace(/^\/+/, '').replace(/[/\s*+·(),]+/g, '.');
      base = clean;
      for (let n = 2; this.taken.has(base); n++) base = `${clean}#${n}`;
      this.taken.add(base);
      this.names.set(op, base);
    }
    return symbol(`${base}.${suffix}`);
  }
}

/** Numbers that differ, or ranks; a symbol contradicts nothing. */
function contradict(v: Value, found: Facts): boolean {
  const a = v.shape!;
  const b = found.shape!;
  if (a === b) return false;
  if (a.length !== b.length) return true;
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    if (typeof x === 'number' && typeof y === 'number' && x !== y && x >= 0) return true;
  }
  return false;
}
