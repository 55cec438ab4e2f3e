/** What a person may want of a model; techniques are ranked by what they do for the chosen one. */
export type Goal = 'fit' | 'context' | 'speed' | 'training';

export const GOALS: readonly Goal[] = ['fit', 'context', 'speed', 'training'];

/** What a technique works on; also the file of the catalogue it stands in. */
export type Theme =
  'attention' | 'structure' | 'compression' | 'training' | 'tuning' | 'data' | 'serving' | 'graphs';

/** A paper (arXiv id) or another published source. */
export interface Reference {
  readonly title: string;
  readonly arxiv?: string;
  readonly year: number;
}

/** An entry of the catalogue: words and sources, no number of any model. What it saves is in `advice/rules`. */
export interface Technique {
  /** Stable; used by settings that hide a hint and by links. */
  readonly id: string;
  readonly theme: Theme;
  readonly title: string;
  /** What it does, for somebody who meets it for the first time. */
  readonly what: string;
  /** What it costs, and when it does not pay. */
  readonly tradeOff: string;
  readonly goals: readonly Goal[];
  /** Ids of techniques that cannot be had together with it, or gain little beside it. */
  readonly conflicts: readonly string[];
  /** Config keys that cause the cost, the most telling first: where a hint stands. */
  readonly anchors: readonly string[];
  readonly references: readonly Reference[];
}

/** `arXiv 2305.13245 (2023): GQA ...`, or title and year. */
export function printReference(r: Reference): string {
  return r.arxiv === undefined ? `${r.title} (${r.year})` : `arXiv ${r.arxiv} (${r.year}): ${r.title}`;
}
