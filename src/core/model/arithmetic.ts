/** Arithmetic on expressions; every result is canonical and simplified as far as can be decided for symbols >= 0. */
import type { Atom, CallAtom, Expression, Sum, Term } from './expression';
import { equalExpressions, keyOf, sumOfTerms } from './expression';

/** More terms than this and the expression is no help to a reader nor cheap to evaluate; it is still correct. */
const MAX_DIVISION_STEPS = 64;

function termsOf(e: Expression): readonly Term[] {
  if (typeof e !== 'number') return e.terms;
  return e === 0 ? [] : [{ coefficient: e, atoms: [], key: '' }];
}

function fromTerms(terms: Iterable<Term>): Expression {
  const merged = new Map<string, Term>();
  for (const t of terms) {
    const old = merged.get(t.key);
    merged.set(t.key, old ? { ...old, coefficient: old.coefficient + t.coefficient } : t);
  }
  const list = [...merged.values()].filter((t) => t.coefficient !== 0);
  if (list.length === 0) return 0;
  if (list.length === 1 && list[0]!.key === '') return list[0]!.coefficient;
  list.sort(byDegreeThenKey);
  return sumOfTerms(list);
}

/** Higher products first, the constant last: the order a person writes. */
function byDegreeThenKey(a: Term, b: Term): number {
  return b.atoms.length - a.atoms.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

export function add(...items: readonly Expression[]): Expression {
  let constant = 0;
  let symbolic: Term[] | undefined;
  for (const item of items) {
    if (typeof item === 'number') constant += item;
    else (symbolic ??= []).push(...item.terms);
  }
  if (!symbolic) return constant;
  if (constant !== 0) symbolic.push({ coefficient: constant, atoms: [], key: '' });
  return fromTerms(symbolic);
}

export function subtract(a: Expression, b: Expression): Expression {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return add(a, multiply(-1, b));
}

export function multiply(...items: readonly Expression[]): Expression {
  let constant = 1;
  let product: Expression | undefined;
  for (const item of items) {
    if (typeof item === 'number') constant *= item;
    else product = product === undefined ? item : multiplySums(product as Sum, item);
  }
  if (product === undefined || constant === 0) return constant;
  if (typeof product === 'number') return product * constant;
  if (constant === 1) return product;
  return sumOfTerms(product.terms.map((t) => ({ ...t, coefficient: t.coefficient * constant })));
}

function multiplySums(a: Sum, b: Sum): Expression {
  const out: Term[] = [];
  for (const x of a.terms) for (const y of b.terms) out.push(multiplyTerms(x, y));
  return fromTerms(out);
}

function multiplyTerms(x: Term, y: Term): Term {
  const atoms = [...x.atoms, ...y.atoms].sort((p, q) => (p.key < q.key ? -1 : p.key > q.key ? 1 : 0));
  return { coefficient: x.coefficient * y.coefficient, atoms, key: atoms.map((a) => a.key).join('*') };
}

/** Product of a shape: 1 for a scalar. */
export function product(shape: readonly Expression[]): Expression {
  let constant = 1;
  let symbolic: Expression[] | undefined;
  for (const d of shape) {
    if (typeof d === 'number') constant *= d;
    else (symbolic ??= []).push(d);
  }
  return symbolic ? multiply(constant, ...symbolic) : constant;
}

/**
 * a / b rounded towards minus infinity. Parts that divide exactly leave the floor: floor((4·s + 6)/4) = s + 1.
 * Division by zero gives NaN for numbers; a caller checks first.
 */
export function floorDivide(a: Expression, b: Expression): Expression {
  if (typeof a === 'number' && typeof b === 'number') return Math.floor(a / b);
  if (b === 1) return a;
  if (a === 0) return 0;
  const exact = divideExactly(a, b);
  if (exact !== undefined) return exact;
  if (typeof b === 'number' && b > 1 && Number.isInteger(b)) {
    const whole: Term[] = [];
    const rest: Term[] = [];
    for (const t of termsOf(a)) {
      const q = Math.floor(t.coefficient / b);
      if (t.coefficient % b === 0) whole.push({ ...t, coefficient: q });
      else if (t.atoms.length === 0) {
        // Keep the constant inside between 0 and b - 1, so that equal floors have equal keys.
        if (q !== 0) whole.push({ ...t, coefficient: q });
        rest.push({ ...t, coefficient: t.coefficient - q * b });
      } else rest.push(t);
    }
    const inner = fromTerms(rest);
    if (typeof inner === 'number') return add(fromTerms(whole), Math.floor(inner / b));
    const nested = nestedFloor(inner, b);
    return add(fromTerms(whole), nested ?? call('floor', [inner, b]));
  }
  const common = commonFactor([...termsOf(a), ...termsOf(b)]);
  return common > 1 ? floorDivide(scaledDown(a, common), scaledDown(b, common)) : call('floor', [a, b]);
}

/** Greatest whole number that divides every coefficient; 1 when one is not whole. */
function commonFactor(terms: readonly Term[]): number {
  let common = 0;
  for (const t of terms) {
    let n = Math.abs(t.coefficient);
    if (!Number.isSafeInteger(n)) return 1;
    while (n > 0) [common, n] = [n, common % n];
  }
  return common;
}

function scaledDown(e: Expression, by: number): Expression {
  return typeof e === 'number'
    ? e / by
    : fromTerms(e.terms.map((t) => ({ ...t, coefficient: t.coefficient / by })));
}

/** floor(floor(x / n) / b) = floor(x / (n·b)) for whole n, b > 0. */
function nestedFloor(inner: Sum, b: number): Expression | undefined {
  const only = inner.terms.length === 1 ? inner.terms[0]! : undefined;
  const atom = only?.atoms.length === 1 && only.coefficient === 1 ? only.atoms[0]! : undefined;
  if (atom?.kind !== 'floor') return undefined;
  const n = atom.args[1]!;
  return typeof n === 'number' && n > 0 ? floorDivide(atom.args[0]!, n * b) : undefined;
}

/** a / b rounded up, as floor((a + b - 1) / b). */
export function ceilDivide(a: Expression, b: Expression): Expression {
  if (typeof a === 'number' && typeof b === 'number') return Math.ceil(a / b);
  return divideExactly(a, b) ?? floorDivide(add(a, b, -1), b);
}

/** a mod b, never negative for b > 0. */
export function modulo(a: Expression, b: Expression): Expression {
  return subtract(a, multiply(b, floorDivide(a, b)));
}

/** a / b when it leaves no remainder whatever the symbols are; undefined when that cannot be shown. */
export function divideExactly(a: Expression, b: Expression): Expression | undefined {
  if (b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number') return a % b === 0 ? a / b : undefined;
  const divisor = termsOf(b);
  const lead = divisor[0]!;
  const quotient: Term[] = [];
  let rest: Expression = a;
  for (let step = 0; step < MAX_DIVISION_STEPS && rest !== 0; step++) {
    const q: Term | undefined = divideTerms(termsOf(rest)[0]!, lead);
    if (!q) return undefined;
    quotient.push(q);
    rest = subtract(rest, multiply(fromTerms([q]), b));
  }
  return rest === 0 ? fromTerms(quotient) : undefined;
}

function divideTerms(x: Term, y: Term): Term | undefined {
  if (x.coefficient % y.coefficient !== 0) return undefined;
  const left = [...x.atoms];
  for (const atom of y.atoms) {
    const at = left.findIndex((l) => l.key === atom.key);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return { coefficient: x.coefficient / y.coefficient, atoms: left, key: left.map((l) => l.key).join('*') };
}

export function minimum(...items: readonly Expression[]): Expression {
  return extreme('min', items);
}

export function maximum(...items: readonly Expression[]): Expression {
  return extreme('max', items);
}

function extreme(kind: 'min' | 'max', items: readonly Expression[]): Expression {
  const flat: Expression[] = [];
  for (const item of items) flat.push(...argsOfSame(kind, item));
  const kept: Expression[] = [];
  for (const candidate of flat) {
    if (kept.some((k) => beats(kind, k, candidate))) continue;
    for (let i = kept.length - 1; i >= 0; i--) if (beats(kind, candidate, kept[i]!)) kept.splice(i, 1);
    kept.push(candidate);
  }
  if (kept.length === 1) return kept[0]!;
  kept.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return call(kind, kept);
}

function argsOfSame(kind: 'min' | 'max', e: Expression): readonly Expression[] {
  return callOf(kind, e) ?? [e];
}

function beats(kind: 'min' | 'max', winner: Expression, loser: Expression): boolean {
  return kind === 'min' ? isAtLeast(loser, winner) : isAtLeast(winner, loser);
}

/** True when a >= b whatever the symbols (>= 0) are; false when it is not so or cannot be shown. */
export function isAtLeast(a: Expression, b: Expression): boolean {
  if (equalExpressions(a, b)) return true;
  // max(x, ...) >= x and x >= min(x, ...), whatever the rest is.
  const least = callOf('min', b);
  if (least?.some((arg) => isAtLeast(a, arg))) return true;
  const most = callOf('max', a);
  if (most?.some((arg) => isAtLeast(arg, b))) return true;
  return lowerBound(subtract(a, b)) >= 0;
}

/** Arguments of an expression that is one call of this kind and nothing else. */
function callOf(kind: 'min' | 'max', e: Expression): readonly Expression[] | undefined {
  if (typeof e === 'number' || e.terms.length !== 1) return undefined;
  const t = e.terms[0]!;
  const atom = t.atoms.length === 1 && t.coefficient === 1 ? t.atoms[0]! : undefined;
  return atom?.kind === kind ? atom.args : undefined;
}

/** A number that the expression never falls below for symbols >= 0; -Infinity when none is known. */
export function lowerBound(e: Expression): number {
  if (typeof e === 'number') return e;
  let low = 0;
  for (const t of e.terms) {
    if (t.atoms.length === 0) low += t.coefficient;
    else if (t.coefficient < 0) return -Infinity;
    else {
      const bounds = t.atoms.map(atomLowerBound);
      if (bounds.some((b) => b < 0)) return -Infinity;
      low += t.coefficient * bounds.reduce((x, y) => x * y, 1);
    }
  }
  return low;
}

function atomLowerBound(atom: Atom): number {
  if (atom.kind === 'symbol') return 0;
  const bounds = atom.args.map(lowerBound);
  if (atom.kind === 'min') return Math.min(...bounds);
  if (atom.kind === 'max') return Math.max(...bounds);
  const by = atom.args[1]!;
  return typeof by === 'number' && by > 0 ? Math.floor(bounds[0]! / by) : bounds[0]! >= 0 ? 0 : -Infinity;
}

function call(kind: CallAtom['kind'], args: readonly Expression[]): Expression {
  const key = `${kind}(${args.map(keyOf).join(',')})`;
  return sumOfTerms([{ coefficient: 1, atoms: [{ kind, args, key }], key }]);
}
