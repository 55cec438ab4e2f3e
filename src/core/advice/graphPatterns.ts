import type { Model } from '../model/model';
import { STEP_OPERATORS, atOnce } from '../steps';

/** A chain of plain operators that one fused operator could stand for, and where it was found. */
export interface Found {
  readonly pattern: 'LayerNorm' | 'RMSNorm' | 'GELU' | 'GELU (tanh)' | 'attention' | 'SiLU';
  /** Operators that the fused one replaces, in all. */
  readonly operators: number;
  readonly count: number;
  /** Ids of the last operator of each chain, at most 100. */
  readonly at: readonly number[];
}

type Step = readonly [type: string, ...inputs: readonly number[]];

/** What feeds what: producer of each value, and the values' readers. */
class Wires {
  private readonly producer = new Map<number, number>();

  constructor(readonly model: Model) {
    model.operators.forEach((op, id) => {
      for (const out of op.outputs) if (out >= 0) this.producer.set(out, id);
    });
  }

  /** The operator that makes this value, when it is of one of the types. */
  made(value: number | undefined, ...types: readonly string[]): number | undefined {
    if (value === undefined) return undefined;
    const id = this.producer.get(value);
    return id !== undefined && types.includes(this.model.operators[id]!.type) ? id : undefined;
  }

  inputs(op: number): readonly number[] {
    return this.model.operators[op]!.inputs;
  }

