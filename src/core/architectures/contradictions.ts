/**
 * What a config says that cannot be, whatever its family reads: values of another type than the class's own, negative
 * sizes, lists of one kind with different lengths, heads that do not divide the width. Each is told at its key, with what
 * the modelling library would do.
 */
import { ConfigReader } from './configReader';
import { defaultsOf } from './defaults';
import { reportLibraryChecks } from './libraryChecks';
import type { Problem } from '../model/problem';

/** Keys that name a size or a count: no fraction, nothing below 0. */
const SIZE =
  /(^|_)(sizes?|dims?|layers?|heads|channels|experts|width|depth|rank|num|n|d|ffn|embd|embed|inner|groups|kernel|positions)(_|$)/;
/** Keys among these that may be negative or broken: ids, places counted from the end, ratios, thresholds. */
const FREE =
  /_ids?$|multiplier|index|token|select|feature_layer|eps|ratio|factor|prob|drop|rate|scale|std|theta|temperature|penalty|coef|weight|loss|chunk|max_length|min_length|beam|return|threshold|norm_topk|seed|stride|offset/;
/** No model has one of these at 0. */
const NEVER_ZERO =
  /^(hidden_size|d_model|n_embd|emb_dim|num_attention_heads|num_heads|n_heads?|num_key_value_heads|head_dim|vocab_size|patch_size)$/;
/** Lists with an entry for each stage of one network. */
const STAGES = ['depths', 'hidden_sizes', 'embed_dims', 'num_heads', 'num_attention_heads', 'num_blocks'];
const WIDTHS = ['hidden_size', 'd_model', 'n_embd', 'emb_dim', 'embed_dim', 'dim'];
const HEADS = [
  'num_attention_heads',
  'n_heads',
  'n_head',
  'num_heads',
  'encoder_attention_heads',
  'decoder_attention_heads',
];
const OWN_HEAD_WIDTH =
  /^(head_dim|d_kv|d_head|kv_channels|attention_head_dim|attention_head_size|dim_head|v_head_dim|qk_head_dim|qk_nope_head_dim|key_dim|inner_dim|true_hidden_size|projection_dim)$/;
/** Types whose lists differ in length by rule: a stem before the stages, a width under another key. */
const OTHERWISE = new Set(['textnet', 'bloom']);
const MAX_DEPTH = 3;

/** Reports into the reader's problems; what a family has reported already is not said twice. */
export function reportContradictions(c: ConfigReader, depth = 0): void {
  if (depth === 0 && c.values['architectures'] !== undefined && c.values['architectures'] !== null)
    if (!Array.isArray(c.values['architectures']))
      say(
        c,
        'config.not-a-list',
        'architectures',
        'is no list of class names; the modelling library passes over it, and its usual class is taken',
      );
  const defaults = defaultsOf(c.modelType);
  for (const key in c.values) {
    const value = c.values[key];
    const standard = defaults.keys[key];
    const nested = defaults.nested?.[key];
    if (isObject(value)) {
      if (depth < MAX_DEPTH && (nested !== undefined || key.endsWith('_config')))
        reportContradictions(inside(c, key, value, nested), depth + 1);
    } else if (isPart(key, nested, defaults.keys) && value !== null && value !== undefined)
      say(
        c,
        'config.not-an-object',
        key,
        `is ${said(value)}, not an object; the modelling library would fail. Computed with its class's defaults`,
      );
    else checkValue(c, key, value, standard);
  }
  reportLibraryChecks(c, depth === 0, (code, key, rest) => say(c, code, key, rest));
  if (OTHERWISE.has(c.modelType)) return;
  checkStages(c);
  checkHeads(c);
}

/** A key that holds a nested config, by what the class knows of it. */
function isPart(key: string, nested: string | undefined, keys: Readonly<Record<string, unknown>>): boolean {
  return nested !== undefined || (/_config$/.test(key) && key in keys && keys[key] === null);
}

function inside(
  c: ConfigReader,
  key: string,
  value: Readonly<Record<string, unknown>>,
  modelType: string | undefined,
): ConfigReader {
  return new ConfigReader(value, c.problems, `${c.path}${key}.`, modelType);
}

