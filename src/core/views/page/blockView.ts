import type { FigureView, PlaceView } from './figureView';

/** What a map of blocks can be drawn by. */
export type Measure = 'parameters' | 'weightBytes' | 'macs' | 'elementOperations' | 'cacheBytes' | 'seconds';

/** A block with what everything inside it costs, all copies together. */
export interface BlockView {
  /** Stable while the model stays: index in the tree's own order. */
  readonly id: number;
  readonly name: string;
  /** Names from the model down, joined by dots. */
  readonly path: string;
  /** Copies beside itself in its parent. */
  readonly repeat: number;
  /** A kind for colours, the same word for the same role in every model: `embedding`, `attention`, `mlp`, `experts`, `norm`, `convolution`, `state`, `head`, `other`. */
  readonly kind: string;
  /** Sizes by measure for charts; null when unknown. */
  readonly values: Readonly<Partial<Record<Measure, number | null>>>;
  /** The same as figures, for the detail on demand. */
  readonly figures: readonly FigureView[];
  readonly operators: number;
  readonly children: readonly BlockView[];
  readonly place?: PlaceView;
}

/** The tree as far as it is drawn; the smallest are folded into one node named `…` when there are too many. */
export interface BlockMap {
  readonly root: BlockView;
  /** Measures that this model has, the first one shown first. */
  readonly measures: readonly Measure[];
  /** Blocks folded away, for saying so. */
  readonly folded: number;
}
