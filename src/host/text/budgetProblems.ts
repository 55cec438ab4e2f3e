import { engine } from '../engine';
import { setting } from '../settings';
import type { ProblemFinder } from './documentProblems';

/** Budgets that a config breaks, as warnings on the key that decides the figure. */
export const budgetProblems: ProblemFinder = {
  name: 'modelEfficiency.budgets',
  setting: 'modelEfficiency.budgets',
  wants: (document) => Object.keys(setting('budgets', document)).length > 0,
  async find(analysis, document) {
    const { budgetsOf, exceededBudgets } = await engine();
    const ranges = analysis.config?.ranges;
    return exceededBudgets(analysis, budgetsOf(setting('budgets', document))).map((e) => {
      const key = e.keys.find((k) => ranges?.has(k));
      const { start, end } = key ? ranges!.get(key)!.property : { start: 0, end: 1 };
      const severity = e.kind === 'exceeded' ? ('warning' as const) : ('information' as const);
      return { message: e.message, severity, code: e.budget, start, end };
    });
  },
};
