import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../src/core/analyse';
import { keyHover } from '../../../src/core/views/hovers';
import { describeShared } from '../../support/shared';
import { CONFIGS, analysisOf } from '../advice/models';

describe('a hover over a key', () => {
  it('tells what it is, what it decides, what other values cost, what would cut it, and how certain that is', () => {
    const text = keyHover(analysisOf('llama2'), 'num_key_value_heads') ?? '';
    assert.match(text, /^\*\*num\\_key\\_value\\_heads\*\* — Key and value heads/);
    // 2 projections x 32 layers x 4,096 x 4,096.
    assert.match(text, /= 1,073,741,824/);
    // Half the heads: 2 x 32 layers x 16 x 128 x 2 B x 4,096 tokens = 1 GiB, and 536,870,912 parameters less.
    assert.match(text, /At 16: parameters 6\.74 B → 6\.2 B .* cache 2 GiB → 1 GiB/);
    // More than the 32 query heads cannot be.
    assert.doesNotMatch(text, /At 64/);
    // 3/4 of the 1,073,741,824 parameters less at 2 B: 12.55 -> 11.05 GiB of weights, 2 GiB -> 512 MiB of cache: 3 GiB less.
    assert.match(
      text,
      /Would cut it: 8 KV heads instead of 32: memory in all about 14\.62 GiB → about 11\.62 GiB/,
    );
    assert.match(text, /_Exact\._$/);
  });

  it('names at most two techniques, and none that was hidden', () => {
    const text = keyHover(analysisOf('llama2'), 'torch_dtype') ?? '';
    const line = text.split('\n').find((l) => l.startsWith('Would cut it: ')) ?? '';
    assert.equal(line.split('; or ').length, 2);
    assert.match(line, /4-bit weights/);
    const hidden = ['weight-only-quantization'];
    assert.doesNotMatch(
      keyHover(analysisOf('llama2'), 'torch_dtype', {}, { hidden }) ?? '',
      /4-bit weights, g/,
    );
  });

  it('says of keys that decide nothing that they do, and of unknown ones nothing', () => {
    const a = analysisOf('llama3', { rms_norm_eps: 1e-5, my_own_key: 3, attention_dropout: 0.1 });
    assert.match(keyHover(a, 'rms_norm_eps') ?? '', /no size follows from it\.$/);
    assert.match(keyHover(a, 'attention_dropout') ?? '', /Training only/);
    assert.equal(keyHover(a, 'my_own_key'), undefined);
  });

  it('tells an encoder by its one run', () => {
    assert.match(keyHover(analysisOf('bert'), 'num_hidden_layers') ?? '', /to read the input .*GFLOPs → /);
  });
});

describe('a hover where layers of several kinds have tensors of one name', () => {
  const hoverOf = (config: Record<string, unknown>, key: string) =>
    keyHover(analyseConfig(JSON.stringify(config), 'config.json')!, key)!;

  it('names the projections of all 26 layers of Gemma 3, windowed or not, and no feed-forward part', () => {
    const text = hoverOf(
      {
        model_type: 'gemma3_text',
        architectures: ['Gemma3ForCausalLM'],
        hidden_size: 1152,
        intermediate_size: 6912,
        num_hidden_layers: 26,
        num_attention_heads: 4,
        num_key_value_heads: 1,
        head_dim: 256,
        vocab_size: 262_144,
        sliding_window: 512,
        sliding_window_pattern: 6,
        torch_dtype: 'bfloat16',
      },
      'head_dim',
    );
    // Queries and output 4 × 256 × 1,152, key and value 256 × 1,152, two norms of 256.
    const decided = 26 * (2 * 4 * 256 * 1152 + 2 * 256 * 1152 + 2 * 256);
    assert.equal(decided, 76_690_432);
    assert.match(text, /= 76,690,432/);
    assert.ok(!text.includes('mlp'), text);
  });

  it('says of a bias what it adds, and not that it decides matrices beside which it stands', () => {
    const text = hoverOf({ ...CONFIGS.deepseek, attention_bias: false }, 'attention_bias');
    assert.ok(!text.includes('Decides'), text);
    // 61 layers: onto 1,536 and 576, and from the heads onto 7,168.
    assert.equal(61 * (1536 + 576 + 7168), 566_080);
    assert.match(text, /At true: parameters 671 B \+ 566 K/);
  });
});

describeShared('hovers over published configs', 'models/configs', (folder) => {
  it('are there for nine of ten keys: the others are the insides of lists, tasks and tokenizers', function () {
    this.timeout(120_000);
    let [all, known] = [0, 0];
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name, 'config.json');
      const analysis = existsSync(file) ? analyseConfig(readFileSync(file, 'utf8'), name) : undefined;
      for (const key of analysis?.config?.ranges.keys() ?? []) {
        if (/\.\d+($|\.)|label2id|id2label/.test(key)) continue;
        all++;
        if (keyHover(analysis!, key) !== undefined) known++;
      }
    }
    assert.ok(known >= 0.9 * all && all > 2000, `${known} of ${all}`);
  });
});
