/** Problems of files that name a model or others: at the line that says it, under the file's own names of the keys. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { lineOf } from '../../../src/core/files/problemPlace';
import { configProblems } from '../../../src/core/views/configProblems';
import { reportMarkdown } from '../../../src/core/views/markdown';
import { makeReport } from '../../../src/core/views/report';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';

type Files = Parameters<typeof folderOf>[0];

/** One key a line, so that a line is as good as a key. */
const text = (value: unknown) => JSON.stringify(value, null, 1);

async function analyse(files: Files, file: string): Promise<Analysis> {
  const analysis = await analyseFile(folderOf(files), file, { name: `models/${file}` });
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  return analysis;
}

/** Problems with a given code: what the editor marks, and what the report says of their place. */
async function told(files: Files, file: string, code: string) {
  const analysis = await analyse(files, file);
  const source = files[file] as string;
  const marks = configProblems(analysis)
    .filter((p) => p.code === code)
    .map((p) => ({ at: source.slice(p.start, p.end), message: p.message, elsewhere: p.elsewhere }));
  const lines = makeReport(analysis).problems.filter((p) => p.code === code);
  return { marks, lines, markdown: reportMarkdown(makeReport(analysis)) };
}

const META = { dim: 4096, multiple_of: 256, n_heads: 32, n_layers: 32, vocab_size: 32000 };

