/** What of a difference in cost stands in the text itself, behind what was changed. */
export interface DifferenceNote {
  /** 0-based line of the changed text: the shortest of those that differ, where a note has most room. */
  readonly line: number;
  /** The first differences, as many as there is room for, one at least: `Weights 16.06 GB → 5.73 GB`. */
  readonly shown: string;
  /** Differences that are left out. */
  readonly more: number;
}

/** Letters that half of a usual window shows: the line and the note behind it. */
const ROOM = 70;
/** What the number of those left out takes. */
const MORE = 10;

/** The note of a change; what the editor would cut off is left out and counted. */
export function differenceNote(before: string, after: string, difference: string): DifferenceNote {
  const lines = after.split(/\r?\n/);
  const line = shortestChanged(before.split(/\r?\n/), lines);
  const all = difference.split(' · ');
  const room = ROOM - lines[line]!.length;
  const fits = (n: number) => all.slice(0, n).join(' · ').length + (n < all.length ? MORE : 0) <= room;
  let n = all.length;
  while (n > 1 && !fits(n)) n--;
  return { line, shown: all.slice(0, n).join(' · '), more: all.length - n };
}

function shortestChanged(before: readonly string[], after: readonly string[]): number {
  let first = 0;
  while (first < after.length - 1 && after[first] === before[first]) first++;
  let last = after.length - 1;
  for (let k = before.length - 1; last > first && k >= first && after[last] === before[k]; k--) last--;
  let shortest = first;
  for (let i = first; i <= last; i++) if (after[i]!.length < after[shortest]!.length) shortest = i;
  return shortest;
}
