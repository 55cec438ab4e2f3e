import type { Graph, LocalFunction } from '../../model/graph';
import type { Attribute, Operator, TensorAttribute } from '../../model/operator';
import type { Origin } from '../../model/origin';
import type { Problem } from '../../model/problem';
import type { Value } from '../../model/value';
import type { Weight } from '../../model/weight';
import { bitsOf } from '../../model/dtype';
import type { DType } from '../../model/dtype';
import { dtypeOfCode } from './dataTypes';
import type { RawAttribute, RawFunction, RawGraph, RawNode, RawPort, RawTensor } from './raw';
import { MAX_KEPT_ELEMENTS } from './smallValues';
import { storageOf } from './storage';
import { STEP_OPERATORS, atOnce } from '../../steps';

/** TensorProto.raw_data. */
const RAW_DATA = 9;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Problems of one kind are told this many times, then counted. */
const MAX_TOLD = 5;

/** Shared by all operators that have none. */
const NO_ATTRIBUTES: Operator['attributes'] = Object.freeze({});

/** Stands where a node was. */
const TAKEN: RawNode = {
  type: '',
  domain: '',
  name: '',
  overload: '',
  inputs: [],
  outputs: [],
  attributes: [],
  metadata: {},
  offset: 0,
};

/** Names seen in one graph, and those of the graphs around it. */
interface Scope {
  readonly names: Map<string, number>;
  readonly outer: Scope | undefined;
}

/** What a reader of another form than the binary one says otherwise. */
export interface AssemblerOptions {
  /** Where a place in the file stands, `offset` being what the reader noted, and the name that is meant there; a byte by default. */
  readonly originOf?: (offset: number, name: string | undefined) => Origin;
  /** Where a node stands; its index in its graph by default. */
  readonly nodeOrigin?: (node: RawNode) => Origin;
  /** Told of every graph and function when it gets its id. */
  readonly placed?: (raw: RawGraph | RawFunction, graph: number) => void;
  /** How many problems of one kind are told before they are counted. */
  readonly maxTold?: number;
}

/** Turns names into ids: one table of values, weights and operators for all graphs. */
export class Assembler {
  readonly values: Mutable<Value>[] = [];
  readonly weights: Weight[] = [];
  readonly operators: Operator[] = [];
  readonly graphs: Mutable<Graph>[] = [];
  readonly functions: LocalFunction[] = [];
  readonly problems: Problem[] = [];
  private readonly told = new Map<string, number>();
  private main: Scope | undefined;
  private readonly maxTold: number;

  constructor(private readonly options: AssemblerOptions = {}) {
    this.maxTold = options.maxTold ?? MAX_TOLD;
  }

  /** Adds a graph and everything in it; a training graph sees the names of the main one. */
  graph(raw: RawGraph, kind: Graph['kind'], owner: number, outer?: Scope): number {
    return atOnce(this.graphSteps(raw, kind, owner, outer));
  }

  /** The same with rests; graphs inside it are added in one go. */
  *graphSteps(raw: RawGraph, kind: Graph['kind'], owner: number, outer?: Scope): Generator<void, number> {
    const scope: Scope = { names: new Map(), outer: kind === 'training' ? this.main : outer };
    if (kind === 'main') this.main = scope;
    const id = this.graphs.push({ name: raw.name, kind, inputs: [], outputs: [], operators: [], owner }) - 1;
    this.options.placed?.(raw, id);
    const types = new Map<string, RawPort['type']>();
    for (const port of [...raw.valueInfos, ...raw.outputs, ...raw.inputs]) types.set(port.name, port.type);
    const initializers: number[] = [];
    for (const t of raw.initializers) {
      initializers.push(this.initializer(t, scope, types));
      if (initializers.length % STEP_OPERATORS === 0) yield;
    }
    const inputs: number[] = [];
    for (const port of raw.inputs) {
      // IR versions before 4 list every initializer among the inputs too.
      if (scope.names.has(port.name)) continue;
      inputs.push(this.declare(port.name, scope, types, 'an input', port.offset));
    }
    const operators = yield* this.nodes(raw.nodes, id, scope, types);
    const outputs = raw.outputs.map((port) =>
      this.resolve(port.name, scope, 'an output of the graph', port.offset),
    );
    Object.assign(this.graphs[id]!, { inputs, outputs, operators });
    if (initializers.length > 0) this.graphs[id]!.initializers = initializers;
    return id;
  }

