/** Where a problem stands in the text of a config, for the Problems view, the page and the report alike. */
import type { Analysis } from '../analysis';
import type { Problem } from '../model/problem';
import type { ConfigDocument, TextRange } from '../readers/config/readConfig';

/** The file and line of a problem, as tools write them: `model/config.json:12`. */
export interface ProblemPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The first of its keys that the file has, the nearest parent of one otherwise; undefined for a problem of the whole file
 * and of files without keys.
 */
export function rangeOfProblem(
  origin: Problem['origin'],
  config: Pick<ConfigDocument, 'ranges'>,
): TextRange | undefined {
  if (origin?.kind === 'text') return origin;
  if (origin?.kind !== 'keys') return undefined;
  const { ranges } = config;
  const given = origin.keys.find((k) => ranges.has(k));
  if (given !== undefined) return ranges.get(given)!.property;
  for (const key of origin.keys)
    for (let path = key; path.includes('.');) {
      path = path.slice(0, path.lastIndexOf('.'));
      const parent = ranges.get(path);
      if (parent) return parent.property;
    }
  return undefined;
}

/** File and line of a problem; undefined where it has no line. */
export function placeOfProblem(analysis: Analysis, problem: Problem): ProblemPlace | undefined {
  const { elsewhere } = problem;
  const { name, config } = analysis;
  if (elsewhere) return { file: beside(name, elsewhere.file), line: elsewhere.line };
  const at = config && rangeOfProblem(problem.origin, config);
  return at && { file: name, line: lineOf(config.lines, at.start) };
}

/** The line of an offset, from 1. */
export function lineOf(lines: readonly number[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

function beside(name: string, file: string): string {
  const cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
  return name.slice(0, cut) + file;
}
