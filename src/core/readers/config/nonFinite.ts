/**
 * JSON written by Python may hold bare `NaN`, `Infinity` and `-Infinity`. They are replaced by numbers of the same
 * length, so that every offset stays true; `values` says by offset what stood there.
 */
export function hideNonFinite(text: string): { text: string; values: ReadonlyMap<number, number> } {
  const values = new Map<number, number>();
  if (!/NaN|Infinity/.test(text)) return { text, values };
  const clean = text.replace(
    /"(?:[^"\\\n]|\\.)*"|-?\bInfinity\b|\bNaN\b/g,
    (found: string, offset: number) => {
      if (found.startsWith('"')) return found;
      values.set(offset, found === 'NaN' ? NaN : found.startsWith('-') ? -Infinity : Infinity);
      return found.startsWith('-') ? `-${'1'.repeat(found.length - 1)}` : '1'.repeat(found.length);
    },
  );
  return { text: clean, values };
}
