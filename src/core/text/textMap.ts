/** Where everything stands in an ONNX text, by the model's ids: made by the printer and by the parser alike. */
import type { Section } from './sections';

/** Where a graph or function stands. */
export interface TextPlace {
  /** UTF-16 offset of the graph's name; the head runs from here to `body`. */
  readonly start: number;
  /** Offset of the `{` before its operators. */
  readonly body: number;
  /** Offset behind the closing `}`. */
  readonly end: number;
}

/** One graph or function in the text. */
export interface GraphPlace extends TextPlace {
  /** Index in `Model.graphs`. */
  readonly graph: number;
}

/** A section with the line that announces it, or the first operator's where there is no such line. */
export interface SectionPlace {
  readonly section: Section;
  readonly graph: number;
  readonly start: number;
  readonly end: number;
  /** 0 for the outermost. */
  readonly level: number;
  /** True for a block that had a section before. */
  readonly again: boolean;
}

export interface TextMap {
  /** Offset of each operator's statement, by operator id; -1 when it is not in the text. */
  readonly start: Int32Array;
  /** Offset behind each statement, by operator id. */
  readonly end: Int32Array;
  /** In the order of the text. */
  readonly graphs: readonly GraphPlace[];
  readonly sections: readonly SectionPlace[];
  /** Operators that were left out because an editor takes no more. */
  readonly cut: number;
}

/** Line starts of a text, and places in it. */
export class Lines {
  private readonly starts: Int32Array;

  constructor(text: string) {
    let n = 1;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) n++;
    this.starts = new Int32Array(n);
    let at = 1;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.starts[at++] = i + 1;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Line of an offset, from 0. */
  lineAt(offset: number): number {
    return last(this.starts, offset);
  }

  /** Offset at which a line begins. */
  startOf(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length - 1))]!;
  }

  /** Line and UTF-16 column of an offset, both from 0. */
  placeOf(offset: number): readonly [line: number, column: number] {
    const line = this.lineAt(offset);
    return [line, offset - this.starts[line]!];
  }
}

/** Index of the last entry <= value in a rising list; 0 when all are larger. */
function last(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
