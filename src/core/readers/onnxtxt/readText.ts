import type { FileHead, Model } from '../../model/model';
import type { Problem } from '../../model/problem';
import { atOnce } from '../../steps';
import { Lexer, stringContent } from '../../text/lexer';
import type { TextPlace } from '../../text/textMap';
import { Assembler } from '../onnx/assemble';
import { normalDomain } from '../onnx/decode';
import type { RawFunction, RawGraph, RawModel, RawNode } from '../onnx/raw';
import { emptyModel } from '../onnx/raw';
import { modelOf } from '../onnx/readOnnx';
import { Graphs } from './graphs';
import type { TextNode } from './nodes';
import { Parser } from './parser';
import { SyntaxProblem, TextProblems } from './problems';
import { sketchHints } from './sketchHints';

/** The model of a text, with where its graphs stand; operators say it in their origins. */
export interface TextModel {
  readonly kind: 'model';
  readonly model: Model;
  /** By graph id. */
  readonly places: ReadonlyMap<number, TextPlace>;
}

/** Longer texts are not read: an editor hands out none over 50 MiB either. */
const MAX_CHARACTERS = 52_428_800;
/** Opset taken for a text that names none: people sketch with today's operators. */
const ASSUMED_OPSET = 21;
/** A name is looked for so far behind the place that names it. */
const NEAR = 20_000;

/**
 * Reads a model in the standard's textual syntax. A statement that is broken is told, with its place, and skipped; the
 * rest is read. Never throws; undefined only when no graph could be found.
 */
export function readText(
  text: string,
  name: string,
):
  | TextModel
  | { readonly kind: 'unreadable'; readonly message: string; readonly problems: readonly Problem[] } {
  const problems = new TextProblems();
  if (text.length > MAX_CHARACTERS)
    return {
      kind: 'unreadable',
      message: 'The text is longer than 50 MiB, which no editor takes.',
      problems: [],
    };
  const p = new Parser(text, problems);
  const graphs = new Graphs(p);
  const { raw, saysOpsets } = parse(p, graphs);
  if (!raw.graph) {
    const list = problems.finish();
    return { kind: 'unreadable', message: list[0]?.message ?? 'The text holds no graph.', problems: list };
  }
  if (!saysOpsets && raw.graph.nodes.some((n) => n.domain === '')) {
    raw.opsets[''] = ASSUMED_OPSET;
    problems.add(
      'assumption',
      'onnxtxt.opset',
      `The text names no opset of the standard operators; ${ASSUMED_OPSET} is taken. Say so with <ir_version: 10, opset_import: ["": ${ASSUMED_OPSET}]> before the graph.`,
      graphs.places.get(raw.graph)!.start,
      graphs.places.get(raw.graph)!.start + Math.max(1, raw.graph.name.length),
    );
  }
  for (const one of graphs.places.keys())
    if ('initializers' in one) sketchHints(one, one === raw.graph, problems);
  const places = new Map<number, TextPlace>();
  const a = new Assembler({
    maxTold: 100,
    originOf: (offset, wanted) => ({ kind: 'text', ...rangeOf(text, offset, wanted) }),
    nodeOrigin: (node: RawNode) => ({
      kind: 'text',
      start: (node as TextNode).offset,
      end: (node as TextNode).end,
    }),
    placed: (one: RawGraph | RawFunction, id) => {
      const place = graphs.places.get(one);
      if (place) places.set(id, place);
    },
  });
  a.graph(raw.graph, 'main', -1);
  for (const f of raw.functions) a.function(f);
  a.finish();
  return { kind: 'model', model: atOnce(modelOf(raw, a, problems.finish(), a.weights, name)), places };
}

