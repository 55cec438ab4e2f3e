import type { Rule, Rules } from '../rule';
import { attentionRules } from './attention';
import { compressionRules } from './compression';
import { graphRules } from './graphs';
import { servingRules } from './serving';
import { structureRules } from './structure';
import { trainingRules } from './training';
import { tuningRules } from './tuning';

const RULES: Rules = {
  ...attentionRules,
  ...structureRules,
  ...compressionRules,
  ...servingRules,
  ...trainingRules,
  ...tuningRules,
  ...graphRules,
};

/** The test of a technique by its id. */
export function ruleOf(id: string): Rule | undefined {
  return Object.hasOwn(RULES, id) ? RULES[id] : undefined;
}
