/** What the shape function of one operator sees and sets. One instance serves all operators of a run in turn. */
import type { DType } from '../model/dtype';
import type { Dimension } from '../model/expression';
import type { Attribute, Operator, TensorAttribute } from '../model/operator';
import type { Shape } from '../model/value';
import type { Data, Facts } from './facts';
import { MAX_DATA } from './facts';

/**
 * Infers the outputs of one operator from its inputs and attributes, by calling `c.tensor`, `c.set` or `c.like`. An
 * output it does not set stays unknown. It never throws for a model that is wrong: it leaves the output unknown.
 */
export type ShapeFunction = (c: ShapeContext) => void;

/** Shape functions by operator type, of one domain. */
export type ShapeTable = Readonly<Record<string, ShapeFunction>>;

/** What the engine does for control flow and functions; shape functions reach it through the context. */
export interface Engine {
  /** Infers a sub-graph (index in `Model.graphs`) with these inputs; its outputs, in order. */
  inferGraph(graph: number, inputs: readonly (Facts | undefined)[]): (Facts | undefined)[];
  /** Number of inputs the sub-graph declares. */
  graphInputs(graph: number): number;
  /** Whether the sub-graph hands its input j out as output i, at most through Identity. */
  handsThrough?(graph: number, output: number, input: number): boolean;
  /** A symbol for a size that only data decides; the same for the same operator and suffix. */
  fresh(operator: Operator, suffix: string): Dimension;
}

export class ShapeContext {
  /** The operator whose turn it is. */
  op!: Operator;
  /** Opset version of the operator's domain that applies here; of the graph's function where it declares its own. */
  version = 1;

  constructor(
    /** What is known of every value by id; undefined: nothing yet. */
    readonly values: (Facts | undefined)[],
    readonly engine: Engine,
  ) {}

  get type(): string {
    return this.op.type;
  }

  get inputCount(): number {
    return this.op.inputs.length;
  }

  get outputCount(): number {
    return this.op.outputs.length;
  }

  /** Whether optional input i is given. */
  has(i: number): boolean {
    const id = this.op.inputs[i];
    return id !== undefined && id >= 0;
  }

  /** Whether output i is asked for. */
  hasOutput(i: number): boolean {
    const id = this.op.outputs[i];
    return id !== undefined && id >= 0;
  }

  /** All that is known of input i; undefined when it is left out or unknown. */
  input(i: number): Facts | undefined {
    const id = this.op.inputs[i];
    return id === undefined || id < 0 ? undefined : this.values[id];
  }

  dtype(i: number): DType | undefined {
    return this.input(i)?.dtype;
  }

  /** Shape of input i; undefined when its rank is unknown. Entries are undefined where a dimension is unknown. */
  shape(i: number): Shape | undefined {
    return this.input(i)?.shape;
  }

  rank(i: number): number | undefined {
    return this.input(i)?.shape?.length;
  }

  /** Dimension of input i; a negative axis counts from the end. */
  dim(i: number, axis: number): Dimension | undefined {
    const shape = this.input(i)?.shape;
    return shape?.[axis < 0 ? axis + shape.length : axis];
  }

  /** Known content of input i, as long as its element count; entries may be undefined. */
  data(i: number): Data | undefined {
    return this.input(i)?.data;
  }

  /** Content of input i when every entry is a plain number. */
  numbers(i: number): readonly number[] | undefined {
    const data = this.input(i)?.data;
    if (!data) return undefined;
    for (const d of data) if (typeof d !== 'number') return undefined;
    return data as readonly number[];
  }

  /** The one entry of a scalar or one-element input. */
  scalar(i: number): Dimension | undefined {
    const data = this.input(i)?.data;
    return data?.length === 1 ? data[0] : undefined;
  }

  attribute(name: string): Attribute | undefined {
    return this.op.attributes[name];
  }

  hasAttribute(name: string): boolean {
    return this.op.attributes[name] !== undefined;
  }

