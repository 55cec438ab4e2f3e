/** The one way from a file to figures: what each file is taken for, and what is opened beside it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyseFile } from '../../../src/core/analyse';
import type { Analysis, Unreadable } from '../../../src/core/analysis';
import { jsonKindOf } from '../../../src/core/files/recognise';
import { partOf } from '../../../src/core/files/shards';
import { expandWeights } from '../../../src/core/views/weights';
import { nodeFolder } from '../../../src/host/files/nodeSource';
import { folderOf } from '../../support/safetensorsFile';

const FIXTURES = path.join(__dirname, '../../fixtures');
const SAMPLES = path.join(__dirname, '../../../media/samples');

const analyse = (file: string): Promise<Analysis | Unreadable> =>
  analyseFile(nodeFolder(file), path.basename(file));

function model(analysis: Analysis | Unreadable): Analysis['model'] {
  assert.ok(analysis.kind === 'model', analysis.kind === 'unreadable' ? analysis.message : '');
  return analysis.model;
}

describe('a file to an analysis', () => {
  const rows: readonly (readonly [file: string, format: string])[] = [
    [path.join(SAMPLES, 'digits-cnn.onnx'), 'onnx'],
    [path.join(SAMPLES, 'llama-8b/config.json'), 'config'],
    [path.join(FIXTURES, 'gguf/little3.gguf'), 'gguf'],
    [path.join(FIXTURES, 'safetensors/model-00001-of-00002.safetensors'), 'safetensors'],
    [path.join(FIXTURES, 'safetensors/model.safetensors.index.json'), 'safetensors'],
  ];
  for (const [file, format] of rows)
    it(`${path.basename(file)} is ${format}`, async () =>
      assert.equal(model(await analyse(file)).format, format));

  it('knows the formats by their content where the name says nothing', async () => {
    for (const [file, format] of rows) {
      if (file.endsWith('.json')) continue;
      const bytes = readFileSync(file);
      assert.equal(model(await analyseFile(folderOf({ 'some.bin': bytes }), 'some.bin')).format, format);
    }
  });

  it('reads all parts of a checkpoint, whichever is opened, and says so', async () => {
    const expected = JSON.parse(
      readFileSync(path.join(FIXTURES, 'safetensors/expected.json'), 'utf8'),
    ) as object;
    for (const part of ['1', '2']) {
      const m = model(
        await analyse(path.join(FIXTURES, `safetensors/model-0000${part}-of-00002.safetensors`)),
      );
      assert.deepEqual(
        expandWeights(m)
          .map((w) => w.name)
          .sort(),
        Object.keys(expected).sort(),
      );
      assert.ok(m.problems.some((p) => p.message.includes(`part ${part} of 2`)));
    }
  });

  it('tells which part of a checkpoint is missing', async () => {
    const name = 'model-00001-of-00002.safetensors';
    const files = { [name]: readFileSync(path.join(FIXTURES, 'safetensors', name)) };
    const m = model(await analyseFile(folderOf(files), name));
    assert.ok(m.weights.length > 0);
    assert.ok(m.problems.some((p) => p.message === 'model-00002-of-00002.safetensors is not there.'));
  });

  it('answers all other JSON, folders and missing files with one sentence', async () => {
    const files = { 'config.json': '{"name": "web"}', 'empty.gguf': '', 'x.safetensors': 'abc' };
    for (const [name, message] of [
      ['config.json', /^This JSON is no model config/],
      ['empty.gguf', /^The file is empty\.$/],
      ['x.safetensors', /too short/],
      ['absent.json', /not there/],
    ] as const) {
      const answer = await analyseFile(folderOf(files), name);
      assert.equal(answer.kind, 'unreadable');
      assert.match(answer.kind === 'unreadable' ? answer.message : '', message);
    }
  });
});

describe('a JSON file', () => {
  it('is told from all others by its content', () => {
    const rows: readonly (readonly [unknown, string | undefined])[] = [
      [{ model_type: 'llama' }, 'config'],
      [{ dim: 4096, n_layers: 32, n_heads: 32, vocab_size: -1 }, 'params'],
      [{ model: { type: 'phi3', decoder: { hidden_size: 3072 } }, search: {} }, 'genai'],
      [{ peft_type: 'LORA', r: 8 }, 'adapter'],
      [[{ idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' }], 'modules'],
      [
        { _class_name: 'X', _diffusers_version: '0.6.0', unet: ['diffusers', 'UNet2DConditionModel'] },
        'pipeline',
      ],
      [{ _class_name: 'UNet2DConditionModel', _diffusers_version: '0.6.0', sample_size: 64 }, 'config'],
      [{ metadata: { total_size: 1 }, weight_map: {} }, 'index'],
      [{ name: 'web', version: '1.0.0' }, undefined],
      [[{ name: 'x', type: 'line' }], undefined],
      [{ model: 'x' }, undefined],
      ['model_type', undefined],
      [null, undefined],
    ];
    for (const [root, kind] of rows) assert.equal(jsonKindOf(root), kind, JSON.stringify(root));
  });
});

describe('parts of a checkpoint', () => {
  it('are named by each other', () => {
    assert.deepEqual(partOf('a-00002-of-00003.gguf'), {
      number: 2,
      of: 3,
      files: ['a-00001-of-00003.gguf', 'a-00002-of-00003.gguf', 'a-00003-of-00003.gguf'],
    });
    // openai/gpt-oss-20b has 00000, 00001 and 00002 of 00002.
    assert.equal(partOf('model-00000-of-00002.safetensors')?.files.length, 3);
    for (const name of ['model.safetensors', 'a-00004-of-00003.gguf', 'a-00001-of-99999999.gguf'])
      assert.equal(partOf(name), undefined, name);
  });
});

describe('the folder of a local file', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'folder-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  const at = (...parts: string[]) => path.join(root, ...parts);
  before(() => {
    for (const folder of ['model/unet', 'other', 'models--x/snapshots/1', 'models--x/blobs'])
      mkdirSync(at(folder), { recursive: true });
    for (const file of [
      'model/config.json',
      'model/unet/config.json',
      'other/secret.json',
      'models--x/blobs/b',
    ])
      writeFileSync(at(file), file);
    symlinkSync(at('other/secret.json'), at('model/link.json'));
    symlinkSync('../../blobs/b', at('models--x/snapshots/1/config.json'));
    symlinkSync('../../blobs/b', at('models--x/snapshots/1/model.safetensors'));
  });

  it('opens what is in it, and nothing outside', async () => {
    const folder = nodeFolder(at('model/config.json'));
    assert.equal((await folder.open('unet/config.json'))?.size, 'model/unet/config.json'.length);
    assert.equal(await folder.open('absent.json'), undefined);
    assert.equal(await folder.open(at('other/secret.json')), undefined);
    for (const out of ['../other/secret.json', 'link.json'])
      await assert.rejects(folder.open(out), /out of the model's folder/);
    assert.deepEqual([...(await folder.list!())].sort(), ['config.json', 'link.json']);
    assert.deepEqual(await folder.list!('unet'), ['config.json']);
    await assert.rejects(folder.list!('../other'), /out of the model's folder/);
  });

  it('follows the links of a model hub’s cache', async () => {
    const folder = nodeFolder(at('models--x/snapshots/1/config.json'));
    assert.equal((await folder.open('model.safetensors'))?.size, 'models--x/blobs/b'.length);
  });
});
