/** Reads what exporters write as a dimension's name when it is a formula: `past + sequence`, `2*batch`, `s0//2`. */
import { add, floorDivide, maximum, minimum, multiply, subtract } from '../model/arithmetic';
import type { Dimension } from '../model/expression';
import { symbol } from '../model/expression';

const MAX_LENGTH = 200;
const TOKEN = /\s*(\/\/|\d+(?![\w.])|[A-Za-z_][\w.]*|[-+*/(),])/y;

/** The formula as an expression, or a symbol of that name when it is none that can be read. */
export function parseDimension(text: string): Dimension {
  if (text.length > MAX_LENGTH || !/[-+*/(]/.test(text)) return symbol(text);
  const tokens = tokensOf(text);
  const parser = tokens && new Parser(tokens);
  const value = parser?.sum();
  return value !== undefined && parser!.done ? value : symbol(text);
}

function tokensOf(text: string): string[] | undefined {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) return undefined;
    out.push(match[1]!);
  }
  return out;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get done(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Dimension | undefined {
    let left = this.product();
    while (left !== undefined && (this.peek('+') || this.peek('-'))) {
      const minus = this.tokens[this.at++] === '-';
      const right = this.product();
      left = right === undefined ? undefined : minus ? subtract(left, right) : add(left, right);
    }
    return left;
  }

  private product(): Dimension | undefined {
    let left = this.atom();
    while (left !== undefined && (this.peek('*') || this.peek('/') || this.peek('//'))) {
      const by = this.tokens[this.at++];
      const right = this.atom();
      if (right === undefined || (by !== '*' && right === 0)) return undefined;
      left = by === '*' ? multiply(left, right) : floorDivide(left, right);
    }
    return left;
  }

  private atom(): Dimension | undefined {
    const token = this.tokens[this.at++];
    if (token === undefined) return undefined;
    if (token === '-') {
      const value = this.atom();
      return value === undefined ? undefined : multiply(-1, value);
    }
    if (token === '(') return this.closed(this.sum());
    if (/^\d/.test(token)) return Number(token);
    if (!/^[A-Za-z_]/.test(token)) return undefined;
    if (!this.peek('(')) return symbol(token);
    this.at++;
    return this.call(token.toLowerCase());
  }

  private call(name: string): Dimension | undefined {
    const args: Dimension[] = [];
    do {
      const arg = this.sum();
      if (arg === undefined) return undefined;
      args.push(arg);
    } while (this.peek(',') && ++this.at);
    if (!this.peek(')')) return undefined;
    this.at++;
    if (name === 'max') return maximum(...args);
    if (name === 'min') return minimum(...args);
    return name === 'floor' && args.length === 1 ? args[0] : undefined;
  }

  private closed(value: Dimension | undefined): Dimension | undefined {
    if (!this.peek(')')) return undefined;
    this.at++;
    return value;
  }

  private peek(token: string): boolean {
    return this.tokens[this.at] === token;
  }
}
