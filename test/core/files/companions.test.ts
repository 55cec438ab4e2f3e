/** Files that stand for a model and name others: what of them is opened, and what is counted. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyseConfig, analyseFile } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { mayBeModel } from '../../../src/core/files/hint';
import { keyHover } from '../../../src/core/views/hovers';
import { summaryLens } from '../../../src/core/views/lenses';
import { makeReport } from '../../../src/core/views/report';
import { findNodeFolder, nodeFolder } from '../../../src/host/files/nodeSource';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';
import type { TensorSpec } from '../../support/safetensorsFile';
import { LLAMA_2_7B as LLAMA } from '../../support/llama2';

const json = (value: unknown): string => JSON.stringify(value);

async function analyse(files: Parameters<typeof folderOf>[0], file: string): Promise<Analysis> {
  const analysis = await analyseFile(folderOf(files), file);
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  return analysis;
}

describe('adapter_config.json', () => {
  const lora = {
    peft_type: 'LORA',
    r: 8,
    target_modules: ['q_proj', 'v_proj'],
    base_model_name_or_path: 'base',
  };

  it('is its own parameters and bytes over its base', async () => {
    const files = { 'adapter_config.json': json(lora), 'base/config.json': json(LLAMA) };
    const analysis = await analyse(files, 'adapter_config.json');
    const report = makeReport(analysis);
    // 32 layers x 2 matrices x 8 x (4,096 + 4,096): the figure that PEFT prints.
    assert.equal(report.parameters.distinct.value, 4_194_304);
    assert.equal(report.parameters.distinct.certainty, 'exact');
    assert.equal(report.weights['stored']?.value, 4 * 4_194_304);
    // Every parameter is one MAC for every token.
    assert.equal(report.compute.decode.macs.value, 4_194_304);
    assert.match(summaryLens(analysis).title, /^4\.19 M parameters · .* · < 0\.1 % of its base’s 6\.74 B$/);
    assert.match(keyHover(analysis, 'r') ?? '', /4,194,304/);
  });

  it('agrees with the file of its weights', async () => {
    const small = {
      ...LLAMA,
      hidden_size: 16,
      intermediate_size: 24,
      num_hidden_layers: 2,
      num_attention_heads: 4,
    };
    const tensors: Record<string, TensorSpec> = {};
    for (let i = 0; i < 2; i++)
      for (const m of ['q_proj', 'v_proj']) {
        const at = `base_model.model.model.layers.${i}.self_attn.${m}`;
        tensors[`${at}.lora_A.weight`] = ['F32', 8, 16];
        tensors[`${at}.lora_B.weight`] = ['F32', 16, 8];
      }
    const files = {
      'adapter_config.json': json(lora),
      'base/config.json': json(small),
      'adapter_model.safetensors': safetensorsFile(tensors),
    };
    // 2 layers x 2 matrices x (8 x 16 + 16 x 8) = 1,024 parameters of 4 bytes.
    const { disk } = await analyse(files, 'adapter_config.json');
    assert.equal(disk?.sentence, 'exact: agrees with 1 file, 4.10 kB');
    // Without its base the file of weights tells as much.
    const { 'base/config.json': _, ...alone } = files;
    const report = makeReport(await analyse(alone, 'adapter_config.json'));
    assert.equal(report.parameters.distinct.value, 1024);
    assert.equal(report.cache.bytesPerToken.value, null);
  });

  it('is unknown, not 0, where neither base nor weights are there', async () => {
    const analysis = await analyse({ 'adapter_config.json': json(lora) }, 'adapter_config.json');
    const { parameters, weights, compute, problems } = makeReport(analysis);
    for (const q of [parameters.distinct, weights['stored']!, compute.prefill.macs]) {
      assert.equal(q.value, null);
      assert.ok(q.reason);
    }
    assert.ok(problems.some((p) => p.code === 'adapter.no-base' && p.message.includes('`base`')));
  });

  describe('finds its base', () => {
    const root = mkdtempSync(path.join(tmpdir(), 'adapter-'));
    before(() => {
      for (const [folder, file] of [
        ['models/lora', 'adapter_config.json'],
        ['models/llama', 'config.json'],
        ['work/owner/llama', 'config.json'],
        ['elsewhere', 'config.json'],
      ] as const) {
        mkdirSync(path.join(root, folder), { recursive: true });
        writeFileSync(path.join(root, folder, file), json(LLAMA));
      }
    });
    after(() => rmSync(root, { recursive: true, force: true }));
    const file = path.join(root, 'models/lora/adapter_config.json');

    it('beside its own folder and in a root, by path and by a hub’s name; nowhere else', async () => {
      const find = findNodeFolder(file, [path.join(root, 'work')]);
      for (const name of ['../llama', 'meta/llama', path.join(root, 'models/llama'), 'owner/llama'])
        assert.ok(await (await find(name))?.open('config.json'), name);
      for (const name of ['', 'absent', path.join(root, 'elsewhere'), '../../elsewhere', 'a\0b'])
        assert.equal(await find(name), undefined, name);
    });
  });
});

describe('params.json', () => {
  it('of Llama 2 and of Mistral 7B have lens, hover and the published parameters', async () => {
    const meta = {
      dim: 4096,
      multiple_of: 256,
      n_heads: 32,
      n_layers: 32,
      norm_eps: 1e-5,
      vocab_size: 32000,
    };
    const mistral = {
      dim: 4096,
      n_layers: 32,
      head_dim: 128,
      hidden_dim: 14336,
      n_heads: 32,
      n_kv_heads: 8,
      norm_eps: 1e-5,
      sliding_window: 4096,
      vocab_size: 32000,
    };
    for (const [values, parameters] of [
      [meta, 6_738_415_616],
      [mistral, 7_241_732_096],
    ] as const) {
      const analysis = await analyse({ 'params.json': json(values) }, 'params.json');
      assert.equal(analysis.model.format, 'params');
      const { distinct } = makeReport(analysis).parameters;
      assert.deepEqual([distinct.value, distinct.certainty], [parameters, 'exact']);
      assert.match(summaryLens(analysis).title, /B parameters/);
      assert.match(keyHover(analysis, 'dim') ?? '', /Decides/);
      assert.match(keyHover(analysis, 'n_layers') ?? '', /Decides/);
    }
  });

  it('that leaves its vocabulary open is an estimate that says so', async () => {
    const values = { dim: 4096, multiple_of: 256, n_heads: 32, n_layers: 32, vocab_size: -1 };
    const { distinct } = makeReport(await analyse({ 'params.json': json(values) }, 'params.json')).parameters;
    assert.equal(distinct.certainty, 'estimated');
    assert.match(distinct.reason ?? '', /vocab_size.*left to the tokenizer/);
  });
});

describe('genai_config.json', () => {
  const decoder = {
    filename: 'model.onnx',
    head_size: 96,
    hidden_size: 3072,
    num_attention_heads: 32,
    num_hidden_layers: 32,
    num_key_value_heads: 32,
  };
  const config = { model: { type: 'phi3', vocab_size: 32064, context_length: 4096, decoder }, search: {} };

  it('is the decoder that it names', async () => {
    const onnx = readFileSync(path.join(__dirname, '../../../media/samples/text-encoder.onnx'));
    const files = { 'genai_config.json': json(config), 'model.onnx': onnx };
    const analysis = await analyse(files, 'genai_config.json');
    const own = makeReport(await analyse({ 'model.onnx': onnx }, 'model.onnx'));
    assert.equal(analysis.model.format, 'onnx');
    assert.equal(makeReport(analysis).parameters.distinct.value, own.parameters.distinct.value);
    assert.ok(analysis.model.problems.some((p) => p.code === 'genai.decoder'));
  });

  it('tells its cache, and the rest as an estimate, where the decoder is missing', async () => {
    const report = makeReport(await analyse({ 'genai_config.json': json(config) }, 'genai_config.json'));
    // 2 x 32 layers x 32 heads x 96 x 2 bytes.
    assert.equal(report.cache.bytesPerToken.value, 393_216);
    assert.equal(report.parameters.distinct.certainty, 'estimated');
    assert.ok(report.problems.some((p) => p.code === 'genai.no-file'));
  });
});

describe('modules.json', () => {
  const module = (idx: number, at: string, type: string) => ({
    idx,
    name: String(idx),
    path: at,
    type: `sentence_transformers.models.${type}`,
  });
  const modules = json([
    module(0, '', 'Transformer'),
    module(1, '1_Pooling', 'Pooling'),
    module(2, '2_Dense', 'Dense'),
  ]);
  const bert = {
    model_type: 'bert',
    architectures: ['BertForMaskedLM'],
    hidden_size: 768,
    intermediate_size: 3072,
    num_hidden_layers: 12,
    num_attention_heads: 12,
    vocab_size: 30522,
    max_position_embeddings: 512,
  };

  it('is its modules together, the bare model among them', async () => {
    const files = {
      'modules.json': modules,
      'config.json': json(bert),
      '1_Pooling/config.json': '{"word_embedding_dimension": 768}',
      '2_Dense/config.json': '{"in_features": 768, "out_features": 512, "bias": true}',
    };
    const report = makeReport(await analyse(files, 'modules.json'));
    // BertModel: 109,482,240 (published for bert-base-uncased without head), and 768 x 512 + 512.
    assert.equal(report.parameters.distinct.value, 109_482_240 + 393_728);
    assert.equal(report.parameters.distinct.certainty, 'exact');
    assert.deepEqual(
      report.blocks.children.map((b) => b.name),
      ['Transformer', '2_Dense'],
    );
  });

  it('says which module it could not count, and that the rest is a lower bound', async () => {
    const report = makeReport(
      await analyse({ 'modules.json': modules, 'config.json': json(bert) }, 'modules.json'),
    );
    assert.equal(report.parameters.distinct.certainty, 'lower bound');
    assert.ok(report.problems.some((p) => /2_Dense \(Dense\) is not counted/.test(p.message)));
  });
});

describe('model_index.json', () => {
  const text = {
    model_type: 'clip_text_model',
    architectures: ['CLIPTextModel'],
    hidden_size: 768,
    intermediate_size: 3072,
    num_hidden_layers: 12,
    num_attention_heads: 12,
    vocab_size: 49408,
    max_position_embeddings: 77,
    torch_dtype: 'float16',
  };
  const index = {
    _class_name: 'StableDiffusionPipeline',
    _diffusers_version: '0.6.0',
    scheduler: ['diffusers', 'PNDMScheduler'],
    text_encoder: ['transformers', 'CLIPTextModel'],
    tokenizer: ['transformers', 'CLIPTokenizer'],
    safety_checker: [null, null],
  };

  it('is its parts together; what prepares and what schedules holds no weights', async () => {
    const files = {
      'model_index.json': json(index),
      'text_encoder/config.json': json(text),
      'scheduler/scheduler_config.json': '{"_class_name": "PNDMScheduler", "_diffusers_version": "0.6.0"}',
    };
    const report = makeReport(await analyse(files, 'model_index.json'));
    // CLIP ViT-L/14's text model, published: 123,060,480.
    assert.equal(report.parameters.distinct.value, 123_060_480);
    assert.deepEqual(
      report.blocks.children.map((b) => b.name),
      ['text_encoder'],
    );
    assert.equal(report.modelType, 'StableDiffusionPipeline');
  });

  it('never opens a part outside its folder', async () => {
    const opened: string[] = [];
    const folder = folderOf({ 'model_index.json': json({ ...index, '../x': ['transformers', 'Evil'] }) });
    await analyseFile(
      { ...folder, open: (name) => (opened.push(name), folder.open(name)) },
      'model_index.json',
    );
    assert.ok(
      opened.every((name) => !name.includes('..')),
      opened.join(),
    );
  });
});

describe('JSON that is no model’s', () => {
  const others: readonly unknown[] = [
    { _class_name: 'PNDMScheduler', _diffusers_version: '0.6.0', beta_end: 0.012 },
    { compilerOptions: { module: 'esnext' } },
    { name: 'x', version: '1.0.0', modules: ['a'] },
    [{ type: 'module', path: 'x' }],
    { tokenizer_class: 'LlamaTokenizer', model_max_length: 4096 },
    { eos_token_id: 2, max_length: 4096, transformers_version: '4.31.0' },
    { word_embedding_dimension: 768, pooling_mode_mean_tokens: true },
  ];
  it('is left alone by lens and hover', async () => {
    for (const [i, value] of others.entries()) {
      const name = `other-${i}.json`;
      assert.equal(analyseConfig(json(value), name), undefined, json(value));
      assert.equal(
        (await analyseFile(folderOf({ [name]: json(value) }), name)).kind,
        'unreadable',
        json(value),
      );
    }
    // Most is known before the engine is loaded.
    assert.ok(others.slice(1).every((value) => !mayBeModel(json(value))));
  });

  it('configs of a U-Net, an autoencoder and a diffusion transformer are', () => {
    for (const name of ['UNet2DConditionModel', 'AutoencoderKL', 'SD3Transformer2DModel'])
      assert.ok(
        analyseConfig(json({ _class_name: name, _diffusers_version: '0.30.0', sample_size: 64 }), name),
        name,
      );
  });
});

describe('the folder of a file', () => {
  it('is asked for nothing that the file does not need', async () => {
    const opened: string[] = [];
    const folder = folderOf({ 'x.gguf': 'abc', 'config.json': json(LLAMA) });
    await analyseFile({ ...folder, open: (name) => (opened.push(name), folder.open(name)) }, 'x.gguf');
    assert.deepEqual(opened, ['x.gguf']);
    assert.ok(nodeFolder('x.gguf').list);
  });
});
