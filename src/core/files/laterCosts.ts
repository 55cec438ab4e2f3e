import type { Analysis } from '../analysis';
import { costSteps } from '../costs/costModel';
import type { Costs } from '../costs/costModel';
import { atOnce } from '../steps';

/**
 * An analysis whose costs are worked out when they are first asked for: what needs none of them (a text, an outline) need
 * not wait. `costSteps` works them out before that, with rests in between.
 */
export function withLaterCosts(known: Omit<Analysis, 'costs' | 'costSteps'>): Analysis {
  let work: Generator<void, Costs> | undefined;
  let costs: Costs | undefined;
  const begun = () => (work ??= costSteps(known.model));
  return {
    ...known,
    get costs() {
      return (costs ??= atOnce(begun()));
    },
    *costSteps() {
      while (!costs) {
        const step = begun().next();
        if (step.done) costs = step.value;
        else yield;
      }
    },
  };
}
