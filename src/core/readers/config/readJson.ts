import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../../model/problem';
import { hideNonFinite } from './nonFinite';
import type { KeyRange, TextRange } from './readConfig';

/** A JSON text as values, with where each key stands. */
export interface JsonReading {
  /** An object, a list, or a plain value; bare NaN and Infinity as numbers. */
  readonly root: unknown;
  /** By path; entries of lists by their number: `layers.0.type`. */
  readonly ranges: ReadonlyMap<string, KeyRange>;
  /** UTF-16 offset at which each line begins. */
  readonly lines: readonly number[];
  /** What is wrong with the JSON, each with a text range. */
  readonly problems: readonly Problem[];
}

/** A longer text is none of a model. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_DEPTH = 32;
const MAX_PROBLEMS = 20;

/** Reads JSON with comments, trailing commas and Python's bare numbers; undefined when nothing is there. Never throws. */
export function readJson(text: string): JsonReading | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const errors: ParseError[] = [];
  const clean = hideNonFinite(text);
  const node = treeOf(clean.text, errors);
  if (!node) return undefined;
  const ranges = new Map<string, KeyRange>();
  const found: Found = { nonFinite: clean.values, repeated: [] };
  const root = valueOf(node, '', ranges, found, 0);
  const problems = [...errors.slice(0, MAX_PROBLEMS).map((e) => syntaxProblem(e)), ...found.repeated];
  return { root, ranges, lines: lineStarts(text), problems };
}

/** The tree of a text; undefined where there is none, or it is nested deeper than anything can follow. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function syntaxProblem(error: ParseError): Problem {
  const words = printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return {
    severity: 'error',
    code: 'config.syntax',
    message: `The JSON is broken here (${words}); figures follow from the rest.`,
    origin: { kind: 'text', start: error.offset, end: error.offset + error.length },
  };
}

/** What is found on the way through the tree. */
interface Found {
  /** Bare NaN and Infinity, by offset. */
  readonly nonFinite: ReadonlyMap<number, number>;
  readonly repeated: Problem[];
}

function repeatedProblem(key: Node): Problem {
  return {
    severity: 'warning',
    code: 'config.repeated-key',
    message: `\`${String(key.value).slice(0, 80)}\` stands here again: the modelling library takes the last one, and so do the figures.`,
    origin: { kind: 'text', start: key.offset, end: key.offset + key.length },
  };
}

function objectOf(
  node: Node,
  path: string,
  ranges: Map<string, KeyRange>,
  found: Found,
  depth: number,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value || typeof key.value !== 'string') continue;
    const at = path === '' ? key.value : `${path}.${key.value}`;
    if (Object.hasOwn(out, key.value) && found.repeated.length < MAX_PROBLEMS)
      found.repeated.push(repeatedProblem(key));
    ranges.set(at, { key: rangeOf(key), value: rangeOf(value), property: rangeOf(property) });
    const read = valueOf(value, at, ranges, found, depth + 1);
    if (key.value !== '__proto__') out[key.value] = read;
    else
      Object.defineProperty(out, key.value, {
        value: read,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return out;
}

function valueOf(
  node: Node,
  path: string,
  ranges: Map<string, KeyRange>,
  found: Found,
  depth: number,
): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === 'object') return objectOf(node, path, ranges, found, depth);
  if (node.type === 'array')
    return (node.children ?? []).map((n, i) =>
      valueOf(n, path === '' ? String(i) : `${path}.${i}`, ranges, found, depth + 1),
    );
  return found.nonFinite.get(node.offset) ?? node.value;
}

function rangeOf(node: Node): TextRange {
  return { start: node.offset, end: node.offset + node.length };
}