/** Head, graph and functions; what could be read of them. */
function parse(p: Parser, graphs: Graphs): { raw: RawModel; saysOpsets: boolean } {
  const raw = emptyModel();
  let saysOpsets = false;
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      p.problems.syntax(error);
      return false;
    }
  };
  if (p.lexer.is('<') && !attempt(() => modelHead(p, raw, () => (saysOpsets = true)))) skipHead(p);
  if (!attempt(() => (raw.graph = graphs.graph()))) return { raw, saysOpsets };
  while (p.lexer.kind !== 'end') {
    const { start } = p.lexer;
    const head = { domain: '', overload: '', opsets: {} as Record<string, number> };
    const read = attempt(() => {
      if (p.lexer.is('<')) functionHead(p, head);
      raw.functions.push(graphs.function(head));
    });
    if (!read && !toNextFunction(p, start)) break;
  }
  return { raw, saysOpsets };
}

/** Fields of the head by the words of the standard. */
function modelHead(p: Parser, raw: RawModel, saysOpsets: () => void): void {
  p.take('<');
  p.list('>', () => {
    const { start, end } = p.lexer;
    const key = p.word('A field of the head');
    p.expect(':', `after ${key}`);
    switch (key) {
      case 'ir_version':
        raw.irVersion = p.whole('ir_version');
        break;
      case 'model_version':
        raw.modelVersion = p.whole('model_version');
        break;
      case 'producer_name':
        raw.producer = p.string();
        break;
      case 'producer_version':
        raw.producerVersion = p.string();
        break;
      case 'domain':
        raw.domain = p.string();
        break;
      case 'doc_string':
        raw.doc = p.string();
        break;
      case 'opset_import':
        saysOpsets();
        opsets(p, raw.opsets);
        break;
      case 'metadata_props':
        pairs(p, (k) => (raw.metadata[k] = p.string()));
        break;
      default:
        unknownField(p, key, HEAD, start, end);
    }
  });
}

const HEAD: readonly (keyof FileHead | string)[] = [
  'ir_version',
  'opset_import',
  'producer_name',
  'producer_version',
  'domain',
  'model_version',
  'doc_string',
  'metadata_props',
];

function functionHead(
  p: Parser,
  head: { domain: string; overload: string; opsets: Record<string, number> },
): void {
  p.take('<');
  p.list('>', () => {
    const { start, end } = p.lexer;
    const key = p.word('A field of the head');
    p.expect(':', `after ${key}`);
    if (key === 'domain') head.domain = normalDomain(p.string());
    else if (key === 'overload') head.overload = p.string();
    else if (key === 'doc_string') p.string();
    else if (key === 'opset_import') opsets(p, head.opsets);
    else unknownField(p, key, ['opset_import', 'domain', 'overload', 'doc_string'], start, end);
  });
}

function unknownField(p: Parser, key: string, known: readonly string[], start: number, end: number): never {
  throw new SyntaxProblem(
    `'${key}' is no field of a head: they are ${known.join(', ')}.`,
    start,
    Math.max(end, p.lastEnd),
  );
}

function opsets(p: Parser, into: Record<string, number>): void {
  pairs(p, (domain) => (into[normalDomain(domain)] = p.whole('The version of an opset')));
}

function pairs(p: Parser, value: (key: string) => void): void {
  p.expect('[', 'before the list');
  p.list(']', () => {
    const key = p.string();
    p.expect(':', 'after the key');
    value(key);
  });
}

/** After a broken head: goes behind its `>`. */
function skipHead(p: Parser): void {
  for (; p.lexer.kind !== 'end'; p.lexer.next()) if (p.take('>')) return;
}

/** After a broken function: goes to the next line that begins with `<`, when there is one. */
function toNextFunction(p: Parser, from: number): boolean {
  const at = p.text.indexOf('\n<', Math.max(from, p.lexer.start));
  if (at < 0) return false;
  p.lexer.rewind(at + 1);
  return p.lexer.is('<');
}

/** The range of a name at or behind an offset, else of what stands there. */
function rangeOf(text: string, offset: number, name: string | undefined): { start: number; end: number } {
  const lexer = new Lexer(text, offset, Math.min(text.length, offset + NEAR));
  const first = { start: lexer.start, end: lexer.end };
  if (name === undefined) return first;
  for (; lexer.kind !== 'end'; lexer.next()) {
    const { kind, source } = lexer;
    const found = kind === 'name' ? source : kind === 'string' ? stringContent(source) : undefined;
    if (found === name) return { start: lexer.start, end: lexer.end };
  }
  return first;
}
