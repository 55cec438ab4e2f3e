import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { Measure, Rule } from '../claim';
import { cache } from '../measures';

/** What is compared for a figure: a config, and what of it. */
export interface Entry {
  readonly config: string;
  readonly what: string;
  readonly ours: Measure;
  readonly rule?: Rule;
}

/** The cache of one sequence at so many tokens, in 16 bits unless the scenario says otherwise. */
export const at = (config: string, context: number, more: Partial<Scenario> = {}, what = ''): Entry => ({
  config,
  what: `cache at ${context.toLocaleString('en-US')} tokens${what}`,
  ours: cache(context, more),
});
