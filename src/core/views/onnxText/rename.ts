import { stringContent } from '../../text/lexer';
import type { Range } from '../../text/names';
import { nameText } from '../../text/words';
import type { OnnxText } from './open';

/** New text for every place that names a value, or why it cannot have the name. */
export type Renamed =
  | { readonly kind: 'edits'; readonly places: readonly Range[]; readonly text: string }
  | { readonly kind: 'refused'; readonly why: 'empty' | 'taken'; readonly name: string };

/** The value whose name stands at an offset of a written text, with the name; undefined where there is none. */
export function renamable(
  { index }: OnnxText,
  offset: number,
): (Range & { readonly value: number; readonly name: string }) | undefined {
  const found = index.valueAt(offset);
  return found && { ...found, name: index.model.values[found.value]!.name };
}

/** Gives the value at an offset another name, in all graphs that see it. */
export function renameValue(text: OnnxText, offset: number, wanted: string): Renamed | undefined {
  const found = renamable(text, offset);
  if (!found) return undefined;
  const { index } = text;
  const trimmed = wanted.trim();
  const name = /^".*"$/s.test(trimmed) ? stringContent(trimmed) : trimmed;
  if (name === '' || /[\r\n]/.test(name)) return { kind: 'refused', why: 'empty', name };
  const places = index.placesOf(found.value);
  if (name !== found.name && index.isTaken(found.value, name)) return { kind: 'refused', why: 'taken', name };
  return { kind: 'edits', places, text: nameText(name) };
}
