import { applyEdits, findNodeAtLocation, getNodeValue, modify, parseTree } from 'jsonc-parser';
import type { Analysis } from '../analysis';
import { oneTechnique } from '../advice/advise';
import type { AdviceOptions } from '../advice/advise';
import type { Scenario } from '../scenario/scenario';
import { outcomeText } from './adviceText';
import type { DifferenceNote } from './differenceNote';
import { differenceNote } from './differenceNote';

/** A technique put into a config: the changed text, and what it does, for the top of a diff. */
export interface TryText {
  readonly title: string;
  readonly text: string;
  readonly difference: string;
  readonly note: DifferenceNote;
}

/** The config's text with a technique's change made; undefined when it is no change of keys, or does not apply. */
export function tryText(
  analysis: Analysis,
  text: string,
  technique: string,
  wanted: Partial<Scenario> = {},
  options: Pick<AdviceOptions, 'devices'> = {},
): TryText | undefined {
  const judged = oneTechnique(technique, analysis, wanted, options);
  const outcome =
    judged?.status === 'applies'
      ? judged.outcomes.find((o) => o.variant.change.kind === 'config')
      : undefined;
  if (outcome?.variant.change.kind !== 'config') return undefined;
  const changed = withKeys(text, outcome.variant.change.set);
  const difference = outcomeText(outcome);
  return {
    title: outcome.variant.title,
    text: changed,
    difference,
    note: differenceNote(text, changed, difference),
  };
}

/** Keys set or removed in the text itself: comments, order and layout of the rest stay. */
export function withKeys(text: string, set: Readonly<Record<string, unknown>>): string {
  let changed = text;
  for (const [path, value] of Object.entries(set)) changed = withKey(changed, path.split('.'), value);
  return changed;
}

function withKey(text: string, path: readonly string[], value: unknown): string {
  const root = parseTree(text);
  if (!root) return text;
  const there = findNodeAtLocation(root, [...path]);
  if (value === undefined) return there ? applyEdits(text, modify(text, [...path], undefined, {})) : text;
  if (there) {
    // What is already so keeps its spelling.
    if (JSON.stringify(getNodeValue(there)) === JSON.stringify(value)) return text;
    const depth = path.length;
    return splice(text, there.offset, there.length, print(text, value, depth));
  }
  const parent = findNodeAtLocation(root, path.slice(0, -1));
  if (path.length > 1 && !parent) return withKey(text, path.slice(0, -1), { [path.at(-1)!]: value });
  if (parent?.type !== 'object') return text;
  const last = parent.children?.at(-1);
  const lines = `${eolOf(text)}${indentOf(text).repeat(path.length)}`;
  const property = `${JSON.stringify(path.at(-1))}: ${print(text, value, path.length)}`;
  return last
    ? splice(text, last.offset + last.length, 0, `,${lines}${property}`)
    : splice(text, parent.offset + 1, 0, `${lines}${property}${eolOf(text)}`);
}

function splice(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

/** A value in the file's own layout; short lists of plain values stay on one line. */
function print(text: string, value: unknown, depth: number): string {
  const plain = Array.isArray(value) && value.length <= 1;
  if (plain) return JSON.stringify(value);
  const own = indentOf(text);
  return JSON.stringify(value, null, own).replaceAll('\n', eolOf(text) + own.repeat(depth));
}

function indentOf(text: string): string {
  return /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
