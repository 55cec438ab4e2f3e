import type { Dimension } from '../../model/expression';
import { symbol } from '../../model/expression';
import type { Shape, ValueType } from '../../model/value';
import { stringContent } from '../../text/lexer';
import { beginsType, dtypeOfWord } from '../../text/words';
import type { Parser } from './parser';

/** More dimensions than any tensor has. */
const MAX_RANK = 64;
const MAX_TYPE_DEPTH = 8;

/** True when a type begins here. */
export function atType(p: Parser): boolean {
  return p.lexer.kind === 'name' && beginsType(p.lexer.source);
}

/** `float[N, 10]`, `float` (a scalar), `float[]` (any rank), `seq(...)`, `map(key, ...)`, `optional(...)`, ... */
export function parseType(p: Parser, depth = 0): ValueType {
  if (depth > MAX_TYPE_DEPTH) p.fail(`Types are nested deeper than ${MAX_TYPE_DEPTH}.`);
  if (p.lexer.kind !== 'name') p.fail(`A type is missing: there is ${p.found()}.`);
  const word = p.lexer.source;
  const dtype = dtypeOfWord(word);
  if (dtype) {
    p.lexer.next();
    const shape = parseShape(p);
    return { kind: 'tensor', dtype, ...(shape ? { shape } : {}) };
  }
  if (!beginsType(word)) p.fail(`'${word}' is no type.`);
  p.lexer.next();
  p.expect('(', `after ${word}`);
  const type = container(p, word, depth);
  p.expect(')', `at the end of ${word}`);
  return type;
}

function container(p: Parser, word: string, depth: number): ValueType {
  if (word === 'opaque') {
    while (p.lexer.kind === 'name' || p.lexer.is('.') || p.lexer.is(',')) p.lexer.next();
    return { kind: 'opaque' };
  }
  if (word === 'sparse_tensor') {
    const { dtype, shape, kind } = parseType(p, depth + 1);
    if (kind !== 'tensor') p.fail('sparse_tensor holds a tensor type.');
    return { kind: 'sparse', dtype, ...(shape ? { shape } : {}) };
  }
  if (word !== 'map')
    return { kind: word === 'seq' ? 'sequence' : 'optional', element: parseType(p, depth + 1) };
  const key = dtypeOfWord(p.lexer.source);
  if (!key) p.fail(`The key of a map must be an element type: there is ${p.found()}.`);
  p.lexer.next();
  p.expect(',', 'between the key and the value of a map');
  return { kind: 'map', key, element: parseType(p, depth + 1) };
}

/** Dimensions in brackets; [] without brackets; undefined for empty brackets. */
function parseShape(p: Parser): Shape | undefined {
  if (!p.take('[')) return [];
  if (p.take(']')) return undefined;
  const dims: (Dimension | undefined)[] = [];
  do {
    if (dims.length >= MAX_RANK) p.fail(`A tensor has at most ${MAX_RANK} dimensions.`);
    dims.push(parseDimension(p));
  } while (p.take(','));
  p.expect(']', 'after the dimensions');
  return dims;
}

function parseDimension(p: Parser): Dimension | undefined {
  const { lexer } = p;
  if (p.take('?')) return undefined;
  const { kind, source } = lexer;
  if (kind === 'name' || kind === 'string') {
    if (lexer.unfinished) p.fail('This text in quotes has no closing quote.');
    lexer.next();
    const name = kind === 'string' ? stringContent(source) : source;
    return name === '' ? undefined : symbol(name);
  }
  const size = p.whole('A dimension');
  if (size < 0 || !Number.isSafeInteger(size)) p.fail(`${size} is no size of a dimension.`);
  return size;
}
