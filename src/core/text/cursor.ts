import { Lexer, stringContent } from './lexer';
import { beginsType } from './words';

/** An operator's type as far as it is written. */
export interface WrittenOperator {
  readonly domain: string;
  readonly type: string;
}

/** What is being written at a place of a text. */
export type Writing =
  /** Fields of the model's or a function's head. */
  | { readonly kind: 'field'; readonly given: readonly string[] }
  /** A value with its type in a graph's head, nothing of it before the word at the cursor. */
  | { readonly kind: 'type' }
  /** An operator's type, its domain included. */
  | { readonly kind: 'operator' }
  /** An input of an operator, its place from 0. */
  | { readonly kind: 'input'; readonly operator: WrittenOperator; readonly at: number }
  /** The name of an attribute. */
  | { readonly kind: 'attribute'; readonly operator: WrittenOperator; readonly given: readonly string[] }
  /** The value of an attribute, nothing of it before the word at the cursor. */
  | { readonly kind: 'value'; readonly operator: WrittenOperator; readonly name: string };

/** What is being written, where the word at the cursor begins, and the values that are named before it. */
export interface AtCursor {
  readonly writing: Writing | undefined;
  /** Where the word that ends at the cursor begins. */
  readonly start: number;
  /** Values that are named in the part that was looked at, in scope and in the order of the text. */
  readonly names: readonly string[];
}

/** A part of the text in brackets, or the text itself; `outputs` of a graph name values that others make. */
interface Frame {
  readonly kind: 'body' | 'ports' | 'outputs' | 'inputs' | 'attributes' | 'fields' | 'other';
  /** Whose inputs or attributes these are. */
  readonly operator: WrittenOperator;
  /** Values that are named in it. */
  readonly names: string[];
  /** How many of the last names belong to the body that is still to come. */
  waiting: number;
  /** The first words of the items before the present one, and how many items these are. */
  readonly given: string[];
  commas: number;
  /** Outputs of the present statement: values only for those behind it. */
  making: string[];
  /** What the present item or statement has so far. */
  hasEquals: boolean;
  hasArrow: boolean;
  hasInputs: boolean;
  path: string[];
  first: string;
  tokens: number;
  last: string;
}

const NOBODY: WrittenOperator = { domain: '', type: '' };

function frame(kind: Frame['kind'], operator: WrittenOperator, names: string[]): Frame {
  return { kind, operator, names, waiting: 0, given: [], commas: 0, making: [], ...fresh() };
}

function fresh() {
  return {
    hasEquals: false,
    hasArrow: false,
    hasInputs: false,
    path: [] as string[],
    first: '',
    tokens: 0,
    last: '',
  };
}

/**
 * What a person is writing at an offset, by the tokens from a place where a statement or the text begins. Takes broken
 * text: what stands behind the cursor is not looked at.
 */
export function atCursor(text: string, offset: number, from = 0): AtCursor {
  const frames = [frame('body', NOBODY, [])];
  const lexer = new Lexer(text, from, offset);
  let start = offset;
  for (; lexer.kind !== 'end'; lexer.next()) {
    const isWord = lexer.kind === 'name' || lexer.kind === 'string' || lexer.kind === 'number';
    if (lexer.kind === 'string' && lexer.unfinished) return { writing: undefined, start: offset, names: [] };
    if (isWord && lexer.end === offset) {
      start = lexer.start;
      break;
    }
    step(frames, lexer);
  }
  // A comment reaches from its sign to the end of its line.
  if (lexer.kind === 'end' && isComment(text, Math.max(from, lexer.lastEnd), offset))
    return { writing: undefined, start: offset, names: [] };
  const top = frames.at(-1)!;
  const qualified = top.kind === 'body' && top.hasEquals && top.path.length > 0 && top.last === '.';
  if (qualified) start = domainStart(text, start);
  return { writing: writingIn(top), start, names: frames.flatMap((f) => f.names) };
}

function writingIn(f: Frame): Writing | undefined {
  switch (f.kind) {
    case 'body':
      return f.hasEquals && (f.last === '=' || f.last === '.') ? { kind: 'operator' } : undefined;
    case 'ports':
    case 'outputs':
      return f.tokens === 0 ? { kind: 'type' } : undefined;
    case 'inputs':
      return f.tokens === 0 ? { kind: 'input', operator: f.operator, at: f.commas } : undefined;
    case 'fields':
      return f.tokens === 0 ? { kind: 'field', given: f.given } : undefined;
    case 'attributes':
      if (f.tokens === 0) return { kind: 'attribute', operator: f.operator, given: f.given };
      return f.last === '=' && !f.hasArrow
        ? { kind: 'value', operator: f.operator, name: f.first }
        : undefined;
    case 'other':
      return undefined;
  }
}

