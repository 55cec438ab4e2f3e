// `npx tsx test/support/makeUnverified.ts`: writes src/core/architectures/unverifiedKeys.json, the keys of each model type whose
// change some family does not follow as the modelling library does (test/oracle/varied_configs.py). A config that sets
// one of them to another value than the default is marked estimated.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, gunzipSync } from 'node:zlib';
import { buildModel } from '../../src/core/architectures/buildModel';
import { parametersOf } from '../core/architectures/compare';
import { expandWeights } from '../../src/core/views/weights';

type Config = Readonly<Record<string, unknown>>;
interface Recorded {
  readonly class: string;
  readonly config: Config;
  readonly variations: readonly (readonly [
    key: string,
    value: unknown,
    parameters: number,
    digest: string,
  ])[];
}

const root = path.resolve(__dirname, '../..');
function load<T>(name: string): Record<string, T> {
  const file = path.join(root, `test/fixtures/architectures/${name}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, T>;
}
const table = load<Recorded>('variations');
const otherVariations = load<readonly { change: string; config: Config; crc: number }[]>('other-variations');

const at = (config: Config, key: string): unknown =>
  key.split('.').reduce<unknown>((here, part) => (here as Config | undefined)?.[part], config);

function changed(config: Config, key: string, value: unknown): Config {
  const [first, ...rest] = key.split('.') as [string, ...string[]];
  return {
    ...config,
    [first]: rest.length > 0 ? changed((config[first] ?? {}) as Config, rest.join('.'), value) : value,
  };
}

/** Here the published checkpoints win over the library, which ties T5's head whatever the config says. */
function isCheckpointsOwn(type: string, key: string): boolean {
  return key === 'tie_word_embeddings' && ['t5', 'mt5', 'umt5', 'switch_transformers'].includes(type);
}

const written = path.join(root, 'src/core/architectures/unverifiedKeys.json');
// Keys that no variation tests stay as they are: they were found by hand.
const before = JSON.parse(readFileSync(written, 'utf8')) as Record<string, Record<string, unknown>>;
const out: Record<string, Record<string, unknown>> = {};
const tested = new Set([
  ...Object.entries(table).flatMap(([name, { variations }]) =>
    variations.map(([key]) => `${name.slice(name.indexOf('/') + 1)} ${key}`),
  ),
  ...Object.entries(otherVariations).flatMap(([type, rows]) => rows.map((r) => `${type} ${r.change}`)),
]);
for (const type in before)
  for (const key in before[type])
    if (!tested.has(`${type} ${key}`)) (out[type] ??= {})[key] = before[type]![key];
for (const [name, recorded] of Object.entries(table)) {
  const type = name.slice(name.indexOf('/') + 1);
  for (const [key, value, , digest] of recorded.variations) {
    if (isCheckpointsOwn(type, key)) continue;
    const model = buildModel({
      ...changed(recorded.config, key, value),
      model_type: type,
      architectures: [recorded.class],
    });
    const lines = expandWeights(model)
      .filter((w) => w.role === 'parameter')
      .map((w) => `${w.name} ${JSON.stringify(w.shape)}`)
      .sort();
    const ours = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
    if (ours !== digest) (out[type] ??= {})[key] = at(recorded.config, key) ?? null;
  }
}
// The same for the other record of changed keys (test/oracle/varied_others.py), whose unchanged config is the one above.
for (const [type, rows] of Object.entries(otherVariations))
  for (const { change, config, crc } of rows) {
    const base = Object.entries(table).find(([name]) => name.slice(name.indexOf('/') + 1) === type)?.[1];
    if (!base || isCheckpointsOwn(type, change)) continue;
    const lines = [...parametersOf(buildModel({ ...config, model_type: type }))].map(([n, s]) => `${n}:${s}`);
    if (crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')) !== crc)
      (out[type] ??= {})[change] ??= at(base.config, change) ?? null;
  }
writeFileSync(written, `${JSON.stringify(out, null, 1)}\n`);
console.log(`${Object.keys(out).length} of ${Object.keys(table).length} types have unverified keys`);
