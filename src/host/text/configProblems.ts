import { engine } from '../engine';
import type { ProblemFinder } from './documentProblems';

/** What a config says that cannot be, on the key that says it, with what the modelling library would do. */
export const configProblems: ProblemFinder = {
  name: 'modelEfficiency.config',
  wants: () => true,
  async find(analysis) {
    return (await engine()).configProblems(analysis);
  },
};
