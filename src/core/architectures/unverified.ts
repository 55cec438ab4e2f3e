import layouts from './layout/unverifiedKeys.json';
import table from './unverifiedKeys.json';

/** By model type: keys whose change the family does not follow as the modelling library does, with their defaults. */
const KEYS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = merged(layouts, table);

type Table = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function merged(a: Table, b: Table): Table {
  const out: Record<string, Readonly<Record<string, unknown>>> = { ...a };
  for (const type in b) out[type] = { ...out[type], ...b[type] };
  return out;
}

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
