import { decimal } from '../locale';
import type { Case } from './case';
import type { Effort, Quality, Variant, Verdict } from './verdict';

/** The test of one technique on one model. It proposes changes; figures are the engine's. */
export interface Rule {
  readonly effort: Effort;
  /** Of its usual way; a variant may differ. */
  readonly quality: Quality;
  readonly judge: (c: Case) => Verdict;
}

export type Rules = Readonly<Record<string, Rule>>;

export function no(why: string): Verdict {
  return { kind: 'not applicable', why };
}

export function noFigure(why: string): Verdict {
  return { kind: 'no figure', why };
}

export function applies(...variants: readonly (Variant | undefined)[]): Verdict {
  return { kind: 'applies', variants: variants.filter((v) => v !== undefined) };
}

export function inUse(statement: string, compare?: Variant): Verdict {
  return compare ? { kind: 'in use', statement, compare } : { kind: 'in use', statement };
}

/** `4,096`. */
export function count(n: number): string {
  return decimal(n, 3);
}

/** Why nothing about keys can be changed: graphs and tensor files have none. */
export const NO_CONFIG = 'the file holds no config whose keys could be changed';
export const NO_CACHE = 'the model keeps no growing cache';
export const NO_SOFTMAX = 'the model has no softmax attention';
export const IN_QUANTISED = 'the checkpoint is already quantised';
