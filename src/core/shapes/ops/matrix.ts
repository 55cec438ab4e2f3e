/** Matrix products: MatMul, Gemm, Einsum and their kin. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction, ShapeTable } from '../context';
import type { Dim } from '../dims';
import { broadcastDim, broadcastShapes } from '../dims';

/** numpy's matmul: vectors are raised to matrices and lowered again, the leading dimensions broadcast. */
export function matMulShape(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  if (!a || !b || a.length === 0 || b.length === 0) return undefined;
  if (a.length === 1 && b.length === 1) return [];
  const rows = a.length === 1 ? [] : [a[a.length - 2]];
  const columns = b.length === 1 ? [] : [b[b.length - 1]];
  const lead = broadcastShapes(a.slice(0, -2), b.slice(0, -2));
  return lead && [...lead, ...rows, ...columns];
}

const matMul: ShapeFunction = (c) =>
  c.tensor(0, c.dtype(0) ?? c.dtype(1), matMulShape(c.shape(0), c.shape(1)));

const matMulInteger: ShapeFunction = (c) => c.tensor(0, 'int32', matMulShape(c.shape(0), c.shape(1)));

/** a, a_scale, a_zero_point, b, b_scale, b_zero_point, y_scale, y_zero_point. */
const qLinearMatMul: ShapeFunction = (c) => c.tensor(0, c.dtype(7), matMulShape(c.shape(0), c.shape(3)));

const gemm: ShapeFunction = (c) => {
  const a = c.shape(0);
  const b = c.shape(1);
  const rows = a?.length === 2 ? a[c.int('transA', 0) ? 1 : 0] : undefined;
  const columns = b?.length === 2 ? b[c.int('transB', 0) ? 0 : 1] : undefined;
  c.tensor(0, c.dtype(0) ?? c.dtype(1), [rows, columns]);
};

/** Batches of square matrices to their determinants. */
const det: ShapeFunction = (c) => c.tensor(0, c.dtype(0), c.shape(0)?.slice(0, -2));

const einsum: ShapeFunction = (c) => {
  const shapes = Array.from({ length: c.inputCount }, (_, i) => c.shape(i));
  c.tensor(0, dtypeOfFirst(c), einsumShape(c.string('equation', ''), shapes));
};

function dtypeOfFirst(c: ShapeContext): DType | undefined {
  for (let i = 0; i < c.inputCount; i++) if (c.dtype(i)) return c.dtype(i);
  return undefined;
}

/** The output of an einsum equation; undefined when a rank is unknown or the equation does not fit. */
export function einsumShape(equation: string, shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const [left = '', right] = equation.replace(/\s+/g, '').split('->');
  const terms = left.split(',');
  if (terms.length !== shapes.length) return undefined;
  const sizes = new Map<string, Dim>();
  const seen = new Map<string, number>();
  let dots: Shape = [];
  for (const [i, term] of terms.entries()) {
    const shape = shapes[i];
    const [before = '', after] = term.split('...');
    if (!shape) return undefined;
    const tail = after ?? '';
    const middle = shape.length - before.length - tail.length;
    if (middle < 0 || (after === undefined && middle !== 0)) return undefined;
    [...before].forEach((letter, k) => note(letter, shape[k]));
    [...tail].forEach((letter, k) => note(letter, shape[shape.length - tail.length + k]));
    if (after !== undefined)
      dots = broadcastShapes(dots, shape.slice(before.length, before.length + middle))!;
  }
  function note(letter: string, d: Dim): void {
    sizes.set(letter, sizes.has(letter) ? broadcastDim(sizes.get(letter), d) : d);
    seen.set(letter, (seen.get(letter) ?? 0) + 1);
  }
  if (right === undefined) {
    // Implicit form: letters seen once, in alphabetical order, after the dots.
    const once = [...seen].filter(([, n]) => n === 1).map(([letter]) => letter);
    return [...dots, ...once.sort().map((letter) => sizes.get(letter))];
  }
  const [before = '', after] = right.split('...');
  const of = (text: string) => [...text].map((letter) => sizes.get(letter));
  return after === undefined ? of(before) : [...of(before), ...dots, ...of(after)];
}

export const matrices: ShapeTable = {
  MatMul: matMul,
  MatMulInteger: matMulInteger,
  QLinearMatMul: qLinearMatMul,
  Gemm: gemm,
  Det: det,
  Einsum: einsum,
};
