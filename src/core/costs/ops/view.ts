/** What a cost function sees of one operator: its shapes, attributes and known values, with clear failure. */
import { product } from '../../model/arithmetic';
import type { Expression } from '../../model/expression';
import type { Model } from '../../model/model';
import type { Attribute, Operator } from '../../model/operator';
import type { Value } from '../../model/value';

/** Thrown by a view when something a cost needs is not known; `reason` becomes the figure's own. Never leaves `costs`. */
export class UnknownCost {
  constructor(readonly reason: string) {}
}

/** What a cost function answers; what it leaves out follows from the shapes (`costOperator.ts`). */
export interface Work {
  /** Multiply-accumulates as executed; 0 when left out. */
  readonly macs?: Expression;
  /** Those that matter (causal, windowed); `macs` when left out. */
  readonly usefulMacs?: Expression;
  /** Other operations; 0 when left out. */
  readonly elementOperations?: Expression;
  /** True when no byte moves: the output is the input under another shape. */
  readonly view?: boolean;
  /** Elements, where they are not simply all inputs and outputs. */
  readonly weightsRead?: Expression;
  readonly activationsRead?: Expression;
  readonly activationsWritten?: Expression;
  readonly cacheRead?: Expression;
  readonly cacheWritten?: Expression;
  /** Why the figures are estimates and not exact. */
  readonly estimated?: string;
  /** Why they count less than what runs. */
  readonly lowerBound?: string;
}

export type CostFunction = (v: OperatorView) => Work;

/** A table of cost functions: keys are `Type` for the standard's own domain and `domain:Type` for others. */
export type CostTable = Readonly<Record<string, CostFunction>>;

export class OperatorView {
  constructor(
    readonly model: Model,
    readonly op: Operator,
  ) {}

  /** True when the optional input is given. */
  has(i: number): boolean {
    const id = this.op.inputs[i];
    return id !== undefined && id >= 0;
  }

  hasOutput(i: number): boolean {
    const id = this.op.outputs[i];
    return id !== undefined && id >= 0;
  }

  input(i: number): Value | undefined {
    const id = this.op.inputs[i];
    return id === undefined || id < 0 ? undefined : this.model.values[id];
  }

  output(i = 0): Value | undefined {
    const id = this.op.outputs[i];
    return id === undefined || id < 0 ? undefined : this.model.values[id];
  }

  /** Shape of an input, every dimension known (number or expression). */
  shape(i: number): readonly Expression[] {
    const v = this.input(i);
    if (!v) throw new UnknownCost(`input ${i} is not given`);
    return knownShape(v);
  }

  outShape(i = 0): readonly Expression[] {
    const v = this.output(i);
    if (!v) throw new UnknownCost(`output ${i} is not given`);
    return knownShape(v);
  }

  /** Elements of an input. */
  size(i: number): Expression {
    return product(this.shape(i));
  }

  /** Elements of an output. */
  outSize(i = 0): Expression {
    return product(this.outShape(i));
  }

  /** One dimension of an input, counted from the end when negative; others may be unknown. */
  dim(i: number, axis: number): Expression {
    const v = this.input(i);
    if (!v) throw new UnknownCost(`input ${i} is not given`);
    return knownDimension(v, axis);
  }

  outDim(i: number, axis: number): Expression {
    const v = this.output(i);
    if (!v) throw new UnknownCost(`output ${i} is not given`);
    return knownDimension(v, axis);
  }

  rank(i: number): number {
    const shape = this.input(i)?.shape;
    if (!shape) throw new UnknownCost(`shape of "${this.input(i)?.name ?? `input ${i}`}" is unknown`);
    return shape.length;
  }

  attribute(name: string): Attribute | undefined {
    return Object.hasOwn(this.op.attributes, name) ? this.op.attributes[name] : undefined;
  }

  int(name: string, otherwise: number): number {
    const a = this.attribute(name);
    return a && (a.kind === 'int' || a.kind === 'float') ? a.value : otherwise;
  }

  ints(name: string): readonly number[] | undefined {
    const a = this.attribute(name);
    return a && (a.kind === 'ints' || a.kind === 'floats') ? a.value : undefined;
  }

  text(name: string, otherwise: string): string {
    const a = this.attribute(name);
    return a?.kind === 'string' ? a.value : otherwise;
  }

  /** An attribute the definition requires. */
  required(name: string): number {
    const a = this.attribute(name);
    if (a && (a.kind === 'int' || a.kind === 'float')) return a.value;
    throw new UnknownCost(`attribute ${name} is missing`);
  }

  /** Known content of an input, or undefined when any entry is unknown. */
  data(i: number): readonly Expression[] | undefined {
    const data = this.input(i)?.data;
    if (!data || data.some((d) => d === undefined)) return undefined;
    return data as readonly Expression[];
  }
}

function knownShape(v: Value): readonly Expression[] {
  const shape = v.shape;
  if (!shape) throw new UnknownCost(`shape of "${v.name}" is unknown`);
  for (const d of shape) if (d === undefined) throw new UnknownCost(`a dimension of "${v.name}" is unknown`);
  return shape as readonly Expression[];
}

function knownDimension(v: Value, axis: number): Expression {
  const shape = v.shape;
  if (!shape) throw new UnknownCost(`shape of "${v.name}" is unknown`);
  const d = shape[axis < 0 ? shape.length + axis : axis];
  if (d === undefined) throw new UnknownCost(`dimension ${axis} of "${v.name}" is unknown`);
  return d;
}
