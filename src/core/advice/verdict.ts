import type { Quantity } from '../costs/quantity';
import type { Model } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import type { Goal, Technique } from './technique';

/** What is changed before the engine runs again. */
export type Change =
  /** Keys of the config, by path; undefined removes one. */
  | {
      readonly kind: 'config';
      readonly set: Readonly<Record<string, unknown>>;
      /** What of the use changes with it: another context. */
      readonly scenario?: Partial<Scenario>;
    }
  /** The use of the model, not the model. */
  | { readonly kind: 'scenario'; readonly set: Partial<Scenario> }
  /** The picture of the model itself; `how` says it in words. */
  | {
      readonly kind: 'model';
      readonly how: string;
      readonly apply: (model: Model) => Model;
      /** How weights are stored changes, and no operator: what operators cost need not be computed again. */
      readonly sameCosts?: boolean;
    }
  /** Both sides of how it is trained or served, already evaluated by the engine. */
  | { readonly kind: 'plan'; readonly how: string; readonly effects: readonly Effect[] };

/** One figure before and after; `ratio` is after / before, absent when there is nothing to divide by. */
export interface Effect {
  /** Name for people, as the report has it: `Cache at 4,096 tokens`. */
  readonly quantity: string;
  readonly kind: EffectKind;
  readonly before: Quantity;
  readonly after: Quantity;
  readonly ratio?: number;
  /** `gain`: less of what one wants less of. `fact`: nothing to compare with. */
  readonly direction: 'gain' | 'loss' | 'fact';
}

export type EffectKind =
  | 'parameters'
  | 'active'
  | 'weights'
  | 'cachePerToken'
  | 'cache'
  | 'state'
  | 'prefill'
  | 'decode'
  | 'reads'
  | 'activations'
  | 'memory'
  | 'trainState'
  | 'trainActivations'
  | 'trainFlops'
  | 'traffic'
  | 'tokens'
  | 'energy'
  | 'operators';

/** One way to apply a technique. */
export interface Variant {
  /** What exactly: `8 KV heads instead of 32`. */
  readonly title: string;
  readonly change: Change;
  /** True when the changed model is what was meant; a change that did not take shows no figure. */
  readonly took?: (model: Model) => boolean;
  /** What the figures rest on beyond the engine: `70 % of drafts accepted`. */
  readonly assumption?: string;
  /** True when the ratio itself is assumed (a share accepted, a share kept), not computed from this model. */
  readonly assumed?: boolean;
  /** Where it differs from the technique's usual way. */
  readonly quality?: Quality;
  /** Kinds of figures that the change stands for; all by default. */
  readonly only?: readonly EffectKind[];
  /** The model as engines decode it, where that is not how it reads prompts. */
  readonly decodeWith?: (model: Model) => Model | undefined;
}

/** How far away it is: a setting, a conversion, more devices or host memory, a tuning run, a training run. */
export type Effort = 'setting' | 'conversion' | 'devices' | 'tuning' | 'training';

/**
 * What it does to the answers, as the published evaluations of the technique's trade-off have it. `same`: nothing beyond
 * rounding. `close`: hardly to be measured. `small`: a small loss that is measured. `lower`: a clear loss, or one that
 * only training wins back.
 */
export type Quality = 'same' | 'close' | 'small' | 'lower';

/** What a technique's test says of one model. */
export type Verdict =
  | { readonly kind: 'applies'; readonly variants: readonly Variant[] }
  /** It applies, but no honest figure can be computed; `why` says so. */
  | { readonly kind: 'no figure'; readonly why: string }
  /** Already there; `statement` says what it saves, `effects` where the engine could tell. */
  | { readonly kind: 'in use'; readonly statement: string; readonly compare?: Variant }
  | { readonly kind: 'not applicable'; readonly why: string };

/** A variant with what the engine said. */
export interface Outcome {
  readonly variant: Variant;
  readonly effects: readonly Effect[];
  /** Whether it fits the chosen device before and after; absent without a device. */
  readonly fits?: { readonly before: boolean; readonly after: boolean };
}

/** A technique judged for one model under one scenario: a row of "Show All Techniques". */
export interface Judged {
  readonly technique: Technique;
  readonly effort: Effort;
  readonly quality: Quality;
  /** The technique's, and what it means for this checkpoint. */
  readonly tradeOff: string;
  readonly status: Verdict['kind'];
  /** Why not, why no figure, or what is in use; empty when it applies with figures. */
  readonly reason: string;
  readonly outcomes: readonly Outcome[];
}

/** A technique worth doing, with its best variant. */
export interface Advice {
  readonly id: string;
  readonly technique: Technique;
  /** `8 KV heads instead of 32: cache 2 GiB -> 512 MiB`, without numbers formatted: the views write it. */
  readonly title: string;
  readonly effort: Effort;
  readonly quality: Quality;
  readonly tradeOff: string;
  readonly goal: Goal;
  /** Natural logarithm of the saving on what the goal counts, less for what takes more effort or costs quality; higher is better. */
  readonly score: number;
  readonly best: Outcome;
  readonly others: readonly Outcome[];
  /** Keys of the config that cause the cost, as the file spells them, the most telling first; none for graphs. */
  readonly anchors: readonly string[];
  /** Higher-ranked advice that it does not go with. */
  readonly insteadOf: readonly string[];
}
