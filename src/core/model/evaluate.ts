/** Expressions to numbers: the only way a scenario reaches a figure. */
import type { Atom, Expression } from './expression';
import { add, floorDivide, maximum, minimum, multiply } from './arithmetic';

/** Values of symbols by name. */
export type Bindings = Readonly<Record<string, number>>;

/** The value under the bindings, or undefined when a symbol has none. */
export function evaluate(e: Expression, bindings: Bindings): number | undefined {
  if (typeof e === 'number') return e;
  let sum = 0;
  for (const term of e.terms) {
    let value = term.coefficient;
    for (const atom of term.atoms) {
      const v = evaluateAtom(atom, bindings);
      if (v === undefined) return undefined;
      value *= v;
    }
    sum += value;
  }
  return sum;
}

function evaluateAtom(atom: Atom, bindings: Bindings): number | undefined {
  if (atom.kind === 'symbol') return Object.hasOwn(bindings, atom.name) ? bindings[atom.name] : undefined;
  const args: number[] = [];
  for (const arg of atom.args) {
    const v = evaluate(arg, bindings);
    if (v === undefined) return undefined;
    args.push(v);
  }
  if (atom.kind === 'min') return Math.min(...args);
  if (atom.kind === 'max') return Math.max(...args);
  return Math.floor(args[0]! / args[1]!);
}

/** The expression with some symbols replaced by numbers or other expressions. */
export function substitute(e: Expression, by: Readonly<Record<string, Expression>>): Expression {
  if (typeof e === 'number') return e;
  return add(
    ...e.terms.map((t) => multiply(t.coefficient, ...t.atoms.map((atom) => substituteAtom(atom, by)))),
  );
}

function substituteAtom(atom: Atom, by: Readonly<Record<string, Expression>>): Expression {
  if (atom.kind === 'symbol') {
    if (Object.hasOwn(by, atom.name)) return by[atom.name]!;
    return { terms: [{ coefficient: 1, atoms: [atom], key: atom.key }], key: `1·${atom.key}` };
  }
  const args = atom.args.map((a) => substitute(a, by));
  if (atom.kind === 'min') return minimum(...args);
  if (atom.kind === 'max') return maximum(...args);
  return floorDivide(args[0]!, args[1]!);
}
