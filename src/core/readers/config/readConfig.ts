import type { Problem } from '../../model/problem';
import { readJson } from './readJson';

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
  /** UTF-16 offset at which each line begins. */
  readonly lines: readonly number[];
  /** What is wrong with the JSON, each with a text range; the values that can be read are there all the same. */
  readonly problems: readonly Problem[];
}

/** Keys of which one names a model config; sought in the text first, so that other JSON costs next to nothing. */
const SURE = /"(?:model_type|architectures|_class_name)"\s*:/;
const SIZES =
  /"(?:hidden_size|n_embd|d_model|num_hidden_layers|n_layers?|num_attention_heads|n_heads?|vocab_size|intermediate_size|hidden_dim|n_kv_heads|num_layers|dim)"\s*:/g;

/** Reads the text of a config; undefined when it is some other JSON (or no JSON) in the world. Never throws. */
export function readConfig(text: string, name: string): ConfigDocument | undefined {
  if (!looksLikeModel(text)) return undefined;
  const json = readJson(text);
  if (typeof json?.root !== 'object' || json.root === null || Array.isArray(json.root)) return undefined;
  const values = json.root as Readonly<Record<string, unknown>>;
  if (!isModelConfig(values)) return undefined;
  return { name, values, ranges: json.ranges, lines: json.lines, problems: json.problems };
}

function looksLikeModel(text: string): boolean {
  if (SURE.test(text)) return true;
  const seen = new Set<string>();
  for (const match of text.matchAll(SIZES)) if (seen.add(match[0]).size >= 3) return true;
  return false;
}

/** A `model_type`, a class of diffusers, named classes, or at least three sizes. */
export function isModelConfig(values: Readonly<Record<string, unknown>>): boolean {
  if (typeof values['model_type'] === 'string') return true;
  const className = values['_class_name'];
  // Schedulers step through noise and hold no weights.
  if (typeof className === 'string' && '_diffusers_version' in values)
    return !className.endsWith('Scheduler');
  const classes = values['architectures'];
  if (Array.isArray(classes) && classes.some((c) => typeof c === 'string')) return true;
  let sizes = 0;
  for (const key in values) if (typeof values[key] === 'number' && `"${key}":`.match(SIZES)) sizes++;
  return sizes >= 3;
}