  /** Some input of the operator made by one of the types; casts are looked through. */
  from(op: number | undefined, ...types: readonly string[]): number | undefined {
    if (op === undefined) return undefined;
    for (const value of this.inputs(op)) {
      const cast = this.made(value, 'Cast', 'Identity');
      const found =
        this.made(value, ...types) ?? (cast === undefined ? undefined : this.from(cast, ...types));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Walks back through operators of these types in order; the last one found, or undefined. */
  back(op: number, ...chain: readonly Step[]): number | undefined {
    let at: number | undefined = op;
    for (const [type] of chain) at = this.from(at, ...type.split('|'));
    return at;
  }
}

const CHAINS: readonly {
  readonly pattern: Found['pattern'];
  readonly ends: string;
  readonly back: readonly Step[];
  readonly operators: number;
  readonly unless?: (w: Wires, id: number) => boolean;
}[] = [
  // x - mean, squared, mean, + epsilon, root, and the division.
  {
    pattern: 'LayerNorm',
    ends: 'Div|Mul',
    back: [['Sqrt|Reciprocal'], ['Add'], ['ReduceMean'], ['Pow|Mul'], ['Sub'], ['ReduceMean']],
    operators: 7,
  },
  // The same with a reciprocal root, as TensorFlow exports it.
  {
    pattern: 'LayerNorm',
    ends: 'Mul',
    back: [['Reciprocal'], ['Sqrt'], ['Add'], ['ReduceMean'], ['Pow|Mul'], ['Sub']],
    operators: 7,
  },
  {
    pattern: 'RMSNorm',
    ends: 'Mul|Div',
    back: [['Sqrt|Reciprocal'], ['Add|Sqrt'], ['ReduceMean|Add'], ['Pow|Mul|ReduceMean']],
    operators: 5,
    unless: (w, id) =>
      w.back(id, ['Sqrt|Reciprocal'], ['Add'], ['ReduceMean'], ['Pow|Mul'], ['Sub']) !== undefined ||
      w.back(id, ['Reciprocal'], ['Sqrt'], ['Add'], ['ReduceMean'], ['Pow|Mul'], ['Sub']) !== undefined,
  },
  { pattern: 'GELU', ends: 'Mul', back: [['Add'], ['Erf'], ['Div|Mul']], operators: 5 },
  { pattern: 'GELU', ends: 'Mul', back: [['Mul'], ['Add'], ['Erf'], ['Div|Mul']], operators: 5 },
  { pattern: 'GELU (tanh)', ends: 'Mul', back: [['Add'], ['Tanh'], ['Mul'], ['Add']], operators: 8 },
  {
    pattern: 'attention',
    ends: 'MatMul',
    back: [['Softmax'], ['Add|Sub|Where|Div|Mul|MatMul']],
    operators: 4,
  },
  {
    pattern: 'SiLU',
    ends: 'Mul',
    back: [['Sigmoid']],
    operators: 2,
    // x · sigmoid(x): both inputs of the product come from one value.
    unless: (w, id) => {
      const sigmoid = w.from(id, 'Sigmoid');
      return sigmoid === undefined || !w.inputs(id).includes(w.inputs(sigmoid)[0]!);
    },
  },
];

const KNOWN = new WeakMap<Model, readonly Found[]>();

/** Fusable chains of a graph, each operator ending at most one chain of a kind; found once for a model. */
export function findChains(model: Model): readonly Found[] {
  return KNOWN.get(model) ?? atOnce(chainSteps(model));
}

/** The same with rests; `findChains` answers at once when this is through. */
export function* chainSteps(model: Model): Generator<void, readonly Found[]> {
  const before = KNOWN.get(model);
  if (before) return before;
  const wires = new Wires(model);
  yield;
  const found = new Map<Found['pattern'], { operators: number; at: number[]; count: number }>();
  const taken = new Set<string>();
  for (const chain of CHAINS) {
    const ends = new Set(chain.ends.split('|'));
    for (const [id, op] of model.operators.entries()) {
      if (id % STEP_OPERATORS === STEP_OPERATORS - 1) yield;
      if (op.domain !== '' && op.domain !== 'ai.onnx') continue;
      if (!ends.has(op.type) || taken.has(`${chain.pattern} ${id}`)) continue;
      if (wires.back(id, ...chain.back) === undefined || chain.unless?.(wires, id)) continue;
      if (chain.pattern.startsWith('GELU') && taken.has(`gelu ${rootOf(wires, id)}`)) continue;
      taken.add(`${chain.pattern} ${id}`);
      if (chain.pattern.startsWith('GELU')) taken.add(`gelu ${rootOf(wires, id)}`);
      const sum = found.get(chain.pattern) ?? { operators: 0, at: [], count: 0 };
      sum.operators += chain.operators;
      sum.count++;
      if (sum.at.length < 100) sum.at.push(id);
      found.set(chain.pattern, sum);
    }
  }
  const all = [...found].map(([pattern, f]) => ({ pattern, ...f }));
  KNOWN.set(model, all);
  return all;
}

/** The Erf or Tanh in the middle: one chain each, however the products around it are grouped. */
function rootOf(w: Wires, id: number): number {
  let at: number | undefined = id;
  for (let i = 0; i < 4 && at !== undefined; i++) {
    const root: number | undefined = w.from(at, 'Erf', 'Tanh');
    if (root !== undefined) return root;
    at = w.from(at, 'Add', 'Mul');
  }
  return id;
}

/** Operators that hang on constants alone, so that they could be computed before shipping. */
export function foldable(model: Model): readonly number[] {
  const constant = new Set<number>();
  model.values.forEach((v, id) => {
    if (v.weight !== undefined) constant.add(id);
  });
  const ids: number[] = [];
  model.operators.forEach((op, id) => {
    const given = op.inputs.filter((i) => i >= 0);
    const isSource = op.type === 'Constant';
    const isRandom = /^Random|Dropout|Multinomial|Bernoulli|Loop|If|Scan/.test(op.type);
    if (isRandom || (given.length === 0 && !isSource)) return;
    if (!given.every((i) => constant.has(i))) return;
    for (const out of op.outputs) constant.add(out);
    // Dequantisation is kept on purpose, and a Constant is folded already.
    if (!isSource && !/DequantizeLinear|MatMulNBits/.test(op.type)) ids.push(id);
  });
  return ids;
}