/** One value against the type of the class's default, or against what its name says. */
function checkValue(c: ConfigReader, key: string, value: unknown, standard: unknown): void {
  if (value === null || value === undefined) return;
  const instead = ` Computed with ${said(standard)}`;
  if (typeof standard === 'boolean' && typeof value !== 'boolean' && value !== 0 && value !== 1)
    say(
      c,
      'config.not-a-switch',
      key,
      `is ${said(value)}, not true or false; the modelling library would refuse it.${instead}`,
    );
  if (typeof standard === 'string' && standard !== 'auto' && typeof value !== 'string')
    say(c, 'config.not-a-text', key, `is ${said(value)}, not a text; the modelling library would refuse it`);
  if (!SIZE.test(key) || FREE.test(key)) return;
  if (value === 0 && NEVER_ZERO.test(key) && standard !== 0 && standard !== undefined)
    say(c, 'config.zero', key, 'is 0; the modelling library would fail');
  if (typeof standard === 'number' && Number.isInteger(standard) && standard >= 0) checkSize(c, key, value);
  const numbers = !Array.isArray(standard) || standard.every((v) => Number.isInteger(v));
  if (Array.isArray(value) && numbers && value.some((v) => typeof v === 'number'))
    for (const [i, v] of value.slice(0, 1000).entries())
      if (typeof v !== 'number' || !Number.isInteger(v) || v < 0) {
        if (Array.isArray(v)) continue;
        say(
          c,
          'config.not-a-size',
          key,
          `holds ${said(v)} at place ${i}, not a size; the modelling library would fail`,
        );
        return;
      }
}

function checkSize(c: ConfigReader, key: string, value: unknown): void {
  if (Array.isArray(value)) return;
  if (typeof value !== 'number' || value < 0)
    say(c, 'config.not-a-size', key, `is ${said(value)}, not a size; the modelling library would fail`);
  else if (!Number.isInteger(value))
    say(
      c,
      'config.not-a-whole-number',
      key,
      `is ${said(value)}, not a whole number; the modelling library would refuse it`,
    );
}

/** Lists that hold an entry for each stage must be equally long. */
function checkStages(c: ConfigReader): void {
  const lists = STAGES.flatMap((key) => {
    const list = c.list(key);
    return list && list.every((v) => typeof v === 'number') ? [{ key, length: list.length }] : [];
  });
  const most = Math.max(0, ...lists.map((l) => l.length));
  for (const { key, length } of lists) {
    const longer = lists.find((l) => l.length === most)!;
    if (length < most && c.values[key] !== undefined)
      say(
        c,
        'config.list-length',
        key,
        `has ${length} entries where \`${longer.key}\` has ${most}; the modelling library would fail`,
      );
  }
}

/** Heads that do not divide the width, where the class has no width of a head of its own. */
function checkHeads(c: ConfigReader): void {
  const known = Object.keys(defaultsOf(c.modelType).keys);
  if (
    known.length === 0 ||
    known.some((k) => OWN_HEAD_WIDTH.test(k)) ||
    Object.keys(c.values).some((k) => OWN_HEAD_WIDTH.test(k))
  )
    return;
  const width = WIDTHS.find((k) => typeof c.raw(k) === 'number');
  if (width === undefined) return;
  const size = c.raw(width) as number;
  for (const key of HEADS) {
    const heads = c.raw(key);
    if (typeof heads !== 'number' || heads <= 0 || !(size > 0) || size % heads === 0) continue;
    if (!Number.isInteger(size) || !Number.isInteger(heads)) continue;
    if (![key, width].some((k) => Object.hasOwn(c.values, c.keyInFile(k)))) continue;
    const text = `\`${c.keyInFile(width)}\` ${size} is not a multiple of \`${c.keyInFile(key)}\` ${heads}; the modelling library refuses it or rounds the head width down to ${Math.floor(size / heads)}.`;
    if (!isTold(c, 'config.heads-do-not-divide', key))
      c.report('warning', 'config.heads-do-not-divide', [key, width], text);
    return;
  }
}

function say(c: ConfigReader, code: string, key: string, rest: string): void {
  if (!isTold(c, code, key)) c.report('error', code, key, `\`${key}\` ${rest}.`);
}

/** True when a family has reported something at this key already. */
function isTold(c: ConfigReader, code: string, key: string): boolean {
  const path = c.path + key;
  const at = (p: Problem) => p.origin?.kind === 'keys' && p.origin.keys.includes(path);
  return c.problems.some((p) => at(p) && (p.severity === 'error' || p.code === code));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`;
  return (JSON.stringify(value) ?? String(value)).slice(0, 40);
}
