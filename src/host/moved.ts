/** An edit by its place in the text before it, as the editor tells of it. */
export interface TextEdit {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Where an offset is after edits that are given by their places in the text before. */
export function moved(offset: number, edits: readonly TextEdit[]): number {
  let at = offset;
  for (const { rangeOffset, rangeLength, text } of edits) {
    if (rangeOffset > offset) continue;
    // What was written over what it stood on begins where the edit begins.
    const shift = rangeOffset + rangeLength <= offset ? text.length - rangeLength : rangeOffset - offset;
    at += shift;
  }
  return Math.max(0, at);
}
