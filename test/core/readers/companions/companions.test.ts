import * as assert from 'node:assert';
import { buildModel } from '../../../../src/core/architectures/buildModel';
import { readAdapter, sizeOfAdapter } from '../../../../src/core/readers/companions/adapter';
import { readGenaiConfig } from '../../../../src/core/readers/companions/genaiConfig';
import { denseModel, readPipeline, readSentenceModules } from '../../../../src/core/readers/companions/parts';

const LLAMA = {
  model_type: 'llama',
  hidden_size: 4096,
  intermediate_size: 11008,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  vocab_size: 32000,
};

describe('adapter_config.json', () => {
  const lora = { peft_type: 'LORA', r: 8, lora_alpha: 16, target_modules: ['q_proj', 'v_proj'] };

  it('of rank 8 on q and v of Llama 7B is the published 4,194,304 parameters', () => {
    const adapter = readAdapter(lora);
    assert.ok(adapter);
    const size = sizeOfAdapter(adapter, buildModel(LLAMA));
    // 32 layers x 2 matrices x (8 x 4096 + 4096 x 8), the figure of PEFT's own `print_trainable_parameters`.
    assert.strictEqual(size.parameters, 4_194_304);
    assert.strictEqual(size.bytes, 4 * 4_194_304);
  });

  it('counts all linear matrices, DoRA magnitudes and rank patterns', () => {
    const all = readAdapter({ ...lora, target_modules: 'all-linear' })!;
    // Per layer: 4 of 4096 + 4096, and 3 of 4096 + 11008, times rank 8.
    assert.strictEqual(sizeOfAdapter(all, buildModel(LLAMA)).parameters, 32 * 8 * (4 * 8192 + 3 * 15104));
    const dora = readAdapter({ ...lora, use_dora: true })!;
    assert.strictEqual(sizeOfAdapter(dora, buildModel(LLAMA)).parameters, 4_194_304 + 32 * 2 * 4096);
    const pattern = readAdapter({ ...lora, rank_pattern: { q_proj: 16 } })!;
    assert.strictEqual(sizeOfAdapter(pattern, buildModel(LLAMA)).parameters, 32 * (16 + 8) * 8192);
  });

  it('says what it does not count', () => {
    const other = readAdapter({ peft_type: 'IA3' })!;
    assert.deepStrictEqual(sizeOfAdapter(other, buildModel(LLAMA)).problems, [
      { message: 'Adapters of type IA3 are not counted.', key: 'peft_type' },
    ]);
    assert.strictEqual(readAdapter({ r: 8 }), undefined);
  });
});

describe('files that name the parts of a model', () => {
  it('modules.json', () => {
    const parts = readSentenceModules([
      { idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' },
      { idx: 1, name: '1', path: '1_Pooling', type: 'sentence_transformers.models.Pooling' },
      { idx: 2, name: '2', path: '2_Dense', type: 'sentence_transformers.models.Dense' },
    ]);
    assert.deepStrictEqual(
      parts?.map((p) => [p.className, p.config]),
      [
        ['Transformer', 'config.json'],
        ['Pooling', '1_Pooling/config.json'],
        ['Dense', '2_Dense/config.json'],
      ],
    );
    assert.strictEqual(readSentenceModules([{ path: '../x', type: 'a.B' }]), undefined);
    // LaBSE's Dense: 768 x 768 + 768.
    const dense = denseModel({ in_features: 768, out_features: 768, bias: true }, 'dense');
    const sizes = dense?.weights.map((w) => w.shape.reduce((a, b) => a * b, 1));
    assert.deepStrictEqual(sizes, [589_824, 768]);
  });

  it('model_index.json', () => {
    const parts = readPipeline({
      _class_name: 'StableDiffusionPipeline',
      _diffusers_version: '0.6.0',
      scheduler: ['diffusers', 'PNDMScheduler'],
      unet: ['diffusers', 'UNet2DConditionModel'],
      safety_checker: [null, null],
    });
    assert.deepStrictEqual(
      parts?.map((p) => p.config),
      ['scheduler/scheduler_config.json', 'unet/config.json'],
    );
  });

  it('genai_config.json', () => {
    const reading = readGenaiConfig({
      model: {
        type: 'phi3',
        vocab_size: 32064,
        context_length: 4096,
        decoder: {
          filename: 'model.onnx',
          head_size: 96,
          hidden_size: 3072,
          num_attention_heads: 32,
          num_hidden_layers: 32,
          num_key_value_heads: 32,
        },
      },
    });
    assert.strictEqual(reading?.config['head_dim'], 96);
    assert.deepStrictEqual(reading.files, { decoder: 'model.onnx' });
    assert.strictEqual(readGenaiConfig({ model: 1 }), undefined);
  });
});