  function(raw: RawFunction): void {
    const scope: Scope = { names: new Map(), outer: undefined };
    const graph =
      this.graphs.push({
        name: raw.name,
        kind: 'function',
        inputs: [],
        outputs: [],
        operators: [],
        owner: -1,
      }) - 1;
    this.options.placed?.(raw, graph);
    const types = new Map<string, RawPort['type']>(raw.valueInfos.map((v) => [v.name, v.type]));
    const inputs = raw.inputs.map((name) => this.declare(name, scope, types, 'an input'));
    const operators = atOnce(this.nodes(raw.nodes, graph, scope, types));
    const outputs = raw.outputs.map((name) => this.resolve(name, scope, 'an output of the function'));
    Object.assign(this.graphs[graph]!, { inputs, outputs, operators });
    const { domain, name, overload, opsets } = raw;
    const call = { type: name, name, outputs: raw.outputs };
    const defaults = Object.fromEntries(
      raw.defaults.map((a) => [a.name, this.attribute(a, call, -1, scope)]),
    );
    const attributes = [...raw.attributes, ...raw.defaults.map((a) => a.name)];
    this.functions.push({ domain, name, overload, graph, attributes, defaults, opsets });
  }

  /** A problem of a kind that may come a thousand times: the first few are told, `finish` counts the rest. */
  tell(code: string, message: string, offset?: number, name?: string): void {
    const n = (this.told.get(code) ?? 0) + 1;
    this.told.set(code, n);
    if (n > this.maxTold) return;
    const origin = offset === undefined ? undefined : this.originOf(offset, name);
    this.problems.push({ severity: 'warning', code, message, ...(origin ? { origin } : {}) });
  }

  finish(): void {
    for (const [code, n] of this.told)
      if (n > this.maxTold)
        this.problems.push({
          severity: 'warning',
          code,
          message: `… and ${n - this.maxTold} more of the same kind (${code}).`,
        });
  }

  private originOf(offset: number, name: string | undefined): Origin {
    return this.options.originOf?.(offset, name) ?? { kind: 'bytes', offset };
  }

  private declare(
    name: string,
    scope: Scope,
    types: ReadonlyMap<string, RawPort['type']>,
    what: What,
    at = offsetOf(what),
  ): number {
    const id = this.values.length;
    const names = scope.names.size;
    if (scope.names.set(name, id).size === names)
      this.tell(
        'onnx.duplicate-name',
        `The name ${quoted(name)} is given twice in one graph; ${phrase(what)} takes it over.`,
        at,
        name,
      );
    const type = types.size > 0 ? types.get(name) : undefined;
    this.values.push(type ? { name, ...type } : { name, kind: 'tensor' });
    return id;
  }

  private resolve(name: string, scope: Scope, what: What, at = offsetOf(what)): number {
    for (let s: Scope | undefined = scope; s; s = s.outer) {
      const id = s.names.get(name);
      if (id !== undefined) return id;
    }
    this.tell('onnx.dangling-name', `Nothing makes ${quoted(name)}, ${phrase(what)}.`, at, name);
    const id = this.values.push({ name, kind: 'tensor' }) - 1;
    scope.names.set(name, id);
    return id;
  }

  private initializer(t: RawTensor, scope: Scope, types: ReadonlyMap<string, RawPort['type']>): number {
    const id = this.declare(t.name, scope, types, 'an initializer', t.offset);
    this.attach(id, t);
    return id;
  }

  /** Makes a weight of a tensor and ties it to its value. */
  private attach(value: number, t: RawTensor): number {
    const dtype = dtypeOfCode(t.dataType);
    if (!dtype && t.dataType !== 0)
      this.tell('onnx.unknown-type', `${quoted(t.name)} has data type ${t.dataType}, which is not known.`);
    const name = t.name || this.values[value]!.name;
    const shape = this.shapeOf(t, name, dtype);
    const weight =
      this.weights.push({
        name,
        ...(dtype ? { dtype } : {}),
        shape,
        role: 'constant',
        storage: storageOf(t),
        ...(t.first ? { first: t.first } : {}),
        block: 0,
      }) - 1;
    Object.assign(this.values[value]!, {
      kind: t.nonZeros === undefined ? 'tensor' : 'sparse',
      ...(dtype ? { dtype } : {}),
      shape,
      weight,
      ...(t.values ? { data: t.values } : {}),
    });
    return weight;
  }

