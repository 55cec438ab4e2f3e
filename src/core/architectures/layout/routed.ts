import type { ConfigReader } from '../configReader';
import { CHOSEN_KEYS, COUNT_KEYS } from '../parts/mixture';
import { childConfig } from './childConfig';

/** Experts that a token meets where the class fixes it instead of a key: by their papers top-1 and top-2. */
const FIXED: Readonly<Record<string, number>> = { switch_transformers: 1, 'nllb-moe': 2 };

/** [experts a token meets, experts held] for a tensor that belongs to routed experts, by its full name. */
export function routedOf(c: ConfigReader, name: string): readonly [used: number, of: number] | undefined {
  if (!/(^|\.)experts(\.|$)/.test(name) || /shared_expert/.test(name)) return undefined;
  const reader = readerOfExperts(c);
  if (!reader) return undefined;
  const count = reader.first(COUNT_KEYS, 0);
  // Experts for image tokens only: a token of text meets none of them.
  if (/vision_moe/.test(name)) return count > 0 ? [0, count] : undefined;
  const fixed = FIXED[c.modelType];
  const used = fixed ?? (CHOSEN_KEYS.some((k) => reader.has(k)) ? reader.first(CHOSEN_KEYS, 0) : 0);
  return count > 0 && used > 0 ? [Math.min(used, count), count] : undefined;
}

/** The config, or its nested text config, that counts the experts. */
function readerOfExperts(c: ConfigReader): ConfigReader | undefined {
  const has = (r: ConfigReader) => COUNT_KEYS.some((k) => typeof r.raw(k) === 'number');
  if (has(c)) return c;
  if (!c.has('text_config')) return undefined;
  const text = childConfig(c, 'text_config');
  return has(text) ? text : undefined;
}
