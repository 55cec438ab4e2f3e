/** Arithmetic on the known contents of tensors, entry by entry: numbers, or expressions where shapes are symbolic. */
import { equalExpressions } from '../../model/expression';
import type { Expression } from '../../model/expression';
import { floorDivide, lowerBound, modulo, subtract } from '../../model/arithmetic';
import type { DType } from '../../model/dtype';
import { isFloat } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { Dim } from '../dims';
import { atLeast, atMost, minus, plus, times } from '../dims';
import type { Data } from '../facts';
import { MAX_DATA, fixedCount } from '../facts';

export type Entry = (...entries: Dim[]) => Dim;

/** A tensor with known content. */
interface Content {
  readonly shape?: Shape | undefined;
  readonly data?: Data | undefined;
}

/** Contents with symbols are followed up to this length. */
const MAX_SYMBOLIC = 256;

/** Content of an elementwise result; undefined when an input's is not known or the result is large. */
export function mapContents(
  out: Shape | undefined,
  inputs: readonly Content[],
  entry: Entry,
): Data | undefined {
  const count = fixedCount(out);
  if (count === undefined || count > MAX_DATA) return undefined;
  for (const x of inputs) {
    if (!x.data) return undefined;
    // Long vectors of symbols are no shapes any more.
    if (count > MAX_SYMBOLIC) for (const d of x.data) if (typeof d === 'object') return undefined;
  }
  if (inputs.every((x) => x.data!.length === 1 || x.data!.length === count))
    return known(
      Array.from({ length: count }, (_, i) =>
        entry(...inputs.map((x) => x.data![x.data!.length === 1 ? 0 : i])),
      ),
    );
  const strides = inputs.map((x) => broadcastStrides(out as readonly number[], x.shape as readonly number[]));
  const at = inputs.map(() => 0);
  const index = out!.map(() => 0);
  const result: Dim[] = [];
  for (let i = 0; i < count; i++) {
    result.push(entry(...inputs.map((x, k) => x.data![at[k]!])));
    for (let axis = index.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      for (let k = 0; k < at.length; k++) at[k]! += strides[k]![axis]!;
      if (index[axis]! < (out![axis] as number)) break;
      for (let k = 0; k < at.length; k++) at[k]! -= strides[k]![axis]! * index[axis]!;
      index[axis] = 0;
    }
  }
  return known(result);
}

/** The content, unless nothing in it is known. */
export function known(data: Data): Data | undefined {
  if (data.length === 0) return data;
  for (const d of data) if (d !== undefined) return data;
  return undefined;
}

/** Step in an input's content for each axis of the result; 0 where it is broadcast. */
function broadcastStrides(out: readonly number[], shape: readonly number[]): number[] {
  const strides = new Array<number>(out.length).fill(0);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    if (shape[i] !== 1) strides[i + out.length - shape.length] = step;
    step *= shape[i]!;
  }
  return strides;
}

/** What an arithmetic operator does to two entries, or undefined for one whose content is never followed. */
export function binaryEntry(type: string, dtype: DType | undefined, fmod = false): Entry | undefined {
  switch (type) {
    case 'Add':
    case 'Sum':
      return plus;
    case 'Sub':
      return minus;
    case 'Mul':
      return times;
    case 'Div':
      return dtype !== undefined && isFloat(dtype) ? divideReals : dtype ? divideIntegers : undefined;
    case 'Mod':
      return (a, b) => remainder(a, b, fmod);
    case 'Pow':
      return power;
    case 'Min':
      return atMost;
    case 'Max':
      return atLeast;
    case 'Equal':
      return equal;
    case 'Less':
      return (a, b) => less(a, b, false);
    case 'LessOrEqual':
      return (a, b) => less(a, b, true);
    case 'Greater':
      return (a, b) => less(b, a, false);
    case 'GreaterOrEqual':
      return (a, b) => less(b, a, true);
    case 'And':
      return (a, b) => (a === 0 || b === 0 ? 0 : a === undefined || b === undefined ? undefined : 1);
    case 'Or':
      return (a, b) => (isTrue(a) || isTrue(b) ? 1 : a === undefined || b === undefined ? undefined : 0);
    case 'Xor':
      return (a, b) =>
        typeof a === 'number' && typeof b === 'number' ? Number((a !== 0) !== (b !== 0)) : undefined;
    default:
      return undefined;
  }
}

