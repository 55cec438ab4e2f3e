/** Tokens of the standard's textual syntax: names, strings, numbers and marks; `#` begins a comment. */

export type TokenKind = 'name' | 'string' | 'number' | 'mark' | 'end';

/** Walks over a text one token at a time; positions are UTF-16 offsets. Never throws and always moves on. */
export class Lexer {
  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  /** Offset behind the token before. */
  lastEnd = 0;
  /** For a string or comment that its line or the text breaks off. */
  unfinished = false;

  constructor(
    readonly text: string,
    from = 0,
    private readonly limit = text.length,
  ) {
    this.end = from;
    this.next();
  }

  /** The token as it stands in the text. */
  get source(): string {
    return this.text.slice(this.start, this.end);
  }

  /** True when the token is this mark or word. */
  is(source: string): boolean {
    return (
      this.end - this.start === source.length &&
      this.kind !== 'string' &&
      this.text.startsWith(source, this.start)
    );
  }

  /** Sets the walk back to a place where a token began. */
  rewind(to: number): void {
    this.end = to;
    this.next();
  }

  next(): void {
    const { text, limit } = this;
    let at = (this.lastEnd = this.end);
    for (; at < limit; at++) {
      const c = text.charCodeAt(at);
      if (c === HASH) {
        const line = text.indexOf('\n', at);
        at = line < 0 || line > limit ? limit - 1 : line;
      } else if (!isSpace(c)) break;
    }
    this.start = Math.min(at, limit);
    this.unfinished = false;
    if (at >= limit) {
      this.kind = 'end';
      this.end = limit;
      return;
    }
    const c = text.charCodeAt(at);
    if (isLetter(c)) {
      this.kind = 'name';
      do at++;
      while (at < limit && isLetterOrDigit(text.charCodeAt(at)));
      this.end = at;
    } else if (c === QUOTE) this.string(at);
    else if (isDigit(c) || ((c === MINUS || c === POINT) && isDigit(text.charCodeAt(at + 1))))
      this.number(at);
    else {
      this.kind = 'mark';
      this.end = c === EQUALS && text.charCodeAt(at + 1) === GREATER && at + 1 < limit ? at + 2 : at + 1;
    }
  }

  private string(from: number): void {
    this.kind = 'string';
    let at = from + 1;
    for (; at < this.limit; at++) {
      const c = this.text.charCodeAt(at);
      if (c === QUOTE) {
        this.end = at + 1;
        return;
      }
      if (c === BACKSLASH) at++;
    }
    // No quote closes it: it ends with its line, so that what follows can still be read.
    const line = this.text.indexOf('\n', from);
    this.end = line < 0 || line > this.limit ? this.limit : line;
    this.unfinished = true;
  }

  private number(from: number): void {
    this.kind = 'number';
    NUMBER.lastIndex = from;
    const match = NUMBER.exec(this.text);
    this.end = Math.min(this.limit, from + (match ? match[0].length : 1));
  }
}

const HASH = 35;
const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const POINT = 46;
const EQUALS = 61;
const GREATER = 62;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d*)?/y;

function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 0xfeff;
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isLetterOrDigit(c: number): boolean {
  return isLetter(c) || isDigit(c);
}

/** The content of a string token: quotes taken off, what follows a backslash as it is. */
export function stringContent(source: string): string {
  const closed = source.length > 1 && source.endsWith('"');
  const inner = source.slice(1, closed ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\([\s\S]?)/g, '$1') : inner;
}
