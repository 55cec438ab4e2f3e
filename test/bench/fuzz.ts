// `node --import tsx test/bench/fuzz.ts [INPUTS] [SEED]`: reads so many mutated ONNX files; prints the figures, fails at a crash.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fuzz } from '../support/mutations';
import { smallModels } from '../support/onnxBuilder';

const samples = path.resolve(__dirname, '../../media/samples');
const files = readdirSync(samples).filter((f) => f.endsWith('.onnx'));
/** Whole small models that use every part of the format, and the first bytes of the samples. */
const forms = path.resolve(__dirname, '../fixtures/onnx');
const seeds = [
  ...smallModels(),
  ...['forms.onnx', 'forms.json'].map((f) => readFileSync(path.join(forms, f))),
  ...files.map((f) => readFileSync(path.join(samples, f)).subarray(0, 3_000)),
];
const inputs = Number(process.argv[2] ?? 1_000_000);
const started = performance.now();
fuzz(seeds, inputs, Number(process.argv[3] ?? 1)).then(
  (result) =>
    console.log(JSON.stringify({ ...result, seconds: Math.round((performance.now() - started) / 1000) })),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
