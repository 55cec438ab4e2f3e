/**
 * Checkpoints whose code comes with them: parameters against the published counts (sums of the elements in their files) or
 * a sum worked by hand from the structure their authors describe. Keys are those of the published configs.
 */
import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import { makeFigures } from '../../../src/core/views/report';

const auto = { auto_map: { AutoConfig: 'configuration.Config', AutoModelForCausalLM: 'modeling.Model' } };
const size7 = { hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32 };
/** A decoder of Llama's kind: embedding and head, layers of linear weights and two norms, the last norm. */
const llamaLike = (vocab: number, hidden: number, inner: number, layers: number) =>
  2 * vocab * hidden + layers * (4 * hidden ** 2 + 3 * hidden * inner + 2 * hidden) + hidden;

const phi15 = {
  n_embd: 2048,
  n_layer: 24,
  n_head: 32,
  n_inner: null,
  n_positions: 2048,
  rotary_dim: 32,
  vocab_size: 51200,
};

const ROWS: readonly (readonly [name: string, config: object, parameters: number, certainty: string])[] = [
  ['Baichuan-7B', { model_type: 'baichuan', ...size7, vocab_size: 64000 }, 7_000_559_616, 'exact'],
  [
    'ChatGLM2-6B',
    {
      model_type: 'chatglm',
      add_bias_linear: false,
      add_qkv_bias: true,
      ffn_hidden_size: 13696,
      hidden_size: 4096,
      kv_channels: 128,
      multi_query_attention: true,
      multi_query_group_num: 2,
      num_attention_heads: 32,
      num_layers: 28,
      padded_vocab_size: 65024,
      rmsnorm: true,
    },
    6_243_584_000,
    'exact',
  ],
  [
    'Qwen-7B',
    {
      model_type: 'qwen',
      ...size7,
      intermediate_size: 22016,
      kv_channels: 128,
      no_bias: true,
      vocab_size: 151936,
    },
    7_721_324_544,
    'exact',
  ],
  [
    'InternLM2-7B',
    {
      model_type: 'internlm2',
      ...size7,
      intermediate_size: 14336,
      num_key_value_heads: 8,
      vocab_size: 92544,
      bias: false,
    },
    7_737_708_544,
    'exact',
  ],
  [
    'MiniCPM-2B',
    {
      model_type: 'minicpm',
      hidden_size: 2304,
      intermediate_size: 5760,
      num_hidden_layers: 40,
      num_attention_heads: 36,
      num_key_value_heads: 36,
      vocab_size: 122753,
    },
    2_724_880_896,
    'exact',
  ],
  // Its four attention matrices have biases.
  [
    'InternLM-7B',
    { model_type: 'internlm', ...size7, bias: true, vocab_size: 103168 },
    llamaLike(103168, 4096, 11008, 32) + 32 * 4 * 4096,
    'estimated',
  ],
  [
    'Yi-6B',
    { model_type: 'Yi', ...size7, num_key_value_heads: 4, vocab_size: 64000 },
    6_061_035_520,
    'estimated',
  ],
  ['phi-1.5 (phi-msft)', { model_type: 'phi-msft', ...phi15 }, 1_418_270_720, 'estimated'],
  ['phi-1.5 (mixformer)', { model_type: 'mixformer-sequential', ...phi15 }, 1_418_270_720, 'estimated'],
  [
    'Falcon-7B of May 2023',
    {
      model_type: 'RefinedWebModel',
      bias: false,
      hidden_size: 4544,
      multi_query: true,
      n_head: 71,
      n_layer: 32,
      parallel_attn: true,
      vocab_size: 65024,
      alibi: false,
    },
    6_921_720_704,
    'estimated',
  ],
  [
    'StableLM-3B-4E1T',
    {
      model_type: 'stablelm_epoch',
      hidden_size: 2560,
      intermediate_size: 6912,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 32,
      vocab_size: 50304,
    },
    2_795_443_200,
    'estimated',
  ],
  [
    'XVERSE-13B',
    {
      model_type: 'xverse',
      hidden_size: 5120,
      intermediate_size: 13824,
      num_hidden_layers: 40,
      num_attention_heads: 40,
      vocab_size: 100278,
    },
    llamaLike(100278, 5120, 13824, 40),
    'estimated',
  ],
  // Norms with biases: two more vectors a layer and one at the end.
  [
    'Orion-14B',
    {
      model_type: 'orion',
      hidden_size: 5120,
      intermediate_size: 15360,
      num_hidden_layers: 40,
      num_attention_heads: 40,
      num_key_value_heads: 40,
      vocab_size: 84608,
    },
    llamaLike(84608, 5120, 15360, 40) + 40 * 2 * 5120 + 5120,
    'estimated',
  ],
];

describe('checkpoints with code of their own', () => {
  for (const [name, config, parameters, certainty] of ROWS)
    it(`${name}: ${certainty}, its parameters to the last`, () => {
      const analysis = analyseConfig(
        JSON.stringify({ ...auto, tie_word_embeddings: undefined, ...config }),
        name,
      );
      assert.ok(analysis);
      const { distinct } = makeFigures(analysis).parameters;
      assert.deepEqual([distinct.value, distinct.certainty], [parameters, certainty]);
      if (certainty === 'estimated') assert.match(distinct.reason ?? '', /is not known|guessed/);
    });

  it('a vision-language model is its language model, and says which part is left out', () => {
    const config = {
      model_type: 'internvl_chat',
      llm_config: {
        model_type: 'internlm2',
        ...size7,
        intermediate_size: 14336,
        num_key_value_heads: 8,
        vocab_size: 92553,
      },
      vision_config: { model_type: 'intern_vit_6b', hidden_size: 1024, num_hidden_layers: 24 },
    };
    const analysis = analyseConfig(JSON.stringify(config), 'x')!;
    const report = makeFigures(analysis);
    // InternLM2-7B with nine words more.
    assert.equal(report.parameters.distinct.value, 7_737_708_544 + 9 * 2 * 4096);
    assert.equal(report.parameters.distinct.certainty, 'estimated');
    const left = report.problems.find((p) => p.code === 'config.part-left-out');
    assert.match(left?.message ?? '', /`vision_config` tells of is not counted/);
    assert.ok(report.problems.some((p) => /the `internlm2` that `llm_config` names/.test(p.message)));
  });

  it('heads that differ from layer to layer are taken at their mean, and said so', () => {
    const config = {
      model_type: 'deci',
      ...size7,
      intermediate_size: 14336,
      num_key_value_heads_per_layer: [4, 4, 2, 2],
      vocab_size: 32000,
    };
    const report = makeFigures(analyseConfig(JSON.stringify(config), 'x')!);
    // Keys and values of 3 heads of 128 in each layer.
    const expected =
      2 * 32000 * 4096 + 32 * (2 * 4096 ** 2 + 2 * 3 * 128 * 4096 + 3 * 4096 * 14336 + 2 * 4096) + 4096;
    assert.equal(report.parameters.distinct.value, expected);
    assert.ok(report.problems.some((p) => /the mean of `num_key_value_heads_per_layer`/.test(p.message)));
  });
});
