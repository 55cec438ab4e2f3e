/**
 * `generation_config.json`: how the modelling library generates with a model by itself. What of it changes a figure becomes
 * the default of the scenario, said with its line; the rest is told. Rules: transformers 5.18, `generation/utils.py`
 * (`_prepare_cache_for_generation`, `_expand_inputs_for_generation`) and `cache_utils.py` (`QuantizedLayer`).
 */
import type { Analysis } from '../analysis';
import type { GenerationFacts } from '../model/facts';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import { readJson } from '../readers/config/readJson';
import type { JsonReading } from '../readers/config/readJson';
import { DEFAULT_SCENARIO } from '../scenario/scenario';
import type { Folder } from './folder';
import { textIn } from './folder';
import { lineOf } from './problemPlace';

export const GENERATION_FILE = 'generation_config.json';
/** A `generation_config.json` is a few hundred bytes. */
const MAX_BYTES = 1024 * 1024;
const MOST_BEAMS = 1024;
const MOST_POSITIONS = 2 ** 31;

export type Generation = Pick<JsonReading, 'ranges' | 'lines'> & {
  readonly values: Readonly<Record<string, unknown>>;
};

/** Caches that are allocated at once; `hybrid` the library sets aside, as an older way to say the usual one. */
const STATIC = ['static', 'offloaded_static', 'sliding_window', 'hybrid_chunked'];
/** The library's own groups of 64, by bits. */
const CACHE_PRECISIONS: Readonly<Record<number, string>> = { 2: 'int2', 4: 'int4-g64', 8: 'int8' };

/** The file's values; undefined where there is none. */
export async function readGeneration(folder: Folder): Promise<Generation | undefined> {
  const text = await textIn(folder, GENERATION_FILE, MAX_BYTES);
  const json = text === undefined ? undefined : readJson(text);
  if (typeof json?.root !== 'object' || json.root === null || Array.isArray(json.root)) return undefined;
  const { ranges, lines } = json;
  return { values: json.root as Readonly<Record<string, unknown>>, ranges, lines };
}

/** The analysis with the library's own way to generate as its default, for a model that generates. */
export function withGeneration(analysis: Analysis, generation: Generation): Analysis {
  const { model, rebuild } = analysis;
  const { facts, problems } = factsOf(model, generation);
  if (problems.length === 0) return analysis;
  const withFacts = (m: Model): Model => ({ ...m, facts: { ...m.facts, generation: facts } });
  return {
    ...analysis,
    model: withFacts({ ...model, problems: [...model.problems, ...problems] }),
    ...(rebuild ? { rebuild: (values) => withFacts(rebuild(values)) } : {}),
  };
}

function factsOf(
  { facts: { task } }: Model,
  { values, ranges, lines }: Generation,
): { readonly facts: GenerationFacts; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const say = (key: string, code: string, message: string) => {
    const at = ranges.get(key)?.property.start;
    problems.push({
      severity: 'assumption',
      code: `generation.${code}`,
      message: `${GENERATION_FILE} ${message}`,
      ...(at === undefined ? {} : { elsewhere: { file: GENERATION_FILE, line: lineOf(lines, at) } }),
    });
  };
  let facts: GenerationFacts = {};
  const beams = values['num_beams'];
  if (isCount(beams, MOST_BEAMS) && beams > 1)
    if (task === 'causal') {
      facts = { ...facts, batch: beams };
      say(
        'num_beams',
        'beams',
        `asks for ${beams} beams: the figures are for ${beams} sequences at once, each with its own cache, unless another batch is chosen.`,
      );
    } else
      say(
        'num_beams',
        'beams',
        `asks for ${beams} beams: the decoder then runs ${beams} sequences with a cache each, the encoder one; the figures are for one.`,
      );
  if (values['use_cache'] === false)
    say(
      'use_cache',
      'no-cache',
      'turns the cache off: every step reads the whole input again; the figures are with a cache.',
    );
  const cache = values['cache_implementation'];
  if (typeof cache === 'string') facts = { ...facts, ...cacheFacts(cache, values, task, say) };
  return { facts, problems };
}

type Say = (key: string, code: string, message: string) => void;

function cacheFacts(
  cache: string,
  values: Generation['values'],
  task: Model['facts']['task'],
  say: Say,
): GenerationFacts {
  const key = 'cache_implementation';
  const named = `chooses the cache \`${cache.slice(0, 40)}\``;
  if (cache.startsWith('offloaded'))
    say(
      key,
      'offloaded',
      `${named}: layers wait in the memory of the host; the figures count the cache as if it were all on the device.`,
    );
  if (STATIC.includes(cache) && task === 'causal') {
    const length = staticLength(values);
    if (!length) {
      say(
        key,
        'cache',
        `${named}, allocated at once for the longest output, which it does not tell: the figures are for the context chosen.`,
      );
      return {};
    }
    say(
      key,
      'static',
      `${named}: ${length.positions.toLocaleString('en-US')} positions are allocated at once (${length.rule}); that is the context unless another is chosen.`,
    );
    return { context: length.positions };
  }
  if (cache === 'quantized') {
    const config = values['cache_config'];
    const given = typeof config === 'object' && config !== null ? (config as Record<string, unknown>) : {};
    const bits = given['nbits'] ?? 4;
    const precision = typeof bits === 'number' ? CACHE_PRECISIONS[bits] : undefined;
    if (precision !== undefined) {
      say(
        key,
        'quantized',
        `${named} of ${String(bits)} bits in groups of 64: that is the cache's precision unless another is chosen. The last 128 tokens, which the library keeps unquantised, are counted so too.`,
      );
      return { cache: precision };
    }
  }
  if (!['dynamic', 'offloaded', 'hybrid', ...STATIC].includes(cache))
    say(key, 'cache', `${named}; the figures are those of exact tensors.`);
  return {};
}

/** `max_cache_length = max_length - 1`, or `max_cache_len` where that is more. */
function staticLength(
  values: Generation['values'],
): { readonly positions: number; readonly rule: string } | undefined {
  const { max_length: whole, max_new_tokens: fresh, max_cache_len: least } = values;
  const floor = isCount(least, MOST_POSITIONS) ? least : 0;
  let positions = 0;
  let rule = '';
  // New tokens go before the whole length, as in the library.
  if (isCount(fresh, MOST_POSITIONS)) {
    positions = DEFAULT_SCENARIO.prompt + fresh - 1;
    rule = `a prompt of ${DEFAULT_SCENARIO.prompt.toLocaleString('en-US')} + \`max_new_tokens\` ${fresh} - 1`;
  } else if (isCount(whole, MOST_POSITIONS)) {
    positions = whole - 1;
    rule = `\`max_length\` ${whole} - 1`;
  }
  if (floor > positions) return { positions: floor, rule: `\`max_cache_len\` ${floor}` };
  return positions > 0 ? { positions, rule } : undefined;
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most;
}
