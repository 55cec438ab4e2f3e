import type { DType } from '../../src/core/model/dtype';
import type { Graph, LocalFunction } from '../../src/core/model/graph';
import type { Model } from '../../src/core/model/model';
import type { Attribute, Operator } from '../../src/core/model/operator';
import type { Shape, Value } from '../../src/core/model/value';

/** A graph by hand, for tests: values by name, operators in order. */
export class ModelOf {
  readonly values: Value[] = [];
  readonly operators: Operator[] = [];
  readonly graphs: Graph[] = [];
  readonly functions: LocalFunction[] = [];
  private readonly names = new Map<string, number>();
  private current = 0;

  constructor(private readonly opset = 21) {
    this.graphs.push({ name: 'main', kind: 'main', inputs: [], outputs: [], operators: [], owner: -1 });
  }

  input(name: string, shape: Shape | undefined, dtype: DType = 'float32'): this {
    const id = this.values.push({ name, kind: 'tensor', dtype, shape }) - 1;
    this.names.set(name, id);
    (this.graphs[this.current]!.inputs as number[]).push(id);
    return this;
  }

  constant(
    name: string,
    data: readonly number[],
    shape: readonly number[] = [data.length],
    dtype: DType = 'int64',
  ): this {
    this.names.set(name, this.values.push({ name, kind: 'tensor', dtype, shape, data }) - 1);
    return this;
  }

  node(
    type: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Readonly<Record<string, number | string | readonly number[] | Attribute>> = {},
    domain = '',
  ): this {
    const ids = outputs.map((name) => (name === '' ? -1 : this.value(name)));
    const at =
      this.operators.push({
        type,
        domain,
        name: `${type}_${this.operators.length}`,
        inputs: inputs.map((name) => (name === '' ? -1 : this.value(name))),
        outputs: ids,
        attributes: Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, attributeOf(v)])),
        graph: this.current,
        block: 0,
      }) - 1;
    (this.graphs[this.current]!.operators as number[]).push(at);
    return this;
  }

  /** A sub-graph built by `build`, as an attribute; names are shared with the graph around it. */
  graph(build: (m: this) => void, outputs: readonly string[], kind: Graph['kind'] = 'subgraph'): Attribute {
    const around = this.current;
    this.current =
      this.graphs.push({
        name: `graph${this.graphs.length}`,
        kind,
        inputs: [],
        outputs: [],
        operators: [],
        owner: -1,
      }) - 1;
    const at = this.current;
    build(this);
    (this.graphs[at]!.outputs as number[]).push(...outputs.map((name) => this.value(name)));
    this.current = around;
    return { kind: 'graph', value: at };
  }

  /** A model-local function of the domain `local`. */
  localFunction(name: string, build: (m: this) => void, outputs: readonly string[]): this {
    const body = this.graph(build, outputs, 'function');
    const graph = body.kind === 'graph' ? body.value : -1;
    this.functions.push({
      domain: 'local',
      name,
      overload: '',
      graph,
      attributes: [],
      opsets: { '': this.opset },
    });
    return this;
  }

  /** What the file claims of a value. */
  claim(name: string, shape: Shape, dtype: DType = 'float32'): this {
    const id = this.value(name);
    this.values[id] = { ...this.values[id]!, dtype, shape };
    return this;
  }

  value(name: string): number {
    let id = this.names.get(name);
    if (id === undefined) {
      id = this.values.push({ name, kind: 'tensor' }) - 1;
      this.names.set(name, id);
    }
    return id;
  }

  model(): Model {
    return {
      format: 'onnx',
      modelType: '',
      name: 'by hand',
      certainty: 'exact',
      blocks: [{ name: '', parent: -1, repeat: 1 }],
      graphs: this.graphs,
      functions: this.functions,
      operators: this.operators,
      values: this.values,
      weights: [],
      caches: [],
      facts: {},
      opsets: { '': this.opset, 'com.microsoft': 1 },
      properties: [],
      problems: [],
    };
  }
}

function attributeOf(v: number | string | readonly number[] | Attribute): Attribute {
  if (typeof v === 'number') return { kind: Number.isInteger(v) ? 'int' : 'float', value: v };
  if (typeof v === 'string') return { kind: 'string', value: v };
  if ('kind' in v) return v;
  return { kind: v.every(Number.isInteger) ? 'ints' : 'floats', value: v };
}
