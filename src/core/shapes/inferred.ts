import type { Dimension } from '../model/expression';
import type { DType } from '../model/dtype';
import type { Shape, ValueKind } from '../model/value';

/** Known content of a small tensor, flattened in row-major order; undefined entries are unknown. Booleans are 0 and 1. */
export type Data = readonly (Dimension | undefined)[];

/** What is known of a value: its type, and its content where that is small and follows from shapes or constants. */
export interface Inferred {
  readonly kind: ValueKind;
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly element?: Inferred;
  readonly data?: Data;
  /** A sequence whose elements are all known one by one, in order. */
  readonly items?: readonly Inferred[];
  /** An optional known to hold nothing (false), or known to hold something (true). */
  readonly present?: boolean;
}

/** Tensors of more elements than this carry no content. */
export const MAX_DATA = 4096;

/** Nothing known but that it is a tensor. */
export const UNKNOWN_TENSOR: Inferred = { kind: 'tensor' };
