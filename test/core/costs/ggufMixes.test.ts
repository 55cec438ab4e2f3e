import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import { ggufTypeOf } from '../../../src/core/costs/ggufMixes';
import type { GgufModel, GgufPlace } from '../../../src/core/costs/ggufMixes';
import { weightsOf } from '../../../src/core/costs/weightBytes';
import { decodeReads } from '../../../src/core/costs/decodeReads';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { CONFIGS, analysisOf } from '../advice/models';

type Config = Readonly<Record<string, unknown>>;

const llama = (c: Config): Config => ({
  model_type: 'llama',
  architectures: ['LlamaForCausalLM'],
  hidden_act: 'silu',
  tie_word_embeddings: false,
  ...c,
});
const qwen = (type: string, c: Config): Config => ({
  model_type: type,
  architectures: [`Q${type.slice(1)}ForCausalLM`],
  tie_word_embeddings: false,
  ...c,
});

const MODELS: Readonly<Record<string, Config>> = {
  llama2: CONFIGS.llama2,
  llama2_13b: llama({
    hidden_size: 5120,
    intermediate_size: 13824,
    num_hidden_layers: 40,
    num_attention_heads: 40,
    num_key_value_heads: 40,
    vocab_size: 32000,
  }),
  mistral: { ...CONFIGS.llama3, vocab_size: 32000 },
  tinyllama: llama({
    hidden_size: 2048,
    intermediate_size: 5632,
    num_hidden_layers: 22,
    num_attention_heads: 32,
    num_key_value_heads: 4,
    vocab_size: 32000,
  }),
  llama32_1b: llama({
    hidden_size: 2048,
    intermediate_size: 8192,
    num_hidden_layers: 16,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    head_dim: 64,
    vocab_size: 128256,
    tie_word_embeddings: true,
  }),
  qwen25_3b: qwen('qwen2', {
    hidden_size: 2048,
    intermediate_size: 11008,
    num_hidden_layers: 36,
    num_attention_heads: 16,
    num_key_value_heads: 2,
    vocab_size: 151936,
    tie_word_embeddings: true,
  }),
  qwen25_7b: qwen('qwen2', {
    hidden_size: 3584,
    intermediate_size: 18944,
    num_hidden_layers: 28,
    num_attention_heads: 28,
    num_key_value_heads: 4,
    vocab_size: 152064,
  }),
  qwen25_32b: qwen('qwen2', {
    hidden_size: 5120,
    intermediate_size: 27648,
    num_hidden_layers: 64,
    num_attention_heads: 40,
    num_key_value_heads: 8,
    vocab_size: 152064,
  }),
  qwen3_8b: qwen('qwen3', {
    hidden_size: 4096,
    intermediate_size: 12288,
    num_hidden_layers: 36,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    head_dim: 128,
    vocab_size: 151936,
  }),
  qwen3_235b: {
    model_type: 'qwen3_moe',
    architectures: ['Qwen3MoeForCausalLM'],
    hidden_size: 4096,
    intermediate_size: 12288,
    moe_intermediate_size: 1536,
    num_hidden_layers: 94,
    num_attention_heads: 64,
    num_key_value_heads: 4,
    head_dim: 128,
    num_experts: 128,
    num_experts_per_tok: 8,
    decoder_sparse_step: 1,
    mlp_only_layers: [],
    vocab_size: 151936,
    tie_word_embeddings: false,
  },
  gemma2_2b: {
    model_type: 'gemma2',
    architectures: ['Gemma2ForCausalLM'],
    hidden_size: 2304,
    intermediate_size: 9216,
    num_hidden_layers: 26,
    num_attention_heads: 8,
    num_key_value_heads: 4,
    head_dim: 256,
    vocab_size: 256000,
  },
  gemma3_27b: {
    model_type: 'gemma3_text',
    architectures: ['Gemma3ForCausalLM'],
    hidden_size: 5376,
    intermediate_size: 21504,
    num_hidden_layers: 62,
    num_attention_heads: 32,
    num_key_value_heads: 16,
    head_dim: 128,
    vocab_size: 262144,
  },
  mixtral: CONFIGS.mixtral,
  deepseek_v2_lite: {
    model_type: 'deepseek_v2',
    architectures: ['DeepseekV2ForCausalLM'],
    hidden_size: 2048,
    intermediate_size: 10944,
    moe_intermediate_size: 1408,
    num_hidden_layers: 27,
    num_attention_heads: 16,
    num_key_value_heads: 16,
    n_routed_experts: 64,
    n_shared_experts: 2,
    num_experts_per_tok: 6,
    first_k_dense_replace: 1,
    kv_lora_rank: 512,
    q_lora_rank: null,
    qk_nope_head_dim: 128,
    qk_rope_head_dim: 64,
    v_head_dim: 128,
    vocab_size: 102400,
    tie_word_embeddings: false,
  },
  starcoder: {
    model_type: 'gpt_bigcode',
    architectures: ['GPTBigCodeForCausalLM'],
    n_embd: 6144,
    n_layer: 40,
    n_head: 48,
    n_inner: 24576,
    multi_query: true,
    n_positions: 8192,
    vocab_size: 49152,
  },
};

