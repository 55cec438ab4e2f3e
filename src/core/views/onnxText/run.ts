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

const KNOWN = new WeakMap<Analysis, { readonly key: string; readonly run: Run }>();

/** A text shows the graph's one run: its prompt, with nothing cached. */
export function runOf(analysis: Analysis, wanted: Partial<Scenario> = {}): Run {
  const { model, costs } = analysis;
  const scenario: Scenario = { ...scenarioFor(model, wanted), phase: 'prefill' };
  const key = JSON.stringify(scenario);
  const known = KNOWN.get(analysis);
  if (known?.key === key) return known.run;
  const run = { scenario, figures: operatorFigures(model, costs, scenario) };
  KNOWN.set(analysis, { key, run });
  return run;
}