  /** The dims, when they can be true; what they say is checked against the bytes that are there. */
  private shapeOf(t: RawTensor, name: string, dtype: DType | undefined): readonly number[] {
    const { payload } = t;
    const elements = t.dims.reduce((a, b) => a * b, 1);
    const bits = dtype && dtype !== 'string' ? bitsOf(dtype) : 0;
    if (t.dims.some((d) => d < 0) || !Number.isSafeInteger(elements)) {
      this.tell(
        'onnx.dims',
        `${quoted(name)} has dims [${t.dims.slice(0, 8).join(', ')}], which no tensor has; its bytes are counted.`,
      );
      return [bits > 0 && payload ? Math.floor((payload.bytes * 8) / bits) : 0];
    }
    // Only raw data (9) has a size that follows from the shape; numbers in the other fields take as many bytes as they like.
    if (
      payload?.field === RAW_DATA &&
      bits > 0 &&
      t.nonZeros === undefined &&
      payload.bytes !== Math.ceil((elements * bits) / 8)
    )
      this.tell(
        'onnx.payload',
        `${quoted(name)} has ${payload.bytes} bytes of data, its shape needs ${Math.ceil((elements * bits) / 8)}.`,
        payload.offset,
      );
    else if (!payload && !t.external && t.elided === undefined && elements > 0 && t.nonZeros === undefined)
      this.tell('onnx.payload', `${quoted(name)} has no data, its shape needs ${elements} elements.`);
    return t.dims;
  }

  /** The nodes are taken out of the list one by one: the file's picture goes as the model comes. */
  private *nodes(
    nodes: RawNode[],
    graph: number,
    scope: Scope,
    types: ReadonlyMap<string, RawPort['type']>,
  ): Generator<void, number[]> {
    // Outputs first: files exist whose nodes are not in order, and sub-graphs see every name around them.
    const outputs: number[][] = [];
    for (const n of nodes) {
      outputs.push(n.outputs.map((name) => (name === '' ? -1 : this.declare(name, scope, types, n))));
      if (outputs.length % STEP_OPERATORS === 0) yield;
    }
    const end = this.values.length;
    const ids: number[] = [];
    for (const [index, made] of outputs.entries()) {
      if (index % STEP_OPERATORS === STEP_OPERATORS - 1) yield;
      const n = nodes[index]!;
      nodes[index] = TAKEN;
      const inputs = n.inputs.map((name) => (name === '' ? -1 : this.resolve(name, scope, n)));
      // Ids of outputs rise with the nodes that make them.
      const first = made.find((id) => id >= 0) ?? end;
      for (const id of inputs)
        if (id >= first && id < end)
          this.tell(
            'onnx.order',
            `${label(n)} reads ${quoted(this.values[id]!.name)} before it is made.`,
            n.offset,
            this.values[id]!.name,
          );
      const id = this.operators.length;
      const operator: Mutable<Operator> = {
        type: n.type,
        domain: n.domain,
        name: n.name,
        inputs,
        outputs: made,
        attributes: NO_ATTRIBUTES,
        graph,
        block: 0,
        origin: this.options.nodeOrigin?.(n) ?? { kind: 'node', graph, index },
      };
      if (n.overload) operator.overload = n.overload;
      this.operators.push(operator);
      for (const _ in n.metadata) {
        operator.metadata = n.metadata;
        break;
      }
      if (n.attributes.length > 0) {
        const attributes: Record<string, Attribute> = Object.create(null) as Record<string, Attribute>;
        for (const a of n.attributes) attributes[a.name] = this.attribute(a, n, id, scope);
        operator.attributes = attributes;
      }
      if (n.type === 'Constant' && n.domain === '') this.constant(n, made[0]);
      ids.push(id);
    }
    return ids;
  }

