import { applyEdits, modify } from 'jsonc-parser';
import type { Analysis } from '../analysis';
import { advise, allTechniques } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import type { Advice } from '../advice/verdict';
import type { Scenario } from '../scenario/scenario';
import { outcomeText } from './adviceText';

/** A technique put into a config: the changed text, and what it does, for the top of a diff. */
export interface TryText {
  readonly title: string;
  readonly text: string;
  readonly difference: string;
}

/** The config's text with a technique's change made; undefined when it is no change of keys, or does not apply. */
export function tryText(
  analysis: Analysis,
  text: string,
  technique: string,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): TryText | undefined {
  const judged = allTechniques(analysis, wanted, options).find((j) => j.technique.id === technique);
  const outcome =
    judged?.status === 'applies'
      ? judged.outcomes.find((o) => o.variant.change.kind === 'config')
      : undefined;
  if (outcome?.variant.change.kind !== 'config') return undefined;
  return {
    title: outcome.variant.title,
    text: withKeys(text, outcome.variant.change.set),
    difference: outcomeText(outcome),
  };
}

/** Keys set or removed in the text itself: comments, order and layout of the rest stay. */
export function withKeys(text: string, set: Readonly<Record<string, unknown>>): string {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  let changed = text;
  for (const [path, value] of Object.entries(set))
    changed = applyEdits(changed, modify(changed, path.split('.'), value, { formattingOptions }));
  return changed;
}

/** The advice that stands on a key, best first: what a light bulb there offers. */
export function adviceOnKey(
  analysis: Analysis,
  key: string,
  wanted: Partial<Scenario> = {},
  options: AdviceOptions = {},
): readonly Advice[] {
  const found = new Map<string, Advice>();
  for (const goal of ['context', 'speed', 'fit', 'training'] as const)
    for (const a of advise(analysis, wanted, { ...options, goal }))
      if (a.anchor === key && !found.has(a.id)) found.set(a.id, a);
  return [...found.values()].sort((a, b) => b.score - a.score);
}
