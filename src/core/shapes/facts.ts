import type { Dimension } from '../model/expression';
import type { DType } from '../model/dtype';
import type { Shape, Value, ValueKind } from '../model/value';

/** What inference knows of one value: its type, and its content where that is small. Everything absent is unknown. */
export interface Facts {
  readonly kind: ValueKind;
  readonly dtype?: DType | undefined;
  readonly shape?: Shape | undefined;
  /** Of the elements of a sequence, the content of an optional, the values of a map. */
  readonly element?: Facts | undefined;
  /** Content of a small tensor, flattened; undefined entries are unknown. Booleans are 0 and 1. */
  readonly data?: Data | undefined;
  /** A sequence whose elements are known one by one, in order. */
  readonly items?: readonly Facts[] | undefined;
  /** An optional known to hold nothing (false) or something (true). */
  readonly present?: boolean | undefined;
}

/** Known content: numbers, expressions in the symbols, undefined where unknown. */
export type Data = readonly (Dimension | undefined)[];

/** Content longer than this is not carried through shape arithmetic. */
export const MAX_DATA = 4096;

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
