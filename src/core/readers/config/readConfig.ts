import type { Node, ParseError } from 'jsonc-parser';
import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../../model/problem';
import { hideNonFinite } from './nonFinite';

/** UTF-16 offsets in the text, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a key of the config stands. */
export interface KeyRange {
  readonly key: TextRange;
  readonly value: TextRange;
  /** The key and its value together. */
  readonly property: TextRange;
}

/** A model config as text: its values, and where each key stands. */
export interface ConfigDocument {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** By path: `hidden_size`, `text_config.hidden_size`, `rope_parameters.full_attention.rope_theta`. */
  readonly ranges: ReadonlyMap<string, KeyRange>;
  /** What is wrong with the JSON, each with a text range; the values that can be read are there all the same. */
  readonly problems: readonly Problem[];
}

/** A longer text is no model config. */
const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_DEPTH = 32;
const MAX_PROBLEMS = 20;

/** Keys of which one names a model config; sought in the text first, so that other JSON costs next to nothing. */
const SURE = /"(?:model_type|architectures|_class_name)"\s*:/;
const SIZES =
  /"(?:hidden_size|n_embd|d_model|num_hidden_layers|n_layers?|num_attention_heads|n_heads?|vocab_size|intermediate_size|hidden_dim|n_kv_heads|num_layers|dim)"\s*:/g;

/** Reads the text of a config; undefined when it is some other JSON (or no JSON) in the world. Never throws. */
export function readConfig(text: string, name: string): ConfigDocument | undefined {
  if (text.length > MAX_CHARACTERS || !looksLikeModel(text)) return undefined;
  const errors: ParseError[] = [];
  const clean = hideNonFinite(text);
  const root = parseTree(clean.text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object') return undefined;
  const ranges = new Map<string, KeyRange>();
  const values = objectOf(root, '', ranges, clean.values, 0);
  if (!isModelConfig(values)) return undefined;
  return { name, values, ranges, problems: errors.slice(0, MAX_PROBLEMS).map((e) => syntaxProblem(e)) };
}

function looksLikeModel(text: string): boolean {
  if (SURE.test(text)) return true;
  const seen = new Set<string>();
  for (const match of text.matchAll(SIZES)) if (seen.add(match[0]).size >= 3) return true;
  return false;
}

function isModelConfig(values: Readonly<Record<string, unknown>>): boolean {
  if (typeof values['model_type'] === 'string') return true;
  if (typeof values['_class_name'] === 'string' && '_diffusers_version' in values) return true;
  const classes = values['architectures'];
  if (Array.isArray(classes) && classes.some((c) => typeof c === 'string')) return true;
  let sizes = 0;
  for (const key in values) if (typeof values[key] === 'number' && `"${key}":`.match(SIZES)) sizes++;
  return sizes >= 3;
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

type NonFinite = ReadonlyMap<number, number>;

function objectOf(
  node: Node,
  path: string,
  ranges: Map<string, KeyRange>,
  nonFinite: NonFinite,
  depth: number,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value || typeof key.value !== 'string') continue;
    const at = path === '' ? key.value : `${path}.${key.value}`;
    ranges.set(at, { key: rangeOf(key), value: rangeOf(value), property: rangeOf(property) });
    const read = valueOf(value, at, ranges, nonFinite, depth + 1);
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
  nonFinite: NonFinite,
  depth: number,
): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (node.type === 'object') return objectOf(node, path, ranges, nonFinite, depth);
  if (node.type === 'array')
    return (node.children ?? []).map((n, i) => valueOf(n, `${path}.${i}`, ranges, nonFinite, depth + 1));
  return nonFinite.get(node.offset) ?? node.value;
}

function rangeOf(node: Node): TextRange {
  return { start: node.offset, end: node.offset + node.length };
}
