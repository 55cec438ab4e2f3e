/**
 * Configs that contradict themselves: the problem stands at the key that says it. What the modelling library does was
 * looked up in its code (strict dataclasses refuse other types; head widths are hidden_size // num_attention_heads).
 */
import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';
import { configProblems } from '../../../src/core/views/configProblems';

/** [config, code, the text that is underlined]. */
const ROWS: readonly (readonly [Record<string, unknown>, string, RegExp])[] = [
  [
    { model_type: 'llama', num_attention_heads: 30 },
    'config.heads-do-not-divide',
    /^"num_attention_heads":30$/,
  ],
  [{ model_type: 'vit', num_attention_heads: 7 }, 'config.heads-do-not-divide', /^"num_attention_heads":7$/],
  [{ model_type: 'whisper', d_model: 385 }, 'config.heads-do-not-divide', /^"d_model":385$/],
  [
    { model_type: 'llama', num_key_value_heads: 5 },
    'config.kv-heads-do-not-divide',
    /^"num_key_value_heads":5$/,
  ],
  [{ model_type: 'llama', hidden_size: -5 }, 'config.not-a-size', /^"hidden_size":-5$/],
  [{ model_type: 'vit', patch_size: -16 }, 'config.not-a-size', /^"patch_size":-16$/],
  [{ model_type: 'llama', hidden_size: '4096' }, 'config.not-a-whole-number', /^"hidden_size":"4096"$/],
  [{ model_type: 't5', d_model: 'big' }, 'config.not-a-size', /^"d_model":"big"$/],
  [{ model_type: 'vit', hidden_size: 768.5 }, 'config.not-a-whole-number', /^"hidden_size":768\.5$/],
  [{ model_type: 'vit', patch_size: 0 }, 'config.zero', /^"patch_size":0$/],
  [{ model_type: 'llama', num_hidden_layers: 1e12 }, 'config.absurd', /^"num_hidden_layers":1000000000000$/],
  [{ model_type: 'gemma3_text', layer_types: ['full_attention'] }, 'config.list-length', /^"layer_types":\[/],
  [{ model_type: 'convnext', depths: [3, 3] }, 'config.list-length', /^"depths":\[3,3\]$/],
  [{ model_type: 'swin', depths: [2, 2, 6] }, 'config.list-length', /^"depths":\[2,2,6\]$/],
  [{ model_type: 'convnext', hidden_sizes: [96, '192', 384, 768] }, 'config.not-a-size', /^"hidden_sizes":/],
  [
    { model_type: 'qwen3_moe', num_experts: 8, num_experts_per_tok: 16 },
    'config.too-few-experts',
    /per_tok":16$/,
  ],
  [
    { model_type: 'llama', tie_word_embeddings: 'yes' },
    'config.not-a-switch',
    /^"tie_word_embeddings":"yes"$/,
  ],
  [{ model_type: 'llama', hidden_act: 5 }, 'config.not-a-text', /^"hidden_act":5$/],
  [{ model_type: 'llama', architectures: 'LlamaForCausalLM' }, 'config.not-a-list', /^"architectures":/],
  [{ model_type: 'clip', text_config: 'x' }, 'config.not-an-object', /^"text_config":"x"$/],
  [
    { model_type: 'llava', text_config: { model_type: 'llama', hidden_size: -1 } },
    'config.not-a-size',
    /^"hidden_size":-1$/,
  ],
];

describe('configs that contradict themselves', () => {
  for (const [config, code, place] of ROWS)
    it(`${JSON.stringify(config)}: ${code}`, () => {
      const text = JSON.stringify(config);
      const analysis = analyseConfig(text, 'config.json');
      assert.ok(analysis);
      const found = configProblems(analysis);
      const told = found.filter((p) => p.code === code);
      assert.equal(told.length, 1, JSON.stringify(found));
      assert.match(text.slice(told[0]!.start, told[0]!.end), place);
      assert.match(told[0]!.message, /modelling library|more layers than any model/);
      // Numbers that can still be told are told, and none claims to be exact after an error.
      const { parameters } = makeReport(analysis);
      assert.ok(parameters.distinct.value! > 0);
      if (told[0]!.severity === 'error') assert.notEqual(parameters.distinct.certainty, 'exact');
    });

  it('a sound config has none', () => {
    const text = JSON.stringify({ model_type: 'llama', architectures: ['LlamaForCausalLM'] });
    assert.deepEqual(configProblems(analyseConfig(text, 'config.json')!), []);
  });
});
