import type { Certainty } from '../../costs/quantity';
import type { PlaceView } from './figureView';

/** Columns of the table of layers that can be sorted by. */
export type LayerColumn =
  | 'order'
  | 'name'
  | 'type'
  | 'parameters'
  | 'weightBytes'
  | 'macs'
  | 'elementOperations'
  | 'bytesMoved'
  | 'seconds';

/** Which rows are wanted: a window of a list that the host keeps. */
export interface LayerQuery {
  /** `tree`: blocks that open, operators inside; `list`: all operators; `weights`: all tensors. */
  readonly mode: 'tree' | 'list' | 'weights';
  /** Open blocks (ids of `BlockView`) in a tree. */
  readonly open: readonly number[];
  readonly sort: LayerColumn;
  readonly descending: boolean;
  /** Shown only when name, type, path or a tensor's or symbol's name holds it; '' for all. */
  readonly filter: string;
  readonly offset: number;
  /** At most 500. */
  readonly count: number;
}

/** One row, texts formatted; '' where a column does not apply and `unknown` where it does but is not known. */
export interface LayerRow {
  /** Stable id: `b12` a block, `o345` an operator, `w9` a weight. */
  readonly id: string;
  readonly depth: number;
  /** A block with something inside. */
  readonly expandable: boolean;
  readonly name: string;
  /** Copies or executions, 1 for one, null when data decides. */
  readonly repeat: number | null;
  readonly type: string;
  /** Output shape, or the tensor's own. */
  readonly shape: string;
  readonly parameters: string;
  readonly weightBytes: string;
  readonly macs: string;
  readonly elementOperations: string;
  readonly bytesMoved: string;
  readonly seconds: string;
  /** Of the whole in the sorted measure (MACs when sorted by none), 0 to 1; undefined when unknown. */
  readonly share: number | undefined;
  readonly certainty: Certainty;
  readonly reason: string;
  /** Where a click goes: the key that causes a block of a config, or the operator. */
  readonly place?: PlaceView;
}

export interface LayerRows {
  readonly total: number;
  readonly rows: readonly LayerRow[];
  readonly offset: number;
}
