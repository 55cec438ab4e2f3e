import type { Analysis } from '../../analysis';
import { operatorFigures } from '../../costs/operatorFigures';
import type { OperatorFigures } from '../../costs/operatorFigures';
import type { Scenario } from '../../scenario/scenario';
import { scenarioFor } from '../../scenario/scenarioFor';

/** One run of the graph under a scenario, as the views of a text show it. */
export interface Run {
  readonly scenario: Scenario;
  readonly figures: OperatorFigures;
}

/** A text shows the graph's one run: its prompt, with nothing cached. */
export function runOf({ model, costs }: Analysis, wanted: Partial<Scenario> = {}): Run {
  const scenario: Scenario = { ...scenarioFor(model, wanted), phase: 'prefill' };
  return { scenario, figures: operatorFigures(model, costs, scenario) };
}
