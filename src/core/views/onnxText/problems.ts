import type { Problem } from '../../model/problem';
import { INPUT_AS_WEIGHT, NO_DATA } from '../../readers/onnxtxt/sketchHints';
import type { Range } from '../../text/names';
import { namesOf } from '../../text/names';
import { operatorProblems } from './operatorChecks';
import type { OnnxText } from './open';

/** A problem with its place in the text, and the one edit that mends it where that is sure. */
export interface TextProblem extends Range {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  readonly fix?: {
    readonly kind: 'replace' | 'addData' | 'addHead';
    readonly start: number;
    readonly end: number;
    readonly text: string;
  };
}

/** A head that makes the opset which is taken one that is said. */
const HEAD = '<ir_version: 10, opset_import: ["": 21]>\n';

/** All that is wrong, odd or assumed in a written text, each with its place. */
export function textProblems(text: OnnxText): readonly TextProblem[] {
  const { analysis, index } = text;
  const found = operatorProblems(text);
  const places = new Set(found.map(({ start }) => start));
  const told = [...analysis.model.problems, ...analysis.costs.problems];
  const out: TextProblem[] = found.map(({ instead, ...p }) => ({
    ...p,
    severity: 'warning',
    ...(instead === undefined ? {} : { fix: { kind: 'replace', start: p.start, end: p.end, text: instead } }),
  }));
  // Of an operator without shapes it says nothing new that its costs are not known either.
  const unknown = new Set<number>();
  for (const problem of told) {
    const place = placeOf(problem, text);
    if (/\.unknown-operator$/.test(problem.code)) {
      if (places.has(place.start) || unknown.has(place.start)) continue;
      unknown.add(place.start);
    }
    const { severity, code, message } = problem;
    out.push({ ...place, severity, code, message, ...fixOf(problem.code, place) });
  }
  return out.map((p) => ({ ...p, end: Math.min(p.end, index.text.length) }));
}

function placeOf({ origin, code, value }: Problem, { index }: OnnxText): Range {
  if (value !== undefined) return index.definitionOf(value) ?? graphName(index);
  if (origin?.kind !== 'text') return graphName(index);
  const { start, end } = origin;
  // Of a statement, which may hold whole graphs, the operator's type.
  return /\.unknown-operator$|^shapes\.(failed|misfit)$/.test(code)
    ? namesOf(index.text, start, end).type
    : { start, end };
}

/** What is about the whole text stands at its graph's name. */
function graphName({ map, model }: OnnxText['index']): Range {
  const main = map.graphs.find((g) => model.graphs[g.graph]?.kind === 'main');
  if (!main) return { start: 0, end: 0 };
  return { start: main.start, end: main.start + Math.max(1, model.graphs[main.graph]!.name.length) };
}

function fixOf(code: string, { start, end }: Range): Pick<TextProblem, 'fix'> {
  if (code === NO_DATA || code === INPUT_AS_WEIGHT)
    return { fix: { kind: 'addData', start: end, end, text: ' = {}' } };
  if (code === 'onnxtxt.opset') return { fix: { kind: 'addHead', start, end: start, text: HEAD } };
  return {};
}
