import type { Analysis } from '../analysis';
import { compare } from '../advice/effects';
import { estimate } from '../costs/estimate';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';
import { effectText } from './adviceText';

/** What changed between two states of a model, under the scenario of the present one; '' when no figure did. */
export function differenceLine(before: Analysis, after: Analysis, wanted: Partial<Scenario> = {}): string {
  const scenario = scenarioFor(after.model, wanted);
  const was = estimate(before.model, before.costs, scenario);
  const is = estimate(after.model, after.costs, scenario);
  // What follows from others is left out: the line is short.
  const told = compare(was, is, scenario).filter(
    (e) => !['reads', 'cachePerToken', 'activations'].includes(e.kind),
  );
  return told.map(effectText).join(' · ');
}
