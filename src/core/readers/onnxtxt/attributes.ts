import { isNumberWord } from '../../text/words';
import type { RawAttribute, RawGraph, RawTensor } from '../onnx/raw';
import type { Parser } from './parser';
import { number, parseTensor } from './tensors';
import { atType, parseType } from './types';

/** AttributeProto.AttributeType by the word that the syntax has for it. */
const TYPES: Readonly<Record<string, number>> = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
  tensors: 9,
  graphs: 10,
  sparse_tensor: 11,
  sparse_tensors: 12,
  type_proto: 13,
  type_protos: 14,
};
const NAMES = Object.keys(TYPES);

/** Longer lists are data; no more is kept. */
const MAX_LIST = 1_000_000;

/** Reads a sub-graph at its name. */
export type ParseGraph = () => RawGraph;

/** `<axis = 1, to: int = 7, body = loop (...) => (...) { ... }>`; empty when there is none here. */
export function parseAttributes(p: Parser, graph: ParseGraph): RawAttribute[] {
  const out: RawAttribute[] = [];
  if (!p.take('<')) return out;
  const seen = new Set<string>();
  p.list('>', () => {
    const { name, start, end } = p.name("An attribute's name");
    if (seen.has(name))
      p.problems.add('warning', 'onnxtxt.attribute', `The attribute '${name}' is given twice.`, start, end);
    seen.add(name);
    out.push(parseAttribute(p, name, graph));
  });
  return out;
}

/** What follows an attribute's name: `: int = 7`, `= [1, 2]`. */
export function parseAttribute(p: Parser, name: string, graph: ParseGraph): RawAttribute {
  let type = 0;
  if (p.take(':')) {
    const word = p.word("The attribute's type");
    if (!Object.hasOwn(TYPES, word))
      p.fail(`'${word}' is no type of an attribute: they are ${NAMES.join(', ')}.`);
    type = TYPES[word]!;
  }
  p.expect('=', `after the attribute '${name}'`);
  if (p.lexer.is('[')) return { ...list(p, name, type, graph), name };
  return { ...single(p, type, graph), name };
}

type Value = Omit<RawAttribute, 'name'>;

function single(p: Parser, type: number, graph: ParseGraph): Value {
  const { lexer } = p;
  if (p.take('@')) return { type, reference: p.name("The function's attribute").name };
  if (lexer.kind === 'string') {
    const { start } = lexer;
    const text = p.string();
    if (!lexer.is('(') || type === 3) return { type: 3, s: text };
    // A quoted name before '(' is a sub-graph's: more than the standard's parser takes.
    lexer.rewind(start);
    return { type: 5, graph: graph() };
  }
  if (lexer.kind === 'name' && !isNumberWord(lexer.source)) {
    if (!atType(p)) return { type: 5, graph: graph() };
    const { start } = lexer;
    const found = parseType(p);
    const named = p.optionalName();
    if (!p.take('=') && !named && !lexer.is('{') && !lexer.is('[')) return { type: 13 };
    return { type: 4, tensor: parseTensor(p, named?.name ?? '', found, start) };
  }
  const whole = lexer.kind === 'number' && /^-?\d+$/.test(lexer.source);
  if (lexer.kind !== 'number' && !lexer.is('-') && lexer.kind !== 'name')
    p.fail(`A value is missing: there is ${p.found()}.`);
  const value = number(p);
  return whole && type !== 1 ? { type: 2, i: value } : { type: 1, f: Math.fround(value) };
}

function list(p: Parser, name: string, type: number, graph: ParseGraph): Value {
  const { start } = p.lexer;
  p.take('[');
  const one = LISTS[type] ?? 0;
  const floats: number[] = [];
  const ints: number[] = [];
  const strings: string[] = [];
  const graphs: RawGraph[] = [];
  const tensors: RawTensor[] = [];
  let last = 0;
  p.list(']', () => {
    const v = single(p, one, graph);
    last = v.type;
    if (floats.length + ints.length + strings.length >= MAX_LIST) return;
    if (v.f !== undefined) floats.push(v.f);
    else if (v.i !== undefined) ints.push(v.i);
    else if (v.s !== undefined) strings.push(v.s);
    else if (v.graph) graphs.push(v.graph);
    else if (v.tensor) tensors.push(v.tensor);
  });
  if (last === 0 && type === 0)
    p.problems.add(
      'warning',
      'onnxtxt.empty-list',
      `An empty list must say its type: '${name}: ints = []'.`,
      start,
      p.lexer.start,
    );
  if (graphs.length > 0) return { type: 10, graphs };
  if (tensors.length > 0) return { type: 9, tensors };
  if (type === 8 || strings.length > 0) return { type: 8, strings };
  // Whole numbers among floats are floats, as a person means them.
  if (type === 6 || floats.length > 0)
    return { type: 6, floats: [...floats, ...(floats.length > 0 ? ints : [])] };
  return { type: 7, ints };
}

/** The type of the items of a list type. */
const LISTS: Readonly<Record<number, number>> = { 6: 1, 7: 2, 8: 3, 9: 4, 10: 5, 11: 11, 14: 13 };
