/** Expressions as a person would write them: `past + sequence`, `floor((height - 1)/2) + 1`, `min(sequence, 4096)`. */
import type { Atom, Expression, Term } from './expression';

export function printExpression(e: Expression): string {
  if (typeof e === 'number') return String(e);
  return e.terms.map((t, i) => printTerm(t, i === 0)).join('');
}

function printTerm(term: Term, first: boolean): string {
  const c = term.coefficient;
  const sign = c < 0 ? (first ? '-' : ' - ') : first ? '' : ' + ';
  const size = Math.abs(c);
  const atoms = printAtoms(term.atoms);
  if (atoms === '') return sign + String(size);
  return sign + (size === 1 ? atoms : `${size}*${atoms}`);
}

function printAtoms(atoms: readonly Atom[]): string {
  const parts: string[] = [];
  for (let i = 0; i < atoms.length;) {
    let n = 1;
    while (i + n < atoms.length && atoms[i + n]!.key === atoms[i]!.key) n++;
    parts.push(printAtom(atoms[i]!) + (n > 1 ? `^${n}` : ''));
    i += n;
  }
  return parts.join('*');
}

function printAtom(atom: Atom): string {
  if (atom.kind === 'symbol') return atom.name;
  if (atom.kind !== 'floor') return `${atom.kind}(${atom.args.map(printExpression).join(', ')})`;
  const [a, b] = atom.args as readonly [Expression, Expression];
  return `floor(${grouped(a)}/${grouped(b)})`;
}

function grouped(e: Expression): string {
  const text = printExpression(e);
  return typeof e === 'number' || (e.terms.length === 1 && !/[*]/.test(text)) ? text : `(${text})`;
}

/** A shape as text: `[batch, 12, sequence, 64]`; `?` where a dimension is unknown, `unknown` for unknown rank. */
export function printShape(shape: readonly (Expression | undefined)[] | undefined): string {
  if (!shape) return 'unknown';
  return `[${shape.map((d) => (d === undefined ? '?' : printExpression(d))).join(', ')}]`;
}
