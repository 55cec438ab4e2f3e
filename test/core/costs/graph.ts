/** Small models for the costs' tests, written as a list of operators. */
import type { Dimension } from '../../../src/core/model/expression';
import type { DType } from '../../../src/core/model/dtype';
import type { Model } from '../../../src/core/model/model';
import type { Attribute, Operator } from '../../../src/core/model/operator';
import type { Value } from '../../../src/core/model/value';
import type { Weight } from '../../../src/core/model/weight';
import { costModel } from '../../../src/core/costs/costModel';
import { evaluate } from '../../../src/core/model/evaluate';
import type { Bindings } from '../../../src/core/model/evaluate';

export type Plain = number | string | readonly number[];
type ShapeOf = readonly (Dimension | undefined)[] | undefined;

export class GraphMaker {
  readonly values: Value[] = [];
  readonly weights: Weight[] = [];
  readonly operators: Operator[] = [];
  readonly inputs: number[] = [];
  readonly outputs: number[] = [];

  input(shape: ShapeOf, dtype: DType = 'float32', name = `in${this.values.length}`): number {
    const id = this.values.push({ name, kind: 'tensor', dtype, ...(shape ? { shape } : {}) }) - 1;
    this.inputs.push(id);
    return id;
  }

  weight(shape: readonly number[], dtype: DType = 'float32', name = `w${this.weights.length}`): number {
    this.weights.push({ name, dtype, shape, role: 'parameter', block: 0 });
    return this.values.push({ name, kind: 'tensor', dtype, shape, weight: this.weights.length - 1 }) - 1;
  }

  /** A small constant whose content is known. */
  data(data: readonly Dimension[], dtype: DType = 'int64'): number {
    return (
      this.values.push({
        name: `data${this.values.length}`,
        kind: 'tensor',
        dtype,
        shape: [data.length],
        data,
      }) - 1
    );
  }

  op(
    type: string,
    inputs: readonly number[],
    shapes: readonly ShapeOf[],
    attributes: Record<string, Plain> = {},
  ): number {
    const [domain, plain] = type.includes(':') ? (type.split(':') as [string, string]) : ['', type];
    const outputs = shapes.map(
      (shape, i) =>
        this.values.push({
          name: `${plain}${this.operators.length}.${i}`,
          kind: 'tensor',
          dtype: 'float32',
          ...(shape ? { shape } : {}),
        }) - 1,
    );
    const listed: Record<string, Attribute> = {};
    for (const [k, v] of Object.entries(attributes)) listed[k] = attribute(v);
    const name = `${plain}_${this.operators.length}`;
    this.operators.push({
      type: plain,
      domain,
      name,
      inputs,
      outputs,
      attributes: listed,
      graph: 0,
      block: 0,
    });
    return outputs[0]!;
  }

  model(changes: Partial<Model> = {}): Model {
    const operators = this.operators.map((_, i) => i);
    return {
      format: 'onnx',
      modelType: 'test',
      name: 'test',
      certainty: 'exact',
      blocks: [{ name: 'test', parent: -1, repeat: 1 }],
      graphs: [
        { name: 'main', kind: 'main', inputs: this.inputs, outputs: this.outputs, operators, owner: -1 },
      ],
      functions: [],
      operators: this.operators,
      values: this.values,
      weights: this.weights,
      caches: [],
      facts: {},
      opsets: { '': 21 },
      properties: [],
      problems: [],
      ...changes,
    };
  }
}

function attribute(v: Plain): Attribute {
  if (typeof v === 'string') return { kind: 'string', value: v };
  if (typeof v === 'number') return { kind: Number.isInteger(v) ? 'int' : 'float', value: v };
  return { kind: 'ints', value: v };
}

export interface Numbers {
  readonly macs: number | undefined;
  readonly useful: number | undefined;
  readonly elements: number | undefined;
  readonly certainty: string;
  readonly reason: string | undefined;
}

/** Costs of the only (or last) operator, as numbers. */
export function costOf(model: Model, bindings: Bindings = {}, index = model.operators.length - 1): Numbers {
  const c = costModel(model).operators[index]!;
  const value = (e: (typeof c)['macs']) => (e === undefined ? undefined : evaluate(e, bindings));
  return {
    macs: value(c.macs),
    useful: value(c.usefulMacs),
    elements: value(c.elementOperations),
    certainty: c.certainty,
    reason: c.reason,
  };
}

/** One operator over inputs of these shapes; `w` marks a weight. */
export function single(
  type: string,
  inputs: readonly (readonly Dimension[] | 'none' | { readonly w: readonly number[] })[],
  outputs: readonly (readonly Dimension[])[],
  attributes: Record<string, Plain> = {},
): Model {
  const g = new GraphMaker();
  const ids = inputs.map((s) => (s === 'none' ? -1 : 'w' in s ? g.weight(s.w) : g.input(s)));
  g.op(type, ids, outputs, attributes);
  return g.model();
}