function isTrue(a: Dim): boolean {
  return typeof a === 'number' && a !== 0;
}

function divideReals(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined) return undefined;
  if (typeof b === 'number') return typeof a === 'number' ? a / b : b === 0 ? undefined : times(a, 1 / b);
  return equalExpressions(a, b) ? 1 : undefined;
}

/** Integers divide towards zero; sizes are never negative, so for them that is down. */
function divideIntegers(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return Math.trunc(a / b);
  return lowerBound(a) >= 0 && lowerBound(b) >= 0 ? floorDivide(a, b) : undefined;
}

function remainder(a: Dim, b: Dim, fmod: boolean): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return fmod ? a % b : a - b * Math.floor(a / b);
  return lowerBound(a) >= 0 && lowerBound(b) >= 0 ? modulo(a, b) : undefined;
}

function power(a: Dim, b: Dim): Dim {
  if (typeof a === 'number' && typeof b === 'number') return a ** b;
  if (b === 1) return a;
  return b === 2 ? times(a, a) : undefined;
}

/** 1 or 0 where it can be decided whatever the symbols are. */
export function equal(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return Number(a === b);
  if (equalExpressions(a, b)) return 1;
  const d = subtract(a, b);
  return lowerBound(d) > 0 || lowerBound(subtract(b, a)) > 0 ? 0 : undefined;
}

function less(a: Dim, b: Dim, orEqual: boolean): Dim {
  if (a === undefined || b === undefined) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return Number(orEqual ? a <= b : a < b);
  const up = lowerBound(subtract(b, a));
  const down = lowerBound(subtract(a, b));
  if (orEqual ? up >= 0 : up > 0) return 1;
  return (orEqual ? down > 0 : down >= 0) ? 0 : undefined;
}

/** What an operator of one input does to an entry; undefined for one whose content is never followed. */
export const UNARY: Readonly<Record<string, (a: Expression) => Dim>> = {
  Abs: (a) => (typeof a === 'number' ? Math.abs(a) : lowerBound(a) >= 0 ? a : undefined),
  Neg: (a) => times(a, -1),
  Not: (a) => (typeof a === 'number' ? Number(a === 0) : undefined),
  Ceil: (a) => (typeof a === 'number' ? Math.ceil(a) : toInteger(a, 'ceil')),
  Floor: (a) => (typeof a === 'number' ? Math.floor(a) : toInteger(a, 'floor')),
  Round: (a) => (typeof a === 'number' ? roundToEven(a) : toInteger(a, 'exact')),
  Sqrt: (a) => (typeof a === 'number' ? Math.sqrt(a) : undefined),
  Reciprocal: (a) => (typeof a === 'number' ? 1 / a : undefined),
  Exp: (a) => (typeof a === 'number' ? Math.exp(a) : undefined),
  Log: (a) => (typeof a === 'number' ? Math.log(a) : undefined),
  Sign: (a) => (typeof a === 'number' ? Math.sign(a) : undefined),
  Relu: (a) => atLeast(a, 0),
};

function roundToEven(a: number): number {
  const down = Math.floor(a);
  const rest = a - down;
  return rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
}

/** An expression with fractions (0.5·height) as one of whole numbers: floor(height/2). */
export function toInteger(a: Expression, how: 'floor' | 'ceil' | 'exact'): Dim {
  if (typeof a === 'number') return how === 'ceil' ? Math.ceil(a) : Math.trunc(a);
  const denominator = denominatorOf(a.terms.map((t) => t.coefficient));
  if (denominator === undefined) return undefined;
  if (denominator === 1) return a;
  if (how === 'exact') return undefined;
  const whole = {
    ...a,
    terms: a.terms.map((t) => ({ ...t, coefficient: Math.round(t.coefficient * denominator) })),
  };
  const sum = plus(whole, how === 'ceil' ? denominator - 1 : 0);
  return sum === undefined ? undefined : floorDivide(times(sum, 1)!, denominator);
}

/** The least number that makes all coefficients whole; float32 fractions such as 0.33333334 count as 1/3. */
function denominatorOf(coefficients: readonly number[]): number | undefined {
  for (let n = 1; n <= 1024; n++)
    if (coefficients.every((c) => Math.abs(c * n - Math.round(c * n)) < 1e-6 * Math.max(1, Math.abs(c))))
      return n;
  return undefined;
}
