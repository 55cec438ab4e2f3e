/** Problems of a config with their places in its text, for an editor's list of problems. */
import type { Analysis } from '../analysis';
import type { Problem } from '../model/problem';
import { rangeOfProblem } from '../files/problemPlace';

export interface ConfigProblem {
  readonly severity: 'error' | 'warning';
  /** Stable id: `config.heads-do-not-divide`. */
  readonly code: string;
  /** One sentence: what is wrong, and what the modelling library would do. */
  readonly message: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The line of another file that it is about. */
  readonly elsewhere?: Problem['elsewhere'];
}

/**
 * Errors and warnings of a config, each at the first of its keys that the file has, its nearest parent otherwise, else
 * at the first character. Assumptions are no problems: the report tells them.
 */
export function configProblems(analysis: Analysis): readonly ConfigProblem[] {
  if (!analysis.config) return [];
  return analysis.model.problems.flatMap((p): ConfigProblem[] => {
    if (p.severity === 'assumption' || !isOurs(p.code)) return [];
    const { severity, code, message, elsewhere } = p;
    const at = rangeOfProblem(p.origin, analysis.config!) ?? FIRST;
    return [{ severity, code, message, start: at.start, end: at.end, ...(elsewhere ? { elsewhere } : {}) }];
  });
}

/** Broken JSON is told by the editor's own JSON support. */
function isOurs(code: string): boolean {
  return /^(config|disk|params|genai|adapter|parts)\./.test(code) && code !== 'config.syntax';
}

const FIRST = { start: 0, end: 1 };
