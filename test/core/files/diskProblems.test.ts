/** A config that is not the one of the checkpoint beside it: the key that explains it is found, and named at its line. */
import assert from 'node:assert/strict';
import { analyseFile } from '../../../src/core/analyse';
import { configProblems } from '../../../src/core/views/configProblems';
import { HEAD, LLAMA, SMALL, llamaTensors } from '../../support/llamaCheckpoint';
import type { Tensors } from '../../support/llamaCheckpoint';
import { folderOf, safetensorsFile } from '../../support/safetensorsFile';

/** The problems about the disk, each with the text of the config that it stands on. */
async function problems(config: object, tensors: Tensors): Promise<(readonly [string, string])[]> {
  const text = JSON.stringify(config);
  const files = { 'config.json': text, 'model.safetensors': safetensorsFile(tensors) };
  const analysis = await analyseFile(folderOf(files), 'config.json');
  assert.ok(analysis.kind === 'model');
  return configProblems(analysis)
    .filter((p) => p.code === 'disk.differs')
    .map((p) => [text.slice(p.start, p.end), p.message]);
}

const WHOLE = { ...llamaTensors(SMALL), ...HEAD };

/** Every row: what the config says otherwise than the checkpoint, where that is told, and what is said. */
const ROWS: readonly (readonly [config: object, tensors: Tensors, at: string, says: RegExp])[] = [
  // One layer more is stored than the config has: 9 tensors.
  [
    { num_hidden_layers: 1 },
    WHOLE,
    '"num_hidden_layers":1',
    /^`num_hidden_layers` is 1, but the file of weights beside it fits 2: stored and not in the model: model\.layers\.1\.[\s\S]* and 5 other tensors; the modelling library would leave them unused\.$/,
  ],
  [
    { num_hidden_layers: 5 },
    WHOLE,
    '"num_hidden_layers":5',
    /is 5, but [^:]* fits 2: not stored: model\.layers\.2\.[\s\S]* and 23 other tensors; the modelling library would start them at random\.$/,
  ],
  [
    { vocab_size: 48 },
    WHOLE,
    '"vocab_size":48',
    /is 48, but [^:]* fits 40: model\.embed_tokens\.weight is stored as \[40, 16\], not \[48, 16\], lm_head\.weight is stored as \[40, 16\], not \[48, 16\]; the modelling library would refuse to load them\.$/,
  ],
  [
    { intermediate_size: 32 },
    WHOLE,
    '"intermediate_size":32',
    /is 32, but [^:]* fits 24: .* 2 other tensors/,
  ],
  // 4 heads of 4: K and V are [2 x 4, 16] stored, [4 x 4, 16] by the config.
  [
    { num_key_value_heads: 4 },
    WHOLE,
    '"num_key_value_heads":4',
    /is 4, but [^:]* fits 2: model\.layers\.0\.self_attn\.k_proj\.weight is stored as \[8, 16\], not \[16, 16\]/,
  ],
  [
    { tie_word_embeddings: false },
    llamaTensors(SMALL),
    '"tie_word_embeddings":false',
    /is false, but [^:]* fits true: not stored: lm_head\.weight; the modelling library would start them at random\.$/,
  ],
  // Llama's class has no biases by default, and the config does not give the key: told where the class is named.
  [
    {},
    {
      ...WHOLE,
      ...Object.fromEntries(
        [0, 1].flatMap((i) =>
          (
            [
              ['q', 16],
              ['k', 8],
              ['v', 8],
              ['o', 16],
            ] as const
          ).map(([n, d]) => [`model.layers.${i}.self_attn.${n}_proj.bias`, ['BF16', d]]),
        ),
      ),
    },
    '"architectures":["LlamaForCausalLM"]',
    /^`attention_bias` is not given, so false is taken, but [^:]* fits true: stored and not in the model: model\.layers\.0\.self_attn\.q_proj\.bias/,
  ],
  [
    { torch_dtype: 'float32' },
    WHOLE,
    '"torch_dtype":"float32"',
    // 5,200 parameters at 2 instead of 4 bytes.
    /21 tensors are stored as bfloat16 instead of float32: 10,400 bytes less than the config tells\.$/,
  ],
];

describe('a config that differs from the checkpoint beside it', () => {
  for (const [config, tensors, at, says] of ROWS)
    it(`${JSON.stringify(config)} is told at ${at}`, async () => {
      const found = await problems({ ...LLAMA, ...config }, tensors);
      assert.equal(found.length, 1, JSON.stringify(found));
      assert.equal(found[0]![0], at);
      assert.match(found[0]![1], says);
    });

  it('two keys at once are told apart', async () => {
    const found = await problems({ ...LLAMA, vocab_size: 48, num_hidden_layers: 3 }, WHOLE);
    assert.deepEqual(found.map(([at]) => at).sort(), ['"num_hidden_layers":3', '"vocab_size":48']);
  });

  it('a nested key is told inside its part', async () => {
    const text = { ...LLAMA, architectures: undefined, torch_dtype: undefined, num_hidden_layers: 3 };
    const vision = {
      hidden_size: 8,
      intermediate_size: 16,
      num_hidden_layers: 1,
      num_attention_heads: 2,
      image_size: 8,
      patch_size: 4,
    };
    const config = { model_type: 'llava', torch_dtype: 'bfloat16', text_config: text, vision_config: vision };
    const tensors = Object.fromEntries(
      Object.entries(WHOLE).map(([name, spec]) => [`language_model.${name}`, spec]),
    );
    const found = await problems(config, tensors);
    assert.ok(
      found.some(([at, says]) => at === '"num_hidden_layers":3' && /fits 2: not stored/.test(says)),
      JSON.stringify(found),
    );
  });

  it('what no key explains is told at the class, with its tensors', async () => {
    const tensors: Tensors = { ...WHOLE, 'model.layers.0.adapter.weight': ['BF16', 3, 16] };
    const [[at, says] = [], ...others] = await problems(LLAMA, tensors);
    assert.equal(at, '"architectures":["LlamaForCausalLM"]');
    assert.match(
      says!,
      /^No key explains how the file of weights beside it differs: stored and not in the model: model\.layers\.0\.adapter\.weight; the modelling library would leave them unused\.$/,
    );
    assert.deepEqual(others, []);
  });

  it('a layer beyond the last is one that predicts tokens only where it has what such layers have', async () => {
    const config = { ...LLAMA, num_hidden_layers: 1 };
    const tensors: Tensors = { ...WHOLE, 'model.layers.1.eh_proj.weight': ['BF16', 16, 32] };
    assert.deepEqual(await problems(config, tensors), []);
  });

  it('an agreeing checkpoint is no problem', async () => {
    assert.deepEqual(await problems(LLAMA, WHOLE), []);
  });
});
