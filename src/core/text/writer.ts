/** Pieces of text put one after another, with the offset reached. */
export class Writer {
  private parts: string[] = [];
  private whole = '';
  /** UTF-16 units written so far. */
  length = 0;

  write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
    // Joined now and then: a hundred thousand small pieces are slow to keep apart.
    if (this.parts.length >= 4096) this.join();
  }

  text(): string {
    this.join();
    return this.whole;
  }

  private join(): void {
    this.whole += this.parts.join('');
    this.parts = [];
  }
}

/** A line is broken when it is longer than this. */
const LONG = 400;
const WIDTH = 120;

/** Items with commas: on one line, or on several when they are many. */
export function listed(items: readonly string[], indent: string): string {
  let length = 0;
  for (const item of items) length += item.length + 2;
  if (length <= LONG) return items.join(', ');
  let out = '';
  let line = 0;
  items.forEach((item, i) => {
    const piece = i < items.length - 1 ? `${item},` : item;
    if (line > 0 && line + piece.length > WIDTH) {
      out += `\n${indent}`;
      line = 0;
    } else if (i > 0) out += ' ';
    out += piece;
    line += piece.length + 1;
  });
  return out;
}

/** Text of strangers in a comment: no line end may stop it. Cut by plain dots: a text all in ASCII takes an editor half the memory. */
export function oneLine(text: string, most = 200): string {
  const clean = text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return clean.length > most ? `${clean.slice(0, most)}...` : clean;
}

const GROUPED = new Intl.NumberFormat('en-US');

/** `8,030,261,248`. */
export function countText(n: number): string {
  return GROUPED.format(n);
}
