import { Lexer } from './lexer';

/** A place in a text, UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the parts of an operator's statement stand; outputs and inputs in the operator's own order. */
export interface StatementNames {
  readonly outputs: readonly Range[];
  readonly type: Range;
  readonly inputs: readonly Range[];
}

/** The names in one statement `[label] a, b = domain.Type <...> (x, y) <...>`; empty lists for one that is broken. */
export function namesOf(text: string, start: number, end: number): StatementNames {
  const lexer = new Lexer(text, start, end);
  if (lexer.is('[')) skip(lexer);
  const outputs = list(lexer, '=');
  if (lexer.is('=')) lexer.next();
  let type = { start: lexer.start, end: lexer.end };
  while (lexer.kind !== 'end' && !lexer.is('(') && !lexer.is('<')) {
    type = { start: type.start, end: lexer.end };
    lexer.next();
  }
  if (lexer.is('<')) skip(lexer);
  if (!lexer.is('(')) return { outputs, type, inputs: [] };
  lexer.next();
  return { outputs, type, inputs: list(lexer, ')') };
}

/** Names with commas up to a mark; a place without a name is an empty range. */
function list(lexer: Lexer, close: string): Range[] {
  const out: Range[] = [];
  while (lexer.kind !== 'end' && !lexer.is(close)) {
    const isName = lexer.kind === 'name' || lexer.kind === 'string';
    out.push({ start: lexer.start, end: isName ? lexer.end : lexer.start });
    if (isName) lexer.next();
    if (!lexer.is(',')) break;
    lexer.next();
  }
  return out;
}

/** Goes behind the bracket that closes the one here. */
function skip(lexer: Lexer): void {
  let depth = 0;
  for (; lexer.kind !== 'end'; lexer.next()) {
    if (lexer.kind !== 'mark') continue;
    if (lexer.is('(') || lexer.is('[') || lexer.is('{') || lexer.is('<')) depth++;
    else if (lexer.is(')') || lexer.is(']') || lexer.is('}') || lexer.is('>')) depth--;
    if (depth === 0) {
      lexer.next();
      return;
    }
  }
}
