/** Models of the published figures, each built once: from a committed config or from a committed graph. */
import { readFileSync } from 'node:fs';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import type { Built, ModelName } from './claim';
import { graphOf } from './graphs';

const FILE = 'test/fixtures/published/configs.json';

interface Entry {
  /** Where the sizes are published. */
  readonly source: string;
  readonly config: Readonly<Record<string, unknown>>;
}

let entries: Readonly<Record<string, Entry>> | undefined;
const built = new Map<string, Built>();

export function configEntries(): Readonly<Record<string, Entry>> {
  return (entries ??= JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Entry>);
}

/** A config's model with some keys changed: `{ num_hidden_layers: 36 }`. */
export function variant(name: string, keys: Readonly<Record<string, unknown>> = {}): Built {
  const key = `${name} ${JSON.stringify(keys)}`;
  let known = built.get(key);
  if (!known) {
    const entry = configEntries()[name];
    if (!entry) throw new Error(`no config "${name}" in ${FILE}`);
    const model = buildModel({ ...entry.config, ...keys });
    built.set(key, (known = { model, costs: costModel(model) }));
  }
  return known;
}

export async function builtOf(name: ModelName): Promise<Built> {
  if ('config' in name) return variant(name.config);
  let known = built.get(`graph ${name.graph}`);
  if (!known) {
    const { model, costs } = await graphOf(name.graph);
    built.set(`graph ${name.graph}`, (known = { model, costs }));
  }
  return known;
}
