import type { FigureView } from './figureView';

/** One quantity that a technique moves. */
export interface EffectView {
  readonly quantity: string;
  readonly before: FigureView | undefined;
  readonly after: FigureView;
  /** `4× less`, `+12 %`; '' for plain facts. */
  readonly ratio: string;
  readonly direction: 'gain' | 'loss' | 'fact';
}

/** A technique with what it would do to this model under this scenario. */
export interface AdviceCard {
  readonly technique: string;
  readonly title: string;
  /** The variant that was computed: `8 KV heads instead of 32`. */
  readonly variant: string;
  readonly effects: readonly EffectView[];
  readonly tradeOff: string;
  /** `a setting`, `a conversion`, `some tuning`, `training`. */
  readonly effort: string;
  /** What the figures rest on beyond the engine; '' for nothing. */
  readonly assumption: string;
  /** `Name 2023, arXiv 2305.13245` with its address. */
  readonly references: readonly { readonly text: string; readonly url?: string }[];
  /** Of the surveys: `S1 · Quantization`. */
  readonly survey: string;
  readonly canTry: boolean;
  readonly fits?: { readonly before: boolean; readonly after: boolean };
}

/** What would help: for which goal, best first, and what is in use already. */
export interface AdviceView {
  readonly goal: 'fit' | 'context' | 'speed' | 'training';
  readonly goals: readonly AdviceView['goal'][];
  readonly cards: readonly AdviceCard[];
  readonly inUse: readonly {
    readonly technique: string;
    readonly title: string;
    readonly statement: string;
  }[];
  /** Techniques of the catalogue, shown or not. */
  readonly all: number;
}
