import table from './unverifiedKeys.json';

type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** By model type: keys whose change the family does not follow as the modelling library does, with their defaults. */
const KEYS: Table = table;

/**
 * The keys of this config that are set to another value than the one for which the family is known to be exact; empty
 * for nearly all. Recorded by `test/oracle/varied_configs.py`, which changes one key at a time.
 */
export function unverifiedKeysOf(
  modelType: string,
  config: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (!Object.hasOwn(KEYS, modelType)) return [];
  return Object.entries(KEYS[modelType]!).flatMap(([key, standard]) => {
    const value = key
      .split('.')
      .reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], config);
    return value === undefined || value === null || JSON.stringify(value) === JSON.stringify(standard)
      ? []
      : [key];
  });
}
