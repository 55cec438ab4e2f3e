import type { RawAttribute, RawNode } from '../onnx/raw';
import { normalDomain } from '../onnx/decode';
import type { ParseGraph } from './attributes';
import { parseAttributes } from './attributes';
import { Lexer } from '../../text/lexer';
import type { Parser } from './parser';
import { SyntaxProblem } from './problems';

/** A node with where its statement ends. */
export interface TextNode extends RawNode {
  readonly offset: number;
  readonly end: number;
}

/** More statements than this and the rest is left unread. */
const MAX_NODES = 2_000_000;

const NO_METADATA = {};

/** The statements between `{` and `}`; one that cannot be read is told and skipped. */
export function parseNodes(p: Parser, graph: ParseGraph, counted: { nodes: number }): TextNode[] {
  const nodes: TextNode[] = [];
  const { lexer } = p;
  p.expect('{', 'before the operators');
  while (!p.take('}')) {
    if (lexer.kind === 'end') {
      p.problems.add(
        'error',
        'onnxtxt.syntax',
        "The '}' after the operators is missing.",
        lexer.start,
        lexer.end,
      );
      break;
    }
    if (++counted.nodes > MAX_NODES) {
      p.problems.add(
        'error',
        'onnxtxt.too-large',
        'There are too many operators to be read.',
        lexer.start,
        lexer.end,
      );
      lexer.rewind(p.text.length);
      break;
    }
    const { start } = lexer;
    try {
      nodes.push(parseNode(p, graph));
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      p.problems.syntax(error);
      toNextStatement(p, start);
    }
  }
  return nodes;
}

/** `[label] a, b = domain.Type:overload <attributes> (inputs)`, attributes before or behind the inputs. */
function parseNode(p: Parser, graph: ParseGraph): TextNode {
  const { lexer } = p;
  const { start } = lexer;
  let name = '';
  if (p.take('[')) {
    name = p.optionalName()?.name ?? '';
    p.expect(']', "after the operator's name");
  }
  const outputs = names(p, '=');
  if (!p.take('='))
    p.fail(`'=' is missing after ${outputs.length > 0 ? 'the outputs' : 'nothing'}: there is ${p.found()}.`);
  const parts = [p.name("The operator's type").name];
  while (p.take('.')) parts.push(p.name("The operator's type").name);
  const type = parts.pop()!;
  const overload = p.take(':') ? p.name('The overload').name : '';
  let attributes: RawAttribute[] = parseAttributes(p, graph);
  p.expect('(', `before the inputs of ${type}`);
  const inputs = names(p, ')');
  let end = lexer.end;
  p.expect(')', `after the inputs of ${type}`);
  if (lexer.is('<')) {
    if (attributes.length > 0)
      p.fail(`${type} has its attributes before its inputs: they cannot stand behind them too.`);
    attributes = parseAttributes(p, graph);
    end = p.lastEnd;
  }
  const domain = normalDomain(parts.join('.'));
  return {
    type,
    domain,
    name,
    overload,
    inputs,
    outputs,
    attributes,
    metadata: NO_METADATA,
    offset: start,
    end,
  };
}

/** Names with commas up to a mark; an empty one stands for what is left out. */
function names(p: Parser, close: string): string[] {
  const out: string[] = [];
  for (;;) {
    const named = p.optionalName();
    if (!named && !p.lexer.is(',')) break;
    out.push(named?.name ?? '');
    if (!p.take(',')) break;
    // `(,)` is one name left out; a comma behind a name and before the end says nothing.
    if (p.lexer.is(close)) break;
  }
  return out;
}

/** Goes to the next line that looks like a statement, or to what ends the list. */
function toNextStatement(p: Parser, from: number): void {
  const { lexer, text } = p;
  let at = lexer.start;
  if (at > from && isFirstOfLine(text, at) && beginsStatement(text, at)) return;
  for (;;) {
    const line = text.indexOf('\n', at);
    if (line < 0) {
      lexer.rewind(text.length);
      return;
    }
    at = line + 1;
    if (beginsStatement(text, at)) {
      lexer.rewind(at);
      return;
    }
  }
}

function isFirstOfLine(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const c = text[i];
    if (c === '\n') return true;
    if (c !== ' ' && c !== '\t' && c !== '\r') return false;
  }
  return true;
}

/** True for a line that begins with `}`, `[label]`, `name,` or `name = Type`. */
function beginsStatement(text: string, at: number): boolean {
  const line = text.indexOf('\n', at);
  const lexer = new Lexer(text, at, line < 0 ? text.length : line);
  if (lexer.is('}') || lexer.is('[')) return true;
  if (lexer.kind !== 'name' && lexer.kind !== 'string') return false;
  lexer.next();
  if (lexer.is(',')) return true;
  if (!lexer.is('=')) return false;
  lexer.next();
  return lexer.kind === 'name';
}
