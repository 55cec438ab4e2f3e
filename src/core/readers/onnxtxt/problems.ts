import type { Problem } from '../../model/problem';

/** More than this are counted, not told. */
const MOST = 500;

/** What broke off the reading of one statement. */
export class SyntaxProblem extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** What is wrong or odd in a text, each with its place. */
export class TextProblems {
  readonly list: Problem[] = [];
  private more = 0;

  add(severity: Problem['severity'], code: string, message: string, start: number, end: number): void {
    if (this.list.length >= MOST) this.more++;
    else this.list.push({ severity, code, message, origin: { kind: 'text', start, end } });
  }

  /** The problem as an error of the syntax; one without words is told already. */
  syntax(problem: SyntaxProblem): void {
    if (problem.message !== '')
      this.add('error', 'onnxtxt.syntax', problem.message, problem.start, problem.end);
  }

  finish(): readonly Problem[] {
    if (this.more > 0)
      this.list.push({
        severity: 'error',
        code: 'onnxtxt.syntax',
        message: `… and ${this.more} more problems in this text.`,
      });
    return this.list;
  }
}
