import type { Dimension } from './expression';
import type { DType } from './dtype';

/** Dimensions of a tensor; an undefined one is unknown, an undefined shape has unknown rank. [] is a scalar. */
export type Shape = readonly (Dimension | undefined)[];

/** What an edge carries when it is no dense tensor. `opaque` types are named, not understood. */
export type ValueKind = 'tensor' | 'sparse' | 'sequence' | 'optional' | 'map' | 'opaque';

/**
 * What flows between operators (ONNX: a value). Its id is its index in `Model.values`. Names are unique in a graph,
 * not in a model: a sub-graph may shadow nothing, but functions and branches reuse names.
 */
export interface Value {
  readonly name: string;
  readonly kind: ValueKind;
  /** Element type of a tensor or sparse tensor; undefined when unknown. */
  readonly dtype?: DType;
  readonly shape?: Shape;
  /** Type of the elements of a sequence or optional, of the values of a map. */
  readonly element?: ValueType;
  /** Type of the keys of a map. */
  readonly key?: DType;
  /** Index in `Model.weights` when the value is an initializer or a constant tensor. */
  readonly weight?: number;
  /** Known content of a small tensor (shape arithmetic), flattened; undefined entries are unknown. */
  readonly data?: readonly (Dimension | undefined)[];
}

/** The type part of a value, for elements of containers. */
export interface ValueType {
  readonly kind: ValueKind;
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly element?: ValueType;
  readonly key?: DType;
}