  /** A Constant node's value is known as an initializer's is. */
  private constant(n: RawNode, output: number | undefined): void {
    const value = output === undefined || output < 0 ? undefined : this.values[output];
    const a = n.attributes.find((one) => /^(sparse_)?value/.test(one.name)) ?? n.attributes[0];
    if (!value || !a) return;
    const set = (dtype: Value['dtype'], shape: readonly number[], data?: readonly number[]) =>
      Object.assign(value, { dtype, shape, ...(data ? { data } : {}) });
    if (a.tensor) this.attach(output!, { ...a.tensor, name: a.tensor.name || value.name });
    else if (a.name === 'value_int') set('int64', [], [a.i ?? 0]);
    else if (a.name === 'value_float') set('float32', [], [a.f ?? 0]);
    else if (a.name === 'value_ints') set('int64', [a.ints?.length ?? 0], a.ints ?? []);
    else if (a.name === 'value_floats') set('float32', [a.floats?.length ?? 0], a.floats ?? []);
    else if (a.name === 'value_string') set('string', []);
    else if (a.name === 'value_strings') set('string', [a.strings?.length ?? 0]);
  }

  private attribute(
    a: RawAttribute,
    n: Pick<RawNode, 'type' | 'name' | 'outputs'>,
    owner: number,
    scope: Scope,
  ): Attribute {
    if (a.reference) return { kind: 'reference', value: a.reference };
    if (a.graph) return { kind: 'graph', value: this.graph(a.graph, 'subgraph', owner, scope) };
    if (a.graphs)
      return { kind: 'graphs', value: a.graphs.map((g) => this.graph(g, 'subgraph', owner, scope)) };
    if (a.tensor) return { kind: 'tensor', value: this.tensorAttribute(a.tensor, n) };
    // The type is absent in the oldest files: then what is there tells it.
    if (a.type === 1 || (a.type === 0 && a.f !== undefined)) return { kind: 'float', value: a.f ?? 0 };
    if (a.type === 2 || (a.type === 0 && a.i !== undefined)) return { kind: 'int', value: a.i ?? 0 };
    if (a.type === 3 || (a.type === 0 && a.s !== undefined)) return { kind: 'string', value: a.s ?? '' };
    if (a.type === 6 || (a.type === 0 && a.floats)) return { kind: 'floats', value: a.floats ?? [] };
    if (a.type === 7 || (a.type === 0 && a.ints)) return { kind: 'ints', value: a.ints ?? [] };
    if (a.type === 8 || (a.type === 0 && a.strings)) return { kind: 'strings', value: a.strings ?? [] };
    if (a.type === 0) return { kind: 'ints', value: [] };
    return { kind: 'other', value: `${a.tensors?.length ?? 0} tensors of ${label(n)}` };
  }

  /** A large tensor in an attribute is a stored weight like any other; that of a Constant hangs on its output. */
  private tensorAttribute(t: RawTensor, n: Pick<RawNode, 'type' | 'name' | 'outputs'>): TensorAttribute {
    const dtype = dtypeOfCode(t.dataType);
    const large = t.dims.reduce((a, b) => a * b, 1) > MAX_KEPT_ELEMENTS && n.type !== 'Constant';
    const name = t.name || n.name || n.outputs[0] || n.type;
    const weight = large
      ? this.weights.push({
          name,
          ...(dtype ? { dtype } : {}),
          shape: this.shapeOf(t, name, dtype),
          role: 'parameter',
          reason: `an attribute of ${n.type}`,
          storage: storageOf(t),
          block: 0,
        }) - 1
      : undefined;
    return {
      ...(dtype ? { dtype } : {}),
      shape: t.dims,
      ...(t.values ? { data: t.values } : {}),
      bytes: t.payload?.bytes ?? 0,
      ...(weight === undefined ? {} : { weight }),
    };
  }
}

/** What a name is for: said as it is, or the node that reads or makes it. */
type What = string | RawNode;

const offsetOf = (what: What): number | undefined => (typeof what === 'string' ? undefined : what.offset);

const phrase = (what: What): string => (typeof what === 'string' ? what : `a name of ${label(what)}`);

/** A node as a person would point at it. */
export function label(n: Pick<RawNode, 'name' | 'type' | 'outputs'>): string {
  return `${n.type || 'a node without type'} ${quoted(n.name || n.outputs[0] || '')}`;
}

/** A name from the file, cut where it would fill the screen. */
export function quoted(name: string): string {
  return `'${name.length > 120 ? `${name.slice(0, 117)}...` : name}'`;
}