const GIB = 2 ** 30;

function bytesOf(name: string, type: string) {
  const { model } = analyseConfig(JSON.stringify(MODELS[name]), name)!;
  const bytes = weightsOf(model, type).scenario;
  return {
    ...bytes,
    value: bytes.value!,
    bits: (16 * bytes.value!) / weightsOf(model, 'bf16').scenario.value!,
  };
}

describe('costs: file types of llama.cpp', () => {
  it('Llama 3.1 8B: bits per weight of 22 types, to the fourth decimal (llama.cpp, tools/quantize/README.md)', () => {
    const published: Readonly<Record<string, number>> = {
      iq1_s: 2.0042,
      iq1_m: 2.146,
      iq2_xxs: 2.3824,
      iq2_xs: 2.5882,
      iq2_s: 2.7403,
      iq2_m: 2.9294,
      iq3_xxs: 3.2548,
      iq3_xs: 3.4977,
      iq3_s: 3.6606,
      iq3_m: 3.7628,
      iq4_xs: 4.4597,
      iq4_nl: 4.6818,
      q2_k_s: 2.9697,
      q2_k: 3.1593,
      q3_k_s: 3.6429,
      q3_k_l: 4.2979,
      q4_k_s: 4.6672,
      q4_k_m: 4.8944,
      q5_k_s: 5.5704,
      q5_k_m: 5.7036,
      q6_k: 6.5633,
      q8_0: 8.5008,
    };
    const { model } = analysisOf('llama3');
    // 8,030,261,248 parameters and 64 rotary factors that the file holds as a tensor, 4 bytes each.
    for (const [type, bits] of Object.entries(published)) {
      const ours = (8 * (weightsOf(model, type).scenario.value! + 256)) / 8_030_261_312;
      assert.ok(Math.abs(ours - bits) < 0.00006, `${type}: ${ours} for ${bits}`);
    }
  });

  it('Llama-2-7B in Q4_K_M by hand: sixteen layers have values and down projections in Q6_K', () => {
    // Of 32 layers the first 4, the last 4, and 6, 9, 12, 15, 18, 21, 24, 27.
    const more = 16 * (4096 * 4096 + 4096 * 11008) + 32000 * 4096;
    const vectors = 65 * 4096;
    const rest = 6_738_415_616 - more - vectors;
    const bytes = (rest * 144) / 256 + (more * 210) / 256 + 4 * vectors;
    const ours = weightsOf(analysisOf('llama2').model, 'q4_k_m').scenario;
    assert.equal(ours.value, bytes);
    assert.equal(ours.certainty, 'exact');
    assert.match(ours.formula, /Q4_K = .* \+ .* Q6_K = .* \+ .* FP32 = /);
  });

  // What llama.cpp prints when it loads a file, `model size = 4.68 GiB (4.90 BPW)`, in logs that people published.
  const LOGS: readonly (readonly [model: string, type: string, gib: number, bits: number])[] = [
    ['llama2', 'q4_k_m', 3.8, 4.84],
    ['llama2', 'q5_k_m', 4.45, 5.68],
    ['llama2_13b', 'q5_k_m', 8.6, 5.67],
    ['mistral', 'q4_k_m', 4.07, 4.83],
    ['mistral', 'q5_k_m', 4.78, 5.67],
    ['tinyllama', 'q4_k_m', 636.18 / 1024, 4.85],
    ['qwen25_3b', 'q5_k_m', 2.07, 5.75],
    ['qwen25_7b', 'q3_k_m', 3.54, 3.99],
    ['qwen25_7b', 'q4_k_m', 4.36, 4.91],
    ['qwen25_32b', 'q4_k_m', 18.48, 4.85],
    ['qwen3_8b', 'q4_k_m', 4.68, 4.9],
    ['qwen3_235b', 'q6_k', 179.754, 6.568],
    ['gemma2_2b', 'q4_k_m', 1.59, 5.21],
    ['gemma2_2b', 'q5_k_m', 1.79, 5.87],
    ['deepseek_v2_lite', 'q4_k_m', 9.65, 5.28],
  ];
  for (const [name, type, gib, bits] of LOGS)
    it(`${name} in ${type}: ${gib.toFixed(3)} GiB, ${bits} bits a weight, as llama.cpp prints`, () => {
      const ours = bytesOf(name, type);
      assert.ok(Math.abs(ours.value / GIB - gib) < 0.0056, `${ours.value / GIB}`);
      assert.ok(Math.abs(ours.bits - bits) < 0.0056, `${ours.bits}`);
    });

  it('a tied embedding has the type of an output matrix: files of Llama-3.2-1B (bartowski’s table, in GB)', () => {
    const published = { q8_0: 1.32, q6_k: 1.02, q5_k_m: 0.91, q5_k_s: 0.89, q4_k_m: 0.81, q4_k_s: 0.78 };
    // The file holds its vocabulary too: about 7.8 MB, as that of the 8 B model's file less its tensors.
    for (const [type, gb] of Object.entries(published))
      assert.ok(Math.abs((bytesOf('llama32_1b', type).value + 7.8e6) / 1e9 - gb) < 0.006, type);
  });

  it('explains where published files differ', () => {
    // IQ4_XS with an importance matrix: 7 down projections without more bits, 13.747 GiB printed.
    const gemma = bytesOf('gemma3_27b', 'iq4_xs');
    assert.equal(gemma.certainty, 'estimated');
    assert.match(gemma.reason!, /importance matrix/);
    const down = (7 * 5376 * 21504 * (176 - 136)) / 256;
    assert.ok(Math.abs((gemma.value - down) / GIB - 13.747) < 0.0006);
    assert.ok(down / gemma.value < 0.01);
    // Mixtral's first files (30.02 GiB) were made before the quantiser found down projections of experts: none in Q6_K.
    const mixtral = bytesOf('mixtral', 'q5_k_m');
    const moved = (16 * 8 * 4096 * 14336 * (210 - 176)) / 256;
    assert.ok(Math.abs((mixtral.value - moved) / GIB - 30.02) < 0.006, `${(mixtral.value - moved) / GIB}`);
    // StarCoder's file has its tied matrix twice, the embedding then in Q5_K (10.90 GiB), and its projections are fused: estimated.
    const starcoder = bytesOf('starcoder', 'q5_k_m');
    assert.equal(starcoder.certainty, 'estimated');
    const twice = (49152 * 6144 * 176) / 256;
    assert.ok(
      Math.abs((starcoder.value + twice) / (10.9 * GIB) - 1) < 0.01,
      `${(starcoder.value + twice) / GIB}`,
    );
  });

  it('gives each role its type by its layer', () => {
    const m: GgufModel = { layers: 32, sharing: 4, experts: 0, tied: false, isFalcon: false, is70B: false };
    const at = (role: GgufPlace['role'], rank: number): GgufPlace => ({ role, rank, count: 32, layer: rank });
    const of = (type: string, place: GgufPlace, changed: Partial<GgufModel> = {}) =>
      ggufTypeOf(type, place, { ...m, ...changed }, 4096, 256);
    assert.deepEqual(
      [0, 3, 4, 6, 9, 27, 28].map((i) => of('q4_k_m', at('down', i))),
      ['q6_k', 'q6_k', 'q4_k', 'q6_k', 'q6_k', 'q6_k', 'q6_k'],
    );
    assert.equal(of('q4_k_m', at('keys', 0)), 'q4_k');
    assert.equal(of('q4_k_m', at('kept', 0)), 'fp32');
    assert.equal(of('q4_k_m', at('embedding', 0)), 'q4_k');
    assert.equal(of('q4_k_m', at('embedding', 0), { tied: true }), 'q6_k');
    assert.equal(of('q4_k_m', at('values', 4), { is70B: true }), 'q5_k');
    assert.equal(of('q4_k_m', at('values', 4), { experts: 8 }), 'q8_0');
    assert.equal(of('q4_k_m', at('output', 0), { experts: 8 }), 'q5_k');
    assert.equal(of('q4_k_m', at('head', 0), { isFalcon: true }), 'q8_0');
    // Rows of the output matrix that are no multiple of the block have Q8_0.
    assert.equal(ggufTypeOf('q4_k_m', at('head', 0), m, 3200, 256), 'q8_0');
    assert.equal(of('iq2_xxs', at('values', 0), { sharing: 1 }), 'q2_k');
  });

  it('is what a decode step reads', () => {
    const { model, costs } = analysisOf('llama2');
    const read = (weights: string) =>
      decodeReads(model, costs, scenarioFor(model, { weights, context: 1024 })).value!;
    const saved = weightsOf(model, 'q5_k_m').scenario.value! - weightsOf(model, 'q4_k_m').scenario.value!;
    // All but the embedding, of which one row is read: Q5_K against Q4_K in 32,000 rows of 4,096.
    const table = (32000 * 4096 * (176 - 144)) / 256;
    const difference = read('q5_k_m') - read('q4_k_m');
    assert.ok(Math.abs(difference / (saved - table) - 1) < 0.001, `${difference} for ${saved - table}`);
  });
});
