/**
 * Integer expressions over named symbols (batch, sequence, past ...): the type of every dimension and of every cost.
 *
 * An expression is a number, or a sum of terms; a term is a coefficient times atoms; an atom is a symbol or a call of
 * `floor` (floor division), `min` or `max`. Sums are kept canonical (terms sorted by key, equal terms merged), so two
 * expressions are equal exactly when their keys are. All of it is plain, immutable, serialisable data; the arithmetic
 * lives in `arithmetic.ts`, evaluation in `evaluate.ts`, text in `print.ts`.
 *
 * Symbols stand for counts and are taken to be >= 0. Values are doubles: exact up to 2^53, rounded to the nearest
 * double above.
 */
export type Expression = number | Sum;

/** A dimension of a tensor: a known count or an expression in the symbols. */
export type Dimension = Expression;

export interface Sum {
  readonly terms: readonly Term[];
  /** Canonical text, equal for equal expressions. */
  readonly key: string;
}

export interface Term {
  readonly coefficient: number;
  /** Sorted by key; a square is the atom twice. Empty for the constant term. */
  readonly atoms: readonly Atom[];
  /** Keys of the atoms joined by `*`; empty for the constant term. */
  readonly key: string;
}

export type Atom = SymbolAtom | CallAtom;

export interface SymbolAtom {
  readonly kind: 'symbol';
  readonly name: string;
  readonly key: string;
}

/** `floor`: args[0] divided by args[1], rounded down. `min`, `max`: of two or more. */
export interface CallAtom {
  readonly kind: 'floor' | 'min' | 'max';
  readonly args: readonly Expression[];
  readonly key: string;
}

/** Canonical text of an expression; equal keys mean equal expressions. */
export function keyOf(e: Expression): string {
  return typeof e === 'number' ? String(e) : e.key;
}

export function equalExpressions(a: Expression, b: Expression): boolean {
  return typeof a === 'number' || typeof b === 'number' ? a === b : a.key === b.key;
}

/** The expression that is just this symbol. */
export function symbol(name: string): Sum {
  const atom: SymbolAtom = { kind: 'symbol', name, key: name };
  return sumOfTerms([{ coefficient: 1, atoms: [atom], key: name }]);
}

/** Builds a sum from terms that are already merged and sorted. */
export function sumOfTerms(terms: readonly Term[]): Sum {
  return { terms, key: terms.map((t) => `${t.coefficient}·${t.key}`).join('+') };
}

/** Names of all symbols in the expression, in order of first appearance. */
export function symbolsOf(e: Expression, into: Set<string> = new Set()): Set<string> {
  if (typeof e === 'number') return into;
  for (const term of e.terms)
    for (const atom of term.atoms) {
      if (atom.kind === 'symbol') into.add(atom.name);
      else for (const arg of atom.args) symbolsOf(arg, into);
    }
  return into;
}