describe('a problem has a line', () => {
  for (const [values, code, at, says, line] of [
    [
      { ...META, n_heads: 30 },
      'config.heads-do-not-divide',
      '"n_heads": 30',
      /^`dim` 4096 is not a multiple of `n_heads` 30/,
      4,
    ],
    [{ ...META, dim: '4096' }, 'config.not-a-whole-number', '"dim": "4096"', /^`dim` is the text "4096"/, 2],
    [{ ...META, n_layers: -3 }, 'config.not-a-size', '"n_layers": -3', /^`n_layers` is -3, not a size/, 5],
    [{ ...META, n_kv_heads: 5 }, 'config.kv-heads-do-not-divide', '"n_kv_heads": 5', /32 attention heads/, 7],
  ] as const)
    it(`params.json: ${at}`, async () => {
      const { marks, lines, markdown } = await told({ 'params.json': text(values) }, 'params.json', code);
      assert.equal(marks.length, 1);
      assert.equal(marks[0]!.at, at);
      assert.match(marks[0]!.message, says);
      assert.deepEqual([lines[0]!.file, lines[0]!.line], ['models/params.json', line]);
      assert.match(markdown, new RegExp(`- (error|warning): models/params\\.json:${line}: `));
    });

  it('genai_config.json: the decoder that is not there, a part that is not counted, a path that leads out', async () => {
    const decoder = { filename: 'model.onnx', head_size: 64, hidden_size: 2048, num_attention_heads: 31 };
    const config = {
      model: {
        type: 'llama',
        vocab_size: 32000,
        decoder: { ...decoder, num_hidden_layers: 2 },
        vision: { filename: '../vision.onnx' },
      },
    };
    const files = { 'genai_config.json': text(config) };
    const absent = await told(files, 'genai_config.json', 'genai.no-file');
    assert.deepEqual(
      absent.marks.map((m) => m.at),
      ['"filename": "model.onnx"'],
    );
    assert.equal(absent.lines[0]!.line, 6);
    const refused = await told(files, 'genai_config.json', 'genai.refused');
    assert.deepEqual(
      refused.marks.map((m) => m.at),
      ['"filename": "../vision.onnx"'],
    );
    const broken = { model: { ...config.model, decoder: { ...config.model.decoder, hidden_size: 'big' } } };
    const size = await told({ 'genai_config.json': text(broken) }, 'genai_config.json', 'config.not-a-size');
    assert.equal(size.marks[0]!.at, '"hidden_size": "big"');
  });

  it('model_index.json: a part that is missing, and what is wrong inside one, with the line of its own file', async () => {
    const clip = {
      model_type: 'clip_text_model',
      architectures: ['CLIPTextModel'],
      hidden_size: 768,
      num_attention_heads: 7,
    };
    const files = {
      'model_index.json': text({
        _class_name: 'StableDiffusionPipeline',
        _diffusers_version: '0.6.0',
        text_encoder: ['transformers', 'CLIPTextModel'],
        unet: ['diffusers', 'UNet2DConditionModel'],
      }),
      'text_encoder/config.json': text(clip),
    };
    const missing = await told(files, 'model_index.json', 'parts.not-read');
    assert.match(missing.marks[0]!.at, /^"unet": \[/);
    // `{`, two lines, four of the text encoder, then the U-Net.
    assert.equal(missing.lines[0]!.line, 8);
    const heads = await told(files, 'model_index.json', 'config.heads-do-not-divide');
    assert.match(heads.marks[0]!.at, /^"text_encoder": \[/);
    // `{`, the type, three lines of the class, the width, the heads.
    const inside = { file: 'text_encoder/config.json', line: 7 };
    assert.deepEqual(heads.marks[0]!.elsewhere, inside);
    assert.deepEqual([heads.lines[0]!.file, heads.lines[0]!.line], [`models/${inside.file}`, 7]);
    assert.match(heads.markdown, /- warning: models\/text\\_encoder\/config\.json:7: text\\_encoder: /);
  });

  it('a list of modules: the entry of the module', async () => {
    const entry = (idx: number, path: string, name: string) => ({
      idx,
      name: String(idx),
      path,
      type: `sentence_transformers.models.${name}`,
    });
    const files = { 'modules.json': text([entry(0, '', 'Transformer'), entry(1, '2_Dense', 'Dense')]) };
    const { marks } = await told(files, 'modules.json', 'parts.not-read');
    assert.deepEqual(
      marks.map((m) => m.at),
      ['"path": ""', '"path": "2_Dense"'],
    );
  });

  it('adapter_config.json: no base, no rank, an unknown type, nothing that it names, another rank than stored', async () => {
    const lora = { peft_type: 'LORA', r: 8, target_modules: ['q_proj'], base_model_name_or_path: 'base' };
    const llama = { model_type: 'llama', architectures: ['LlamaForCausalLM'], hidden_size: 16 };
    const base = text({
      ...llama,
      intermediate_size: 24,
      num_hidden_layers: 1,
      num_attention_heads: 4,
      vocab_size: 40,
    });
    const of = (values: object, more: Files = { 'base/config.json': base }, code = 'adapter.not-counted') =>
      told({ 'adapter_config.json': text({ ...lora, ...values }), ...more }, 'adapter_config.json', code);
    const first = async (found: ReturnType<typeof of>) => (await found).marks.map((m) => m.at);
    assert.deepEqual(await first(of({}, {}, 'adapter.no-base')), ['"base_model_name_or_path": "base"']);
    assert.deepEqual(await first(of({ r: '16' })), ['"r": "16"']);
    assert.deepEqual(await first(of({ r: '16' }, {})), ['"r": "16"']);
    assert.deepEqual(await first(of({ peft_type: 'IA3' })), ['"peft_type": "IA3"']);
    assert.match((await first(of({ target_modules: ['nothing'] })))[0]!, /^"target_modules"/);
    assert.deepEqual(await first(of({ bias: 'all' })), ['"bias": "all"']);
    const at = 'base_model.model.model.layers.0.self_attn.q_proj';
    const stored = safetensorsFile({
      [`${at}.lora_A.weight`]: ['BF16', 4, 16],
      [`${at}.lora_B.weight`]: ['BF16', 16, 4],
    });
    const disk = await of(
      {},
      { 'base/config.json': base, 'adapter_model.safetensors': stored },
      'disk.differs',
    );
    assert.deepEqual(
      disk.marks.map((m) => m.at),
      ['"r": 8'],
    );
    assert.match(disk.marks[0]!.message, /^`r` is 8, but the file of weights beside it fits 4: /);
  });

  it('counts lines from 1', () => {
    assert.deepEqual(
      [0, 3, 4, 9, 99].map((at) => lineOf([0, 4, 9], at)),
      [1, 1, 2, 3, 3],
    );
  });
});
