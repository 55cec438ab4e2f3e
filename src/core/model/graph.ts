import type { Attribute } from './operator';

/**
 * A graph: the main one (index 0 in `Model.graphs`), a sub-graph of If, Loop or Scan, or a function's body.
 * Values of an outer graph are seen from inside by their ids; nothing is copied.
 */
export interface Graph {
  readonly name: string;
  readonly kind: 'main' | 'subgraph' | 'function' | 'training';
  /** Ids in `Model.values`, initializers that are also listed as inputs left out. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Ids in `Model.operators`, in file order (ONNX requires it to be an execution order). */
  readonly operators: readonly number[];
  /** Ids in `Model.values` of the tensors stored with this graph (initializers), in file order. */
  readonly initializers?: readonly number[];
  /** The operator that holds this sub-graph; -1 for main graphs and functions. */
  readonly owner: number;
}

/** A model-local function: operators that call it by domain, name and overload stand for its body. */
export interface LocalFunction {
  readonly domain: string;
  readonly name: string;
  readonly overload: string;
  /** Index in `Model.graphs`. */
  readonly graph: number;
  readonly attributes: readonly string[];
  /** Values of attributes that a call may leave out. */
  readonly defaults?: Readonly<Record<string, Attribute>>;
  readonly opsets: Readonly<Record<string, number>>;
}