function step(frames: Frame[], lexer: Lexer): void {
  const f = frames.at(-1)!;
  if (lexer.kind === 'mark' && CLOSING.has(lexer.source)) {
    if (frames.length > 1) close(frames);
    else Object.assign(f, fresh(), { last: lexer.source });
    return;
  }
  const { source } = lexer;
  // A statement, or a function, ends where the next begins.
  const ends = f.last === ')' || f.last === '>' || f.last === '}';
  if (f.kind === 'body' && ends && (lexer.kind === 'name' || lexer.kind === 'string' || source === '[')) {
    if (f.hasInputs || f.last === '}') nextStatement(f);
  }
  if (lexer.kind === 'mark' && OPENING.has(source)) {
    frames.push(opened(f, source, frames));
    return;
  }
  if (source === ',' && f.kind !== 'body') {
    endItem(f);
    f.commas++;
    Object.assign(f, fresh());
    return;
  }
  if (source === '=') {
    if (f.kind === 'body') {
      f.names.push(...f.making);
      f.making = f.path;
    } else if (f.kind === 'ports') f.names.push(...f.path.slice(-1));
    f.hasEquals = true;
    f.path = [];
  } else if (source === '=>') f.hasArrow = true;
  else if (lexer.kind === 'name' || lexer.kind === 'string') {
    const word = lexer.kind === 'string' ? stringContent(source) : source;
    if (f.tokens === 0) f.first = word;
    // Behind '=' the parts of an operator's type; before it the outputs; among ports the name is the last word.
    if (f.kind === 'body' && f.hasEquals && f.last !== '=' && f.last !== '.' && f.last !== ':') {
      // What stood before was never finished: a new statement begins.
      nextStatement(f);
    }
    if (f.last !== ':') f.path.push(word);
  }
  f.tokens++;
  f.last = lexer.kind === 'mark' ? source : 'word';
}

/** What a bracket opens, by what stands before it. */
function opened(f: Frame, source: string, frames: Frame[]): Frame {
  const isOperator = f.kind === 'body' && f.hasEquals && !f.hasArrow && f.path.length > 0;
  const operator = { domain: f.path.slice(0, -1).join('.'), type: f.path.at(-1) ?? '' };
  if (source === '(') {
    if (isOperator && !f.hasInputs) return frame('inputs', operator, []);
    if (f.kind === 'body' || f.kind === 'attributes')
      return frame(f.hasArrow ? 'outputs' : 'ports', NOBODY, []);
  } else if (source === '<') {
    if (isOperator) return frame('attributes', operator, []);
    if (f.hasArrow) return frame('ports', NOBODY, []);
    // A function's attributes stand behind its name; a head stands where nothing is before it.
    if (f.kind === 'body' && (f.tokens === 0 || f.last === '}' || f.last === '>'))
      return frame(frames.length === 1 ? 'fields' : 'other', NOBODY, []);
  } else if (source === '{' && (f.kind === 'body' || f.hasArrow)) {
    // Its inputs and stored tensors were noted where they stood.
    const own = f.names.splice(f.names.length - f.waiting);
    f.waiting = 0;
    return frame('body', NOBODY, own);
  }
  return frame('other', NOBODY, []);
}

function nextStatement(f: Frame): void {
  f.names.push(...f.making);
  Object.assign(f, fresh(), { making: [] });
}

function close(frames: Frame[]): void {
  const inner = frames.pop()!;
  const f = frames.at(-1)!;
  endItem(inner);
  if (inner.kind === 'ports') {
    f.names.push(...inner.names);
    f.waiting += inner.names.length;
  }
  if (inner.kind === 'inputs') f.hasInputs = true;
  // A graph or a function ends.
  if (inner.kind === 'body' && f.kind === 'body' && !f.hasEquals) Object.assign(f, fresh());
  f.tokens++;
  f.last = CLOSES[inner.kind] ?? ')';
}

/** What is known of an item behind which a comma or the bracket's end stands. */
function endItem(f: Frame): void {
  if (f.first !== '') f.given.push(f.first);
  const name = f.path.at(-1);
  if (f.kind === 'ports' && name !== undefined && !(f.path.length === 1 && beginsType(name)))
    f.names.push(name);
}

const CLOSES: Partial<Record<Frame['kind'], string>> = {
  body: '}',
  inputs: ')',
  ports: ')',
  outputs: ')',
  attributes: '>',
  fields: '>',
};
const OPENING: ReadonlySet<string> = new Set(['(', '<', '[', '{']);
const CLOSING: ReadonlySet<string> = new Set([')', '>', ']', '}']);

/** Goes back over `com.microsoft.` before a word. */
function domainStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\w.]/.test(text[start - 1]!)) start--;
  return start;
}

function isComment(text: string, from: number, to: number): boolean {
  const line = text.lastIndexOf('\n', to - 1);
  const hash = text.indexOf('#', Math.max(from, line + 1));
  return hash >= 0 && hash < to;
}
