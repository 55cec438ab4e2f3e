import type { FigureView } from './figureView';

/** One row of a comparison: the same figure of each model, in the order of the models. */
export interface ComparedFigure {
  /** Id of the figure, or the name of a fact (`attention`, `layers`). */
  readonly id: string;
  readonly group: string;
  readonly values: readonly (FigureView | string)[];
  /** Each model's value over the first one's, as text: `2.1×`; '' for the first and where there is none. */
  readonly ratios: readonly string[];
  readonly differs: boolean;
}

/** Models side by side under one scenario: what differs first. */
export interface Comparison {
  readonly models: readonly {
    readonly uri: string;
    readonly title: string;
    readonly format: string;
    readonly problem?: string;
  }[];
  readonly rows: readonly ComparedFigure[];
}
