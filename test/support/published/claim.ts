/** What is said of a published figure: that it is compared, and how, or why it is not. */
import type { Model } from '../../../src/core/model/model';
import type { Costs } from '../../../src/core/costs/costModel';
import type { Figure } from './figure';

/** A model with its costs, and a figure of it by the engine. */
export interface Built {
  readonly model: Model;
  readonly costs: Costs;
}
export type Measure = (built: Built) => number;

/** A config of test/fixtures/published/configs.json, or a graph of graphs.json.gz. */
export type ModelName = { readonly config: string } | { readonly graph: string };

/** Another rule than ours that gives the published figure. */
export interface Rule {
  /** The rule in words: what is counted otherwise. */
  readonly why: string;
  /** The figure under that rule, where it can be computed. */
  readonly value?: Measure;
  /** The model it is computed on, where that is another. */
  readonly of?: ModelName;
}

export interface Compared {
  readonly kind: 'compared';
  readonly of: ModelName;
  readonly what: string;
  readonly ours: Measure;
  /** Published value in the engine's units: bytes, numbers, MACs or FLOPs, seconds. */
  readonly published: number;
  readonly rule?: Rule;
  /** A measurement beside a roof: speeds are to be at most ours, times at least. */
  readonly roof?: 'at most' | 'at least';
}

export interface Left {
  readonly kind: 'left';
  readonly why: string;
}

export type Claim = Compared | Left;

/** One family of sources; every figure of a source belongs to exactly one section. */
export interface Section {
  readonly title: string;
  readonly about: string;
  readonly has: (f: Figure) => boolean;
  readonly claim: (f: Figure) => Claim;
}

export const left = (why: string): Left => ({ kind: 'left', why });

/** Why figures are not compared: one wording for each, so that they can be counted. */
export const WHY = {
  measured:
    'measured time or speed: the engine states times as rooflines, which a measurement is not to equal',
  modelled: 'time, speed or price by another roofline with shares of its own: no figure of the model',
  memory: 'measured memory of a whole process, with its buffers and fragments',
  wrong: 'a wrong figure, recorded by its reporters as such',
  key: 'a key of the file’s header, printed as it stands: nothing is computed',
  mix: 'bytes of a file whose mix of block types is told only by its own header, which is not at hand',
  config: 'the config of the model is not published, or not at hand',
  graph: 'the graph is not at hand, nor a library that builds it without its weights',
  shape: 'the shape of the input is not told',
  host: 'buffers of one program (vocabulary, tokens, outputs, masks): no quantity of the engine',
  link: 'a link between devices or a reserve of memory: not in the table of devices',
  search: 'the result of a search over another memory model (largest batch that fits)',
  rule: 'a rule of thumb or an estimate’s error, not a figure of a model',
} as const;
