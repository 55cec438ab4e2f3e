import type { Dimension } from '../model/expression';
import type { DType } from '../model/dtype';
import type { Shape, Value, ValueKind, ValueType } from '../model/value';

/** What inference knows of one value; everything absent is unknown. */
export interface Facts {
  readonly kind: ValueKind;
  readonly dtype?: DType | undefined;
  readonly shape?: Shape | undefined;
  readonly element?: ValueType | undefined;
  /** Content of a small tensor, flattened; undefined entries are unknown. */
  readonly data?: Data | undefined;
}

/** Known content: numbers, expressions in the symbols, undefined where unknown. */
export type Data = readonly (Dimension | undefined)[];

/** Content longer than this is not carried through shape arithmetic. */
export const MAX_DATA = 1024;

export const UNKNOWN: Facts = { kind: 'tensor' };

export function factsOf(v: Value): Facts {
  return { kind: v.kind, dtype: v.dtype, shape: v.shape, element: v.element, data: v.data };
}

export function tensor(dtype: DType | undefined, shape: Shape | undefined, data?: Data): Facts {
  return { kind: 'tensor', dtype, shape, data };
}

/** Elements of a shape whose dimensions are all numbers; undefined otherwise. */
export function fixedCount(shape: Shape | undefined): number | undefined {
  if (!shape) return undefined;
  let n = 1;
  for (const d of shape) {
    if (typeof d !== 'number') return undefined;
    n *= d;
  }
  return n;
}
