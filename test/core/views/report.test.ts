import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { analyseConfig } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';
import type { Report } from '../../../src/core/views/report';
import { reportMarkdown } from '../../../src/core/views/markdown';
import { describeShared } from '../../support/shared';

const root = path.resolve(__dirname, '../../..');
const schema = JSON.parse(readFileSync(path.join(root, 'docs/report.schema.json'), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

function reportOf(
  file: string,
  ...wanted: Parameters<typeof makeReport> extends [unknown, ...infer R] ? R : never
): Report {
  const analysis = analyseConfig(readFileSync(file, 'utf8'), file);
  assert.ok(analysis, `${file} is a model config`);
  return makeReport(analysis, ...wanted);
}

function assertValid(report: Report): void {
  const plain: unknown = JSON.parse(JSON.stringify(report));
  assert.ok(validate(plain), JSON.stringify(validate.errors?.slice(0, 3)));
}

describe('report', () => {
  const llama = path.join(root, 'media/samples/llama-8b/config.json');

  it('keeps to its schema, long lists included', () => {
    assertValid(reportOf(llama));
    assertValid(reportOf(llama, {}, { shapes: true, operators: true, tensors: true }));
    assertValid(reportOf(llama, { device: 'h100-sxm', tensorParallel: 4 }));
    assertValid(reportOf(path.join(root, 'media/samples/bert-base/config.json')));
    assertValid(reportOf(path.join(root, 'media/samples/gpt2-small/config.json')));
  });

  it('tells the figures of an 8 B Llama that are worked out by hand', () => {
    const r = reportOf(llama);
    // embed and head 2 × 128,256 × 4,096; per layer q and o 2 × 4,096², k and v 2 × 4,096 × 1,024,
    // mlp 3 × 4,096 × 14,336, norms 2 × 4,096; 32 layers; final norm 4,096.
    const perLayer = 2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14336 + 2 * 4096;
    const parameters = 2 * 128256 * 4096 + 32 * perLayer + 4096;
    assert.equal(parameters, 8_030_261_248);
    assert.equal(r.parameters.distinct.value, parameters);
    assert.equal(r.weights['stored']!.value, parameters * 2);
    assert.equal(r.weights['fp32']!.value, parameters * 4);
    // 2 (key, value) × 32 layers × 8 heads × 128 × 2 B.
    assert.equal(r.cache.bytesPerToken.value, 131_072);
    assert.equal(r.cache.bytesAtContext.value, 131_072 * 4096);
    // One token at 4,096: each matrix once, and 2 × 32 layers × 4,096 tokens × 4,096 for scores and values.
    const matrices = 128256 * 4096 + 32 * (perLayer - 2 * 4096);
    // The library makes rotary angles by a product too: each position times 64 inverse frequencies (128 / 2).
    const macs = matrices + 2 * 32 * 4096 * 4096 + 64;
    assert.equal(r.compute.decode.macs.value, macs);
    assert.equal(r.compute.decode.matrixFlops.value, 2 * macs);
    // A prompt of 1,024, all pairs: 1,024² instead.
    assert.equal(r.compute.prefill.macs.value, 1024 * (matrices + 64) + 2 * 32 * 1024 * 1024 * 4096);
    assert.equal(r.parameters.distinct.certainty, 'exact');
    assert.equal(r.compute.decode.macs.certainty, 'exact');
  });

  it('names what an encoder has not, instead of 0', () => {
    const r = reportOf(path.join(root, 'media/samples/bert-base/config.json'));
    assert.equal(r.compute.decode.macs.value, null);
    assert.ok(r.compute.decode.macs.reason);
    // BERT base with its masked-LM head, decoder tied: transformers counts 109,514,298 distinct parameters, which is
    // 30,522 × 768 + 512 × 768 + 2 × 768 + 2 × 768 (norm) + 12 × 7,087,872 + head 768² + 768 + 2 × 768 + bias 30,522.
    const layer = 4 * (768 * 768 + 768) + 2 * 768 * 3072 + 3072 + 768 + 4 * 768;
    const embeddings = (30522 + 512 + 2) * 768 + 2 * 768;
    assert.equal(embeddings + 12 * layer + 768 * 768 + 768 + 2 * 768 + 30522, 109_514_298);
    assert.equal(r.parameters.distinct.value, 109_514_298);
  });

  it('lists every tensor of every layer by the checkpoint’s name', () => {
    const items = reportOf(llama, {}, { tensors: true }).parameters.items!;
    // 9 per layer, embedding, final norm, head.
    assert.equal(items.length, 9 * 32 + 3);
    const last = items.find((i) => i.name === 'model.layers.31.mlp.down_proj.weight');
    assert.deepEqual(last?.shape, [4096, 14336]);
    assert.equal(last?.bytes, 4096 * 14336 * 2);
    assert.equal(new Set(items.map((i) => i.name)).size, items.length);
  });

  it('lists shapes with their symbols, and operators under the scenario', () => {
    const r = reportOf(llama, { phase: 'prefill' }, { shapes: true, operators: true });
    const ids = r.values.items!.find((v) => v.name === 'input_ids');
    assert.deepEqual(ids?.shape, ['batch', 'sequence']);
    const bound = reportOf(llama, { dims: { batch: 2 } }, { shapes: true });
    assert.deepEqual(bound.values.items!.find((v) => v.name === 'input_ids')?.shape, [2, 'sequence']);
    // 1,024 tokens through down_proj, 14,336 to 4,096; in, out and weights at 2 bytes, 32 layers.
    const down = r.operators.items!.find((o) => o.type === 'MatMul' && o.inputs[0]?.[2] === 14336);
    assert.deepEqual(down?.outputs, [[1, 1024, 4096]]);
    assert.equal(down?.macs, 1024 * 14336 * 4096);
    assert.equal(down?.bytes, 2 * (1024 * 14336 + 14336 * 4096 + 1024 * 4096));
    assert.equal(down?.repeat, 32);
  });

  it('is a readable document that no name in the file can mark up', () => {
    const analysis = analyseConfig(
      '{"model_type":"<img src=x onerror=alert(1)>|[a](b)","hidden_size":8,"num_hidden_layers":1,"vocab_size":10,"num_attention_heads":2}',
      'x`y<b>.json',
    );
    assert.ok(analysis);
    const text = reportMarkdown(makeReport(analysis));
    assert.ok(!/[^\\]<img|[^\\]\[a\]\(|[^\\]<b>/.test(text), text.slice(0, 400));
  });

  it('leaves other JSON alone', () => {
    assert.equal(
      analyseConfig('{"name":"web-app","version":"1.0.0","scripts":{}}', 'config.json'),
      undefined,
    );
    assert.equal(analyseConfig('{"compilerOptions":{"strict":true}}', 'config.json'), undefined);
    assert.equal(analyseConfig('[1,2,3]', 'config.json'), undefined);
    assert.equal(analyseConfig('', 'config.json'), undefined);
  });
});

interface Expected {
  readonly name: string;
  readonly model_type: string;
  readonly architecture: string;
  readonly file: string;
  readonly params: number;
  readonly confidence: string;
  readonly kv_bytes_per_token_fp16: number | null;
}

/** The published configs, exact where the count is published exactly or derived from it. */
describeShared('published configs', 'models/configs', (folder) => {
  const rows = (JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected[]).filter(
    (r) => ['published-exact', 'derived'].includes(r.confidence),
  );
  it('are all there', () => assert.ok(rows.length >= 90, `${rows.length} rows`));
  for (const row of rows) {
    const file = path.join(folder, row.file);
    it(`${row.name}: ${row.params} (${row.confidence})`, () => {
      assert.ok(existsSync(file));
      const r = makeReport(configOf(file, row), { cache: 'fp16' });
      assertValid(r);
      assert.equal(r.parameters.distinct.value, row.params);
      assert.equal(r.parameters.distinct.certainty, 'exact');
      if (row.kv_bytes_per_token_fp16 !== null)
        assert.equal(r.cache.bytesPerToken.value, row.kv_bytes_per_token_fp16);
    });
  }
});

/** The config; the class that was counted is put in where the file names none. */
function configOf(file: string, row: Expected) {
  const text = readFileSync(file, 'utf8');
  const analysis = /"architectures"|"_class_name"/.test(text)
    ? analyseConfig(text, file)
    : analyseConfig(text.replace('{', `{"architectures": ["${row.architecture}"],`), file);
  assert.ok(analysis, `${file} is a model config`);
  return analysis;
}
