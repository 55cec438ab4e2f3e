import { Lexer, stringContent } from '../../text/lexer';
import { SyntaxProblem } from './problems';
import type { TextProblems } from './problems';

/** A name or string with its place. */
export interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Sub-graphs inside sub-graphs, and containers inside containers, are followed this deep. */
export const MAX_DEPTH = 32;

/** What the parts of the parser share: the walk over the tokens, and how a statement breaks off. */
export class Parser {
  readonly lexer: Lexer;

  constructor(
    readonly text: string,
    readonly problems: TextProblems,
  ) {
    this.lexer = new Lexer(text);
  }

  /** Offset behind the last token that was taken. */
  get lastEnd(): number {
    return this.lexer.lastEnd;
  }

  /** Breaks off at the present token: `'(' is missing here`. */
  fail(message: string): never {
    throw new SyntaxProblem(message, this.lexer.start, Math.max(this.lexer.end, this.lexer.start + 1));
  }

  /** The present token as a person would call it. */
  found(): string {
    const { lexer } = this;
    if (lexer.kind === 'end') return 'the end of the text';
    const source = lexer.source;
    return `'${source.length > 40 ? `${source.slice(0, 40)}…` : source}'`;
  }

  /** Takes this mark or word when it is there. */
  take(source: string): boolean {
    if (!this.lexer.is(source)) return false;
    this.lexer.next();
    return true;
  }

  expect(source: string, where: string): void {
    if (!this.take(source)) this.fail(`'${source}' is missing ${where}: there is ${this.found()}.`);
  }

  /** A word without quotes. */
  word(what: string): string {
    const { lexer } = this;
    if (lexer.kind !== 'name') this.fail(`${what} is missing: there is ${this.found()}.`);
    const word = lexer.source;
    lexer.next();
    return word;
  }

  /** A name with or without quotes. */
  name(what: string): Named {
    const named = this.optionalName();
    if (!named) this.fail(`${what} is missing: there is ${this.found()}.`);
    return named;
  }

  optionalName(): Named | undefined {
    const { lexer } = this;
    if (lexer.kind !== 'name' && lexer.kind !== 'string') return undefined;
    const { start, end } = lexer;
    const name = lexer.kind === 'string' ? this.string() : lexer.source;
    if (lexer.start === start) lexer.next();
    return { name, start, end };
  }

  string(): string {
    const { lexer } = this;
    if (lexer.kind !== 'string') this.fail(`A text in quotes is missing: there is ${this.found()}.`);
    if (lexer.unfinished) this.fail('This text in quotes has no closing quote.');
    const content = stringContent(lexer.source);
    lexer.next();
    return content;
  }

  /** A whole number; what does not fit a double is the nearest that does. */
  whole(what: string): number {
    const { lexer } = this;
    const source = lexer.source;
    if (lexer.kind !== 'number' || !/^-?\d+$/.test(source))
      this.fail(`${what} must be a whole number: there is ${this.found()}.`);
    lexer.next();
    return Number(source);
  }

  /** Runs `item` for every item up to the closing mark; a broken item is told and skipped to the next comma. */
  list(close: string, item: () => void): void {
    if (this.take(close)) return;
    for (;;) {
      const { start } = this.lexer;
      try {
        item();
        if (!this.lexer.is(',') && !this.lexer.is(close))
          this.fail(`',' or '${close}' is missing before ${this.found()}.`);
      } catch (error) {
        if (!(error instanceof SyntaxProblem)) throw error;
        this.problems.syntax(error);
        if (!this.skipTo(close)) throw new Recovered();
      }
      if (this.take(close)) return;
      if (!this.take(',')) throw new Recovered();
      // A comma may stand before the end.
      if (this.take(close)) return;
      if (this.lexer.start === start) this.lexer.next();
    }
  }

  /** Skips to the next comma or the closing mark at this level; false when a statement seems to begin before. */
  private skipTo(close: string): boolean {
    const { lexer } = this;
    let depth = 0;
    for (; lexer.kind !== 'end'; lexer.next()) {
      if (depth === 0 && (lexer.is(',') || lexer.is(close))) return true;
      if (lexer.kind !== 'mark') continue;
      if (lexer.is('(') || lexer.is('[') || lexer.is('{') || lexer.is('<')) depth++;
      else if (lexer.is(')') || lexer.is(']') || lexer.is('}') || lexer.is('>')) {
        if (depth === 0) return false;
        depth--;
      }
    }
    return false;
  }
}

/** Thrown when a statement is given up whose problem is told already. */
export class Recovered extends SyntaxProblem {
  constructor() {
    super('', 0, 0);
  }
}
