import type { Dimension } from '../model/expression';
import type { DType } from '../model/dtype';
import type { Attribute, Operator } from '../model/operator';
import type { Shape } from '../model/value';
import type { Data, Facts } from './facts';
import { tensor } from './facts';

/** What the engine gives to one operator's shape function, and takes from it. */
export interface Engine {
  facts(value: number): Facts;
  /** A new symbol for a size that only the data tells, named after the operator's output. */
  fresh(hint: string): Dimension;
  /** Infers a sub-graph whose inputs are these; the facts of its outputs. */
  inferGraph(graph: number, inputs: readonly Facts[]): readonly Facts[];
  problem(code: string, message: string): void;
}

/**
 * One operator as its shape function sees it: version, attributes, what is known of its inputs, and `set` for its
 * outputs. A function that cannot tell an output leaves it unset.
 */
export class ShapeContext {
  readonly outputs: (Facts | undefined)[] = [];

  constructor(
    readonly op: Operator,
    /** Opset version of the operator's domain. */
    readonly version: number,
    readonly engine: Engine,
  ) {}

  get inputCount(): number {
    return this.op.inputs.length;
  }

  get outputCount(): number {
    return this.op.outputs.length;
  }

  has(input: number): boolean {
    return (this.op.inputs[input] ?? -1) >= 0;
  }

  hasOutput(output: number): boolean {
    return (this.op.outputs[output] ?? -1) >= 0;
  }

  /** Facts of an input; undefined when it is left out. */
  input(i: number): Facts | undefined {
    const id = this.op.inputs[i] ?? -1;
    return id < 0 ? undefined : this.engine.facts(id);
  }

  shape(i: number): Shape | undefined {
    return this.input(i)?.shape;
  }

  dtype(i: number): DType | undefined {
    return this.input(i)?.dtype;
  }

  /** Known content of an input; for all or some elements. */
  data(i: number): Data | undefined {
    return this.input(i)?.data;
  }

  /** Content of an input when every element is a known number. */
  numbers(i: number): readonly number[] | undefined {
    const data = this.data(i);
    return data?.every((d) => typeof d === 'number') ? (data as readonly number[]) : undefined;
  }

  set(output: number, facts: Facts): void {
    this.outputs[output] = facts;
  }

  /** Sets a dense tensor output. */
  tensor(output: number, dtype: DType | undefined, shape: Shape | undefined, data?: Data): void {
    this.outputs[output] = tensor(dtype, shape, data);
  }

  fresh(hint: string): Dimension {
    return this.engine.fresh(hint);
  }

  attribute(name: string): Attribute | undefined {
    const all = this.op.attributes;
    return name in all ? all[name] : undefined;
  }

  hasAttribute(name: string): boolean {
    return this.attribute(name) !== undefined;
  }

  int(name: string, otherwise: number): number;
  int(name: string): number | undefined;
  int(name: string, otherwise?: number): number | undefined {
    const a = this.attribute(name);
    return a?.kind === 'int' ? a.value : otherwise;
  }

  float(name: string, otherwise: number): number {
    const a = this.attribute(name);
    return a?.kind === 'float' || a?.kind === 'int' ? a.value : otherwise;
  }

  string(name: string, otherwise: string): string {
    const a = this.attribute(name);
    return a?.kind === 'string' ? a.value : otherwise;
  }

  ints(name: string): readonly number[] | undefined {
    const a = this.attribute(name);
    return a?.kind === 'ints' ? a.value : undefined;
  }

  floats(name: string): readonly number[] | undefined {
    const a = this.attribute(name);
    return a?.kind === 'floats' ? a.value : undefined;
  }

  graph(name: string): number | undefined {
    const a = this.attribute(name);
    return a?.kind === 'graph' ? a.value : undefined;
  }
}

/** Tells an operator's outputs from its inputs. */
export type ShapeFunction = (c: ShapeContext) => void;

/** Shape functions of one domain by operator type; a function looks at `c.version` where versions differ. */
export type ShapeTable = Readonly<Record<string, ShapeFunction>>;
