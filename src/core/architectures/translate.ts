/** Configs that others write, under the modelling library's names, so that one family builds them all. */
import type { Format } from '../model/model';
import { readGenaiConfig } from '../readers/companions/genaiConfig';
import { configOfParams } from '../readers/params/readParams';

/** A config in the library's names, with what it came from. */
export interface Translated {
  readonly config: Readonly<Record<string, unknown>>;
  readonly format: Format;
  /** What the file leaves open and was taken to be so, one sentence each. */
  readonly assumptions: readonly string[];
  /** True when sizes that count are not in the file. */
  readonly estimated: boolean;
}

/** The translation of a `params.json` or a `genai_config.json`; undefined for a config in the library's own names. */
export function translate(values: Readonly<Record<string, unknown>>): Translated | undefined {
  const params = configOfParams(values);
  if (params) return { ...params, format: 'params', estimated: params.assumptions.length > 0 };
  const genai = readGenaiConfig(values);
  if (genai)
    return { config: genai.config, format: 'genai', assumptions: genai.assumptions, estimated: true };
  return undefined;
}
