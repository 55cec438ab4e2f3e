/** Every causal model type that the modelling library builds: weights equal by name and shape to what it recorded. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { familyOf } from '../../../src/core/architectures/registry';
import { repeatsOf } from '../../../src/core/model/model';
import { readConfig } from '../../../src/core/readers/config/readConfig';
import { differences, parametersOf } from './compare';

const MODELS = resolve(process.cwd(), '../shared/models');
const RECORDED = resolve(MODELS, 'architectures/causal-lm.json.gz');
const CONFIGS = resolve(MODELS, 'configs');

interface Recorded {
  readonly class: string;
  readonly parameters: number;
  readonly config: Record<string, unknown>;
  readonly weights: Record<string, number[]>;
}

interface Expected {
  readonly name: string;
  readonly model_type: string;
  readonly architecture: string;
  readonly file: string;
  readonly params: number;
  readonly active_params: number | null;
  readonly confidence: string;
}

describe('causal architectures, against what the modelling library builds', () => {
  if (!existsSync(RECORDED)) {
    console.log('  no recorded architectures beside the project: 0 causal types compared');
    return;
  }
  const types = JSON.parse(gunzipSync(readFileSync(RECORDED)).toString()) as Record<string, Recorded>;

  it('names and shapes of every parameter of the default config', () => {
    const wrong: string[] = [];
    const missing: string[] = [];
    for (const type in types) {
      const recorded = types[type]!;
      if (!familyOf(type, recorded.class)) {
        missing.push(type);
        continue;
      }
      const model = buildModel({ ...recorded.config, architectures: [recorded.class] });
      const theirs = new Map(
        Object.entries(recorded.weights).map(([name, shape]) => [name, shape.join('x')]),
      );
      const difference = differences(parametersOf(model), theirs);
      if (difference !== '') wrong.push(`${type} ${difference}`);
      const errors = model.problems.filter((p) => p.severity === 'error');
      if (errors.length > 0) wrong.push(`${type}: ${errors[0]!.message}`);
    }
    const total = Object.keys(types).length;
    console.log(`      ${total - missing.length - wrong.length} of ${total} causal types exact`);
    if (missing.length > 0) console.log(`      not declared, so estimated: ${missing.join(' ')}`);
    assert.deepEqual(wrong, []);
    assert.ok(total - missing.length >= LEAST, `fewer than ${LEAST} types are exact`);
  });
});

/** Causal types that are exact; the rest is listed by name. */
const LEAST = 158;

describe('causal configs with published parameter counts', () => {
  if (!existsSync(CONFIGS)) {
    console.log('  no configs beside the project: 0 compared');
    return;
  }
  const rows = JSON.parse(readFileSync(resolve(CONFIGS, 'expected.json'), 'utf8')) as Expected[];
  const causal = rows.filter(
    (r) =>
      /CausalLM|LMHeadModel|ChatGLM/.test(r.architecture) &&
      ['published-exact', 'derived'].includes(r.confidence),
  );

  it('parameters, and active parameters where they are published, are exact', () => {
    const wrong: string[] = [];
    for (const row of causal) {
      const text = readFileSync(resolve(CONFIGS, row.file), 'utf8');
      const config = readConfig(text, row.file);
      if (!config) {
        wrong.push(`${row.name} is not read as a model's config`);
        continue;
      }
      const model = buildModel(config.values, { name: row.name, problems: config.problems });
      let parameters = 0;
      let active = 0;
      for (const w of model.weights) {
        if (w.role !== 'parameter') continue;
        const n = (w.packing?.shape ?? w.shape).reduce((a, d) => a * d, 1) * repeatsOf(model, w.block);
        const [used, of] = w.activeFraction ?? [1, 1];
        parameters += n;
        active += (n * used) / of;
      }
      if (parameters !== row.params) wrong.push(`${row.name}: ${parameters}, published ${row.params}`);
      if (row.active_params !== null && active !== row.active_params)
        wrong.push(`${row.name}: ${active} active, published ${row.active_params}`);
    }
    console.log(`      ${causal.length - wrong.length} of ${causal.length} published causal configs exact`);
    assert.deepEqual(wrong, []);
  });
});
