/** Configs that others write, under the modelling library's names, so that one family builds them all. */
import type { Format } from '../model/model';
import type { Problem } from '../model/problem';
import { readGenaiConfig } from '../readers/companions/genaiConfig';
import { configOfParams } from '../readers/params/readParams';

/** A config in the library's names, with what it came from. */
export interface Translated {
  readonly config: Readonly<Record<string, unknown>>;
  readonly format: Format;
  /** What the file leaves open and was taken to be so, one sentence each. */
  readonly assumptions: readonly string[];
  /** Where the file has what stands under a name of the library: `hidden_size` -> `dim`. */
  readonly names: Readonly<Record<string, string>>;
  /** True when sizes that count are not in the file. */
  readonly estimated: boolean;
}

/** The translation of a `params.json` or a `genai_config.json`; undefined for a config in the library's own names. */
export function translate(values: Readonly<Record<string, unknown>>): Translated | undefined {
  const params = configOfParams(values);
  if (params) return { ...params, format: 'params', estimated: params.assumptions.length > 0 };
  const genai = readGenaiConfig(values);
  if (genai) return { ...genai, format: 'genai', estimated: true };
  return undefined;
}

/** A problem with the file's own names of the keys, in its sentence and its place. */
export function inFileNames(problem: Problem, { names }: Translated): Problem {
  const { origin } = problem;
  const own = (key: string) => (Object.hasOwn(names, key) ? names[key]! : key);
  const last = (key: string) => own(key).split('.').at(-1)!;
  return {
    ...problem,
    message: problem.message.replace(/`(\w+)`/g, (text, key: string) =>
      Object.hasOwn(names, key) && key !== 'model_type' ? `\`${last(key)}\`` : text,
    ),
    ...(origin?.kind === 'keys' ? { origin: { kind: 'keys', keys: origin.keys.map(own) } } : {}),
  };
}
