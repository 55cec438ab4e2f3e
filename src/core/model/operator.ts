import type { Origin } from './origin';
import type { DType } from './dtype';

/** A tensor given as an attribute, its payload kept only when small. */
export interface TensorAttribute {
  readonly dtype?: DType;
  readonly shape: readonly number[];
  /** Values when they are few and numeric. */
  readonly data?: readonly number[];
  readonly bytes: number;
  /** Index in `Model.weights` when it is large enough to count as one. */
  readonly weight?: number;
}

/** Attribute values, as ONNX has them; `graph` and `graphs` are indices in `Model.graphs`. */
export type Attribute =
  | { readonly kind: 'int' | 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'ints' | 'floats'; readonly value: readonly number[] }
  | { readonly kind: 'strings'; readonly value: readonly string[] }
  | { readonly kind: 'tensor'; readonly value: TensorAttribute }
  | { readonly kind: 'graph'; readonly value: number }
  | { readonly kind: 'graphs'; readonly value: readonly number[] }
  /** A function body's attribute that takes its value from the call. */
  | { readonly kind: 'reference'; readonly value: string }
  | { readonly kind: 'other'; readonly value: string };

/**
 * One operator (ONNX: a node). Configs declare theirs in ONNX's own vocabulary, so that one table of costs serves both;
 * what ONNX has no operator for lives in the domain `model.efficiency`. Its id is its index in `Model.operators`.
 */
export interface Operator {
  /** `MatMul`, `Attention`, `LayerNormalization` ... */
  readonly type: string;
  /** '' is the standard's own domain. */
  readonly domain: string;
  /** Overload of a model-local function; '' or undefined for none. */
  readonly overload?: string;
  readonly name: string;
  /** Ids in `Model.values`; -1 for an optional input left out. */
  readonly inputs: readonly number[];
  /** Ids in `Model.values`; -1 for an output left out. */
  readonly outputs: readonly number[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Index in `Model.graphs` of the graph it belongs to. */
  readonly graph: number;
  /** Index in `Model.blocks`. */
  readonly block: number;
  /** What an exporter noted on the node (`namespace`, scope names), ONNX's metadata_props. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly origin?: Origin;
}

/** The type as reports write it: the standard's own domain is not spelled out, others stand before it. */
export function typeName(op: Operator): string {
  return op.domain === '' ? op.type : `${op.domain}::${op.type}`;
}
