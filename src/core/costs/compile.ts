/**
 * Expressions evaluated many times: each distinct one is compiled once into a table, and a new scenario is one pass over
 * numbers. Ids are stable for the table's life.
 */
import type { Atom, Expression, Sum } from '../model/expression';
import type { Bindings } from '../model/evaluate';

export class ExpressionTable {
  private readonly ids = new Map<string, number>();
  private readonly objects = new Map<Sum, number>();
  private readonly expressions: Expression[] = [];

  /** Id of the expression; -1 for undefined (unknown). */
  add(e: Expression | undefined): number {
    if (e === undefined) return -1;
    if (typeof e !== 'number') {
      const seen = this.objects.get(e);
      if (seen !== undefined) return seen;
    }
    const key = typeof e === 'number' ? `#${e}` : e.key;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.expressions.length;
      this.expressions.push(e);
      this.ids.set(key, id);
    }
    if (typeof e !== 'number') this.objects.set(e, id);
    return id;
  }

  get size(): number {
    return this.expressions.length;
  }

  at(id: number): Expression {
    return this.expressions[id]!;
  }

  /** All values under the bindings by id; NaN where a symbol has no value. */
  evaluate(bindings: Bindings): Float64Array {
    const values = new Float64Array(this.expressions.length);
    const atoms = new Map<string, number>();
    for (let i = 0; i < values.length; i++) values[i] = valueOf(this.expressions[i]!, bindings, atoms);
    return values;
  }
}

/** Like `evaluate`, atoms remembered across expressions; NaN for unknown. */
function valueOf(e: Expression, bindings: Bindings, atoms: Map<string, number>): number {
  if (typeof e === 'number') return e;
  let sum = 0;
  for (const term of e.terms) {
    let value = term.coefficient;
    for (const atom of term.atoms) {
      let v = atoms.get(atom.key);
      if (v === undefined) {
        v = atomValue(atom, bindings, atoms);
        atoms.set(atom.key, v);
      }
      value *= v;
    }
    sum += value;
  }
  return sum;
}

function atomValue(atom: Atom, bindings: Bindings, atoms: Map<string, number>): number {
  if (atom.kind === 'symbol') return Object.hasOwn(bindings, atom.name) ? bindings[atom.name]! : Number.NaN;
  const args = atom.args.map((a) => valueOf(a, bindings, atoms));
  if (atom.kind === 'min') return Math.min(...args);
  if (atom.kind === 'max') return Math.max(...args);
  return Math.floor(args[0]! / args[1]!);
}
