import type { Analysis } from '../analysis';
import { adviseOnKey } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import { GOALS } from '../advice/technique';
import type { Theme } from '../advice/technique';
import type { Advice } from '../advice/verdict';
import type { Scenario } from '../scenario/scenario';

/** Changes of the model, not of how it is served or trained. */
const OF_THE_MODEL: readonly Theme[] = ['attention', 'structure', 'compression'];

/**
 * The advice on a key, for whatever goal, best first: what a light bulb there offers, or, where it need not be the `first`
 * key of a technique, what its hover names.
 */
export function adviceOnKey(
  analysis: Analysis,
  key: string,
  wanted: Partial<Scenario> = {},
  options: AdviceOptions = {},
  first = true,
): readonly Advice[] {
  const found = new Map<string, Advice>();
  for (const goal of GOALS)
    for (const a of adviseOnKey(analysis, key, wanted, { ...options, goal, first }))
      if (!found.has(a.id)) found.set(a.id, a);
  // What can be tried here and now comes first.
  return [...found.values()].sort((a, b) => Number(canTry(b)) - Number(canTry(a)) || b.score - a.score);
}

/** Whether one of its variants is a change of the config's own keys, which can be shown as a diff. */
export function canTry(a: Advice): boolean {
  return [a.best, ...a.others].some((o) => o.variant.change.kind === 'config');
}

/** What a person can do from here: try the change as a diff, set an engine's switch, or convert the checkpoint. */
export function isActionable(a: Advice): boolean {
  return canTry(a) || a.effort === 'setting' || a.effort === 'conversion';
}

/**
 * A change of the model that needs no training from scratch and loses nothing that only training wins back; or a switch
 * of whatever serves it that changes no answer, where the figures are this model's own.
 */
export function isNear(a: Advice): boolean {
  const { theme } = a.technique;
  if (OF_THE_MODEL.includes(theme))
    return a.effort !== 'training' && !(a.effort === 'tuning' && a.quality === 'lower');
  return theme === 'serving' && a.effort === 'setting' && a.quality === 'same' && !a.best.variant.assumed;
}
