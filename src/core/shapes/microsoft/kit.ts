/** What the shape functions of the contrib operators share. */
import type { DType } from '../../model/dtype';
import type { Shape } from '../../model/value';
import type { ShapeContext, ShapeFunction } from '../context';
import type { Dim } from '../dims';

/** Output 0 has the type of input i. */
export const like =
  (i: number): ShapeFunction =>
  (c) =>
    c.like(0, i);

/** Output k has the type of input inputs[k]. */
export const likes =
  (...inputs: readonly number[]): ShapeFunction =>
  (c) =>
    inputs.forEach((input, output) => c.like(output, input));

/** Output 0 has the shape of input i and an element type of its own. */
export const typed =
  (dtype: DType, i = 0): ShapeFunction =>
  (c) =>
    c.tensor(0, dtype, c.shape(i));

/** The shape with its last dimension replaced. */
export function withLast(shape: Shape | undefined, last: Dim): Shape | undefined {
  return shape && shape.length > 0 ? [...shape.slice(0, -1), last] : undefined;
}

/** The first given of the inputs' element types. */
export function dtypeOf(c: ShapeContext, ...inputs: readonly number[]): DType | undefined {
  for (const i of inputs) {
    const found = c.dtype(i);
    if (found) return found;
  }
  return undefined;
}
