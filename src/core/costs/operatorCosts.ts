/** Costs of many operators: equal operators over equal shapes (a model's layers) are costed once. */
import type { Model } from '../model/model';
import type { Attribute, Operator } from '../model/operator';
import { keyOf } from '../model/expression';
import { costOperator } from './costOperator';
import type { OperatorCost } from './operatorCost';

/** Longer contents and attributes are not worth comparing; such an operator is costed on its own. */
const MAX_DATA = 16;

export class OperatorCosts {
  /** By signature. */
  readonly known: Map<string, OperatorCost>;
  /** What a cost may depend on of each value, as text; undefined: too long. */
  private readonly values: (string | undefined | null)[];

  /** `like`: `known` of a model that this one was made from; its equal operators are not costed again. */
  constructor(
    private readonly model: Model,
    like?: ReadonlyMap<string, OperatorCost>,
  ) {
    this.known = new Map(like ?? []);
    this.values = new Array<string | undefined | null>(model.values.length).fill(null);
  }

  of(op: Operator): OperatorCost {
    const key = this.signature(op);
    if (key === undefined) return costOperator(this.model, op);
    let cost = this.known.get(key);
    if (!cost) {
      cost = costOperator(this.model, op);
      // A reason names a value of this very operator.
      if (cost.certainty !== 'unknown') this.known.set(key, cost);
    }
    return cost;
  }

  private signature(op: Operator): string | undefined {
    let text = `${op.domain}:${op.type}`;
    for (const name in op.attributes) {
      const a = attributeText(op.attributes[name]!);
      if (a === undefined) return undefined;
      text += `;${name}=${a}`;
    }
    const ids = [...op.inputs, -2, ...op.outputs];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      if (id < 0) {
        text += id === -2 ? '>' : '|-';
        continue;
      }
      const v = this.value(id);
      if (v === undefined) return undefined;
      // The same value twice is read once.
      const first = ids.indexOf(id);
      text += first < i ? `|@${first}` : `|${v}`;
    }
    return text;
  }

  private value(id: number): string | undefined {
    const known = this.values[id];
    if (known !== null) return known;
    const v = this.model.values[id];
    let text: string | undefined = '';
    if (v) {
      const shape = v.shape ?? (v.weight === undefined ? undefined : this.model.weights[v.weight]?.shape);
      text = `${v.weight === undefined ? '' : 'w'}${shape ? shape.map((d) => (d === undefined ? '?' : keyOf(d))).join(',') : '*'}`;
      if (v.data && v.data.length > MAX_DATA) text = undefined;
      else if (v.data) text += `=${v.data.map((d) => (d === undefined ? '?' : keyOf(d))).join(',')}`;
    }
    this.values[id] = text;
    return text;
  }
}

function attributeText(a: Attribute): string | undefined {
  switch (a.kind) {
    case 'int':
    case 'float':
    case 'graph':
      return String(a.value);
    case 'string':
    case 'reference':
      return a.value.length > 256 ? undefined : a.value;
    case 'ints':
    case 'floats':
      return a.value.length > MAX_DATA ? undefined : a.value.join(',');
    default:
      return undefined;
  }
}
