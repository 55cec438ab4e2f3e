import type { Analysis } from '../analysis';
import { adviseOnKey } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import { GOALS } from '../advice/technique';
import type { Advice } from '../advice/verdict';
import type { Scenario } from '../scenario/scenario';

/** The advice that stands on a key, for whatever goal, best first: what a light bulb there offers. */
export function adviceOnKey(
  analysis: Analysis,
  key: string,
  wanted: Partial<Scenario> = {},
  options: AdviceOptions = {},
): readonly Advice[] {
  const found = new Map<string, Advice>();
  for (const goal of GOALS)
    for (const a of adviseOnKey(analysis, key, wanted, { ...options, goal, first: true }))
      if (!found.has(a.id)) found.set(a.id, a);
  // What can be tried here and now comes first.
  return [...found.values()].sort((a, b) => Number(canTry(b)) - Number(canTry(a)) || b.score - a.score);
}

/** Whether one of its variants is a change of the config's own keys, which can be shown as a diff. */
export function canTry(a: Advice): boolean {
  return [a.best, ...a.others].some((o) => o.variant.change.kind === 'config');
}
