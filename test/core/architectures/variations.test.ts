/** One key changed at a time: what the modelling library builds then (test/oracle/varied_configs.py), type by type. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { expandWeights } from '../../../src/core/views/weights';

/** [path of the key, its value, sum of distinct parameters, digest of the sorted `name shape` lines]. */
type Variation = readonly [key: string, value: unknown, parameters: number, digest: string];

interface Recorded {
  readonly class: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly variations: readonly Variation[];
}

const file = path.resolve(__dirname, '../../fixtures/architectures/variations.json.gz');
const table = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, Recorded>;

function changed(
  config: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): Record<string, unknown> {
  const [first, ...rest] = key.split('.') as [string, ...string[]];
  const inner = (config[first] ?? {}) as Record<string, unknown>;
  return { ...config, [first]: rest.length > 0 ? changed(inner, rest.join('.'), value) : value };
}

/** Here the published checkpoints win over the library, which ties T5's head whatever the config says. */
function isCheckpointsOwn(type: string, key: string): boolean {
  return key === 'tie_word_embeddings' && ['t5', 'mt5', 'umt5', 'switch_transformers'].includes(type);
}

function digestOf(model: ReturnType<typeof buildModel>): string {
  const lines = expandWeights(model)
    .filter((w) => w.role === 'parameter')
    .map((w) => `${w.name} ${JSON.stringify(w.shape)}`)
    .sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

describe('families under changed keys', () => {
  let exact = 0;
  let told = 0;
  for (const [name, recorded] of Object.entries(table)) {
    it(`${name}: exact, or said to be estimated`, () => {
      const type = name.slice(name.indexOf('/') + 1);
      for (const [key, value, , digest] of recorded.variations) {
        if (isCheckpointsOwn(type, key)) continue;
        const config = {
          ...changed(recorded.config, key, value),
          model_type: type,
          architectures: [recorded.class],
        };
        const model = buildModel(config);
        if (digestOf(model) === digest) exact++;
        else {
          assert.equal(
            model.certainty,
            'estimated',
            `${key} = ${JSON.stringify(value)} is wrong and claims to be exact`,
          );
          told++;
        }
      }
    });
  }
  after(() => {
    console.log(`      ${exact} variations exact by name and shape, ${told} wrong and marked estimated`);
  });
});
