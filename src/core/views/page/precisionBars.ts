import type { FigureView } from './figureView';

/** Whether something fits a device's memory; `unknown` when a part of it is. */
export type Fit = 'fits' | 'does not fit' | 'unknown';

/** One bar: the model at one weight precision. */
export interface PrecisionBar {
  /** Id of the precision, or `stored`. */
  readonly id: string;
  readonly name: string;
  /** Bits per weight as the scheme stores them, scales included: 4.5. */
  readonly bits: number | null;
  /** Weights at this precision. */
  readonly weights: FigureView;
  /** Weights, cache, state and activations, under the scenario otherwise. */
  readonly total: FigureView;
  /** Which tensors keep another precision, in one sentence; empty when none. */
  readonly note: string;
  /** The scenario's own. */
  readonly chosen: boolean;
  /** Against the chosen device; undefined without one. */
  readonly fit?: Fit;
}