  /** Integer attribute, or the default. Also reads a float attribute's number. */
  int(name: string): number | undefined;
  int(name: string, otherwise: number): number;
  int(name: string, otherwise?: number): number | undefined {
    const a = this.op.attributes[name];
    return a !== undefined && (a.kind === 'int' || a.kind === 'float') ? a.value : otherwise;
  }

  float(name: string): number | undefined;
  float(name: string, otherwise: number): number;
  float(name: string, otherwise?: number): number | undefined {
    const a = this.op.attributes[name];
    return a !== undefined && (a.kind === 'int' || a.kind === 'float') ? a.value : otherwise;
  }

  string(name: string): string | undefined;
  string(name: string, otherwise: string): string;
  string(name: string, otherwise?: string): string | undefined {
    const a = this.op.attributes[name];
    return a?.kind === 'string' ? a.value : otherwise;
  }

  /** Integers; undefined when the attribute is absent. */
  ints(name: string): readonly number[] | undefined {
    const a = this.op.attributes[name];
    return a?.kind === 'ints' || a?.kind === 'floats' ? a.value : undefined;
  }

  floats(name: string): readonly number[] | undefined {
    const a = this.op.attributes[name];
    return a?.kind === 'floats' || a?.kind === 'ints' ? a.value : undefined;
  }

  strings(name: string): readonly string[] | undefined {
    const a = this.op.attributes[name];
    if (a?.kind === 'strings') return a.value;
    // An empty list carries no type in old files.
    return a?.kind === 'ints' && a.value.length === 0 ? [] : undefined;
  }

  tensorAttribute(name: string): TensorAttribute | undefined {
    const a = this.op.attributes[name];
    return a?.kind === 'tensor' ? a.value : undefined;
  }

  /** Index in `Model.graphs` of a graph attribute. */
  graph(name: string): number | undefined {
    const a = this.op.attributes[name];
    return a?.kind === 'graph' ? a.value : undefined;
  }

  /** Sets output i to a tensor; shape undefined: unknown rank. Content longer than MAX_DATA is dropped. */
  tensor(i: number, dtype: DType | undefined, shape: Shape | undefined, data?: Data): void {
    const id = this.op.outputs[i];
    if (id === undefined || id < 0) return;
    const sizes = possible(shape);
    this.values[id] =
      data !== undefined && data.length <= MAX_DATA
        ? { kind: 'tensor', dtype, shape: sizes, data }
        : { kind: 'tensor', dtype, shape: sizes };
  }

  /** Sets output i to any kind of value. */
  set(i: number, value: Facts | undefined): void {
    const id = this.op.outputs[i];
    if (id !== undefined && id >= 0) this.values[id] = value;
  }

  /** Sets output i to the type of input j, without its content: the commonest rule of all. */
  like(i: number, j = 0): void {
    const id = this.op.outputs[i];
    if (id === undefined || id < 0) return;
    const from = this.input(j);
    if (!from) return;
    this.values[id] =
      from.data || from.items || from.present !== undefined
        ? { kind: from.kind, dtype: from.dtype, shape: from.shape, element: from.element }
        : from;
  }

  /** What has been set for output i so far. */
  output(i: number): Facts | undefined {
    const id = this.op.outputs[i];
    return id === undefined || id < 0 ? undefined : this.values[id];
  }

  /**
   * A symbol for a size that only data decides, named after the node: `NonZero_12.count`. The suffix tells sizes of
   * one node apart; asking again gives the same symbol.
   */
  fresh(suffix = 'size'): Dimension {
    return this.engine.fresh(this.op, suffix);
  }
}

/** The shape without sizes that no tensor has: a model that is wrong gives negative ones, and they are then unknown. */
function possible(shape: Shape | undefined): Shape | undefined {
  if (!shape) return undefined;
  for (const d of shape)
    if (typeof d === 'number' && !(d >= 0 && Number.isInteger(d)))
      return shape.map((x) => (typeof x !== 'number' || (x >= 0 && Number.isInteger(x)) ? x : undefined));
  return shape;
}
