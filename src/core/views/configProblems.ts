/** Problems of a config with their places in its text, for an editor's list of problems. */
import type { Analysis } from '../analysis';
import type { TextRange } from '../readers/config/readConfig';

export interface ConfigProblem {
  readonly severity: 'error' | 'warning';
  /** Stable id: `config.heads-do-not-divide`. */
  readonly code: string;
  /** One sentence: what is wrong, and what the modelling library would do. */
  readonly message: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Errors and warnings of a config, each at the first of its keys that the file has, its nearest parent otherwise, else
 * at the first character. Assumptions are no problems: the report tells them.
 */
export function configProblems(analysis: Analysis): readonly ConfigProblem[] {
  const ranges = analysis.config?.ranges;
  if (!ranges) return [];
  return analysis.model.problems.flatMap((p): ConfigProblem[] => {
    if (p.severity === 'assumption' || !isOurs(p.code)) return [];
    const { origin, severity, code, message } = p;
    const at =
      origin?.kind === 'text' ? origin : origin?.kind === 'keys' ? placeOf(origin.keys, ranges) : FIRST;
    return [{ severity, code, message, start: at.start, end: at.end }];
  });
}

/** Broken JSON is told by the editor's own JSON support. */
function isOurs(code: string): boolean {
  return /^(config|disk)\./.test(code) && code !== 'config.syntax';
}

const FIRST = { start: 0, end: 1 };

function placeOf(
  keys: readonly string[],
  ranges: ReadonlyMap<string, { readonly property: TextRange }>,
): TextRange {
  const given = keys.find((k) => ranges.has(k));
  if (given !== undefined) return ranges.get(given)!.property;
  for (const key of keys)
    for (let path = key; path.includes('.');) {
      path = path.slice(0, path.lastIndexOf('.'));
      const parent = ranges.get(path);
      if (parent) return parent.property;
    }
  return FIRST;
}
