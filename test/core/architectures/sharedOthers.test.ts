/** Every non-causal model type that the modelling library builds: weights equal by name and shape to what it recorded. */
import * as assert from 'node:assert';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as zlib from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { namesOf } from '../../../src/core/model/names';
import { familyOf } from '../../../src/core/architectures/registry';

const FOLDER = path.resolve(__dirname, '../../../../shared/models/architectures');

/** The least number of types of each file that must be exact; the rest is listed as estimated. */
const LEAST: Readonly<Record<string, number>> = {
  'masked-lm': 28,
  seq2seq: 24,
  'image-text-to-text': 62,
  'speech-seq2seq': 10,
  pretraining: 13,
  'other-encoders': 216,
};

interface Recorded {
  readonly class: string;
  readonly parameters: number;
  readonly config: Record<string, unknown>;
  readonly weights: Record<string, number[]>;
}

/** What differs, in one line; '' when every name and shape is equal. */
function difference(type: string, recorded: Recorded): string {
  if (!familyOf(type)) return 'not declared';
  const model = buildModel({ ...recorded.config, model_type: type });
  const ours = new Map<string, string>();
  for (const w of model.weights) {
    if (w.role !== 'parameter') continue;
    for (const name of namesOf(model, w))
      ours.set(name, ours.has(name) ? 'declared twice' : w.shape.join('x'));
  }
  const wrong: string[] = [];
  for (const name in recorded.weights) {
    const want = recorded.weights[name]!.join('x');
    const got = ours.get(name);
    if (got === undefined) wrong.push(`absent ${name} ${want}`);
    else if (got !== want) wrong.push(`${name} ${got} is ${want}`);
    ours.delete(name);
  }
  for (const [name, shape] of ours) wrong.push(`extra ${name} ${shape}`);
  const errors = model.problems.filter((p) => p.severity === 'error').map((p) => p.message);
  const all = [...errors, ...wrong];
  return all.length === 0
    ? ''
    : `${wrong.length} of ${Object.keys(recorded.weights).length}: ${all.slice(0, Number(process.env['SHOW'] ?? 1)).join('; ')}`;
}

describe('architectures that are not causal, against what the modelling library builds', () => {
  if (!fs.existsSync(FOLDER)) {
    it('has no ../shared/models/architectures here: 0 types compared', () => assert.ok(true));
    return;
  }
  for (const [file, least] of Object.entries(LEAST))
    it(`${file}: names and shapes of every parameter`, () => {
      const packed = fs.readFileSync(path.join(FOLDER, `${file}.json.gz`));
      const types = JSON.parse(zlib.gunzipSync(packed).toString()) as Record<string, Recorded>;
      const rest: string[] = [];
      for (const type in types) {
        const wrong = difference(type, types[type]!);
        if (wrong !== '') rest.push(`      estimated: ${type} (${wrong})`);
      }
      const total = Object.keys(types).length;
      console.log(`      ${file}: ${total - rest.length} of ${total} exact`);
      for (const line of rest) console.log(line);
      assert.ok(total - rest.length >= least, `fewer than ${least} of ${total} are exact`);
    });
});
