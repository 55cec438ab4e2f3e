/** Every quantisation method of the modelling library: stored bytes exact where its layers are known, else an estimate that says so. */
import assert from 'node:assert/strict';
import { analyseConfig } from '../../../src/core/analyse';
import type { Analysis } from '../../../src/core/analysis';
import { allTechniques } from '../../../src/core/advice/advise';
import { makeReport } from '../../../src/core/views/report';
import { LINEAR, LLAMA_2_7B as LLAMA, OTHERS } from '../../support/llama2';

/** Outputs of the seven matrices of a layer: four of attention, gate, up and down. */
const ROWS = 32 * (5 * 4096 + 2 * 11008);
const MATRICES = 32 * 7;

function analyse(quantisation: object, more: object = LLAMA): Analysis {
  const text = JSON.stringify({ ...more, quantization_config: quantisation });
  return analyseConfig(text, 'config.json')!;
}

const stored = (quantisation: object, more: object = LLAMA) =>
  makeReport(analyse(quantisation, more)).weights['stored']!;

describe('quantisation methods', () => {
  for (const [name, quantisation, bytes] of [
    ['EETQ', { quant_method: 'eetq', weights: 'int8' }, LINEAR + 2 * ROWS],
    [
      'HIGGS of 4 bits, groups of 256, tables of 16 and 16 x 16 x 2',
      { quant_method: 'higgs', bits: 4, group_size: 256 },
      LINEAR / 2 + (2 * LINEAR) / 256 + MATRICES * 2 * (16 + 512),
    ],
    [
      'Metal: 4 bits, scale and bias of 32 bits for 64',
      { quant_method: 'metal', bits: 4, group_size: 64 },
      LINEAR / 2 + (8 * LINEAR) / 64,
    ],
    ['FBGEMM FP8: a scale of 32 bits for each row', { quant_method: 'fbgemm_fp8' }, LINEAR + 4 * ROWS],
    ['MXFP8: an exponent for 32', { quant_method: 'mxfp8' }, LINEAR + LINEAR / 32],
    [
      'AQLM of one codebook of 65,536 x 8 for each matrix',
      { quant_method: 'aqlm', in_group_size: 8, out_group_size: 1, num_codebooks: 1, nbits_per_codebook: 16 },
      (2 * LINEAR) / 8 + MATRICES * 65_536 * 8 * 2 + 2 * ROWS,
    ],
  ] as const)
    it(`${name}: exact`, () => {
      const { value, certainty } = stored(quantisation);
      assert.deepEqual([value, certainty], [bytes + OTHERS, 'exact']);
    });

  // "Model size, Gb" in the model cards of ISTA-DASLab: Llama-2-7b 1x16 2.4, 13b 1x16 4.1, 70b 1x16 18.8 and 2x8
  // 18.2. (For 7b 2x8 they say 2.2, where the tensors above come to 2.15.)
  it('AQLM: the sizes that its authors publish', () => {
    const of = (num_codebooks: number, nbits_per_codebook: number) => ({
      quant_method: 'aqlm',
      in_group_size: 8,
      out_group_size: 1,
      num_codebooks,
      nbits_per_codebook,
      linear_weights_not_to_quantize: ['model.embed_tokens.weight', 'lm_head.weight'],
    });
    const larger = {
      ...LLAMA,
      hidden_size: 5120,
      intermediate_size: 13824,
      num_hidden_layers: 40,
      num_attention_heads: 40,
    };
    const largest = {
      ...LLAMA,
      hidden_size: 8192,
      intermediate_size: 28672,
      num_hidden_layers: 80,
      num_attention_heads: 64,
      num_key_value_heads: 8,
    };
    const shown = (bytes: number | null) => ((bytes ?? 0) / 1e9).toFixed(1);
    assert.equal(shown(stored(of(1, 16)).value), '2.4');
    assert.equal(shown(stored(of(1, 16), larger).value), '4.1');
    assert.equal(shown(stored(of(1, 16), largest).value), '18.8');
    assert.equal(shown(stored(of(2, 8), largest).value), '18.2');
  });

  it('BitNet b1.58 2B: four ternary weights in a byte, one scale for each matrix', () => {
    const bitnet = {
      model_type: 'bitnet',
      architectures: ['BitNetForCausalLM'],
      hidden_size: 2560,
      intermediate_size: 6912,
      num_hidden_layers: 30,
      num_attention_heads: 20,
      num_key_value_heads: 5,
      vocab_size: 128_256,
      tie_word_embeddings: true,
      torch_dtype: 'bfloat16',
    };
    const packed = stored({ quant_method: 'bitnet', quantization_mode: 'offline' }, bitnet);
    const linear = 30 * (2 * 2560 * 2560 + 2 * 640 * 2560 + 3 * 6912 * 2560);
    // Norms of each layer: two of the width, one before each output projection (2,560 and 6,912).
    const norms = 30 * (3 * 2560 + 6912) + 2560;
    const scales = 30 * 7;
    assert.deepEqual(
      [packed.value, packed.certainty],
      [linear / 4 + 2 * (128_256 * 2560 + norms + scales), 'exact'],
    );
    const online = stored({ quant_method: 'bitnet', quantization_mode: 'online' }, bitnet);
    assert.deepEqual([online.value, online.certainty], [2 * (linear + 128_256 * 2560 + norms), 'exact']);
  });

  // What is not exact says so, by the config's own bits; parameters stay what they are.
  const four = (group: number) => LINEAR / 2 + (2 * LINEAR) / group;
  const ESTIMATES: readonly (readonly [quantisation: object, bytes: number])[] = [
    [
      {
        quant_method: 'hqq',
        quant_config: { weight_quant_params: { nbits: 4, group_size: 64 } },
        skip_modules: ['lm_head'],
      },
      // A scale and a zero point for 64.
      four(32),
    ],
    [{ quant_method: 'sinq', nbits: 4, group_size: 64 }, four(32)],
    [{ quant_method: 'quanto', weights: 'int4' }, four(128)],
    [{ quant_method: 'quanto', weights: 'int8' }, LINEAR + 2 * ROWS],
    [{ quant_method: 'auto-round', bits: 4, group_size: 128 }, four(128)],
    [
      { quant_method: 'torchao', quant_type: { default: { _type: 'Int4WeightOnlyConfig', _data: {} } } },
      four(128),
    ],
    [{ quant_method: 'torchao', quant_type: 'int8_weight_only' }, LINEAR + 2 * ROWS],
    [{ quant_method: 'quark', global_quant_config: { weight: { dtype: 'fp8_e4m3' } } }, LINEAR + 2 * ROWS],
    [{ quant_method: 'spqr', bits: 3 }, (3 * LINEAR) / 8 + (2 * LINEAR) / 16],
    [{ quant_method: 'nvfp4' }, four(32)],
    [{ quant_method: 'fp_quant', forward_dtype: 'nvfp4' }, four(32)],
    [{ quant_method: 'fouroversix' }, four(32)],
    [{ quant_method: 'gemma', num_bits: 4 }, LINEAR / 2 + 2 * ROWS],
    [
      // 16 bits for 8 weights and 8 bits for the same 8.
      {
        quant_method: 'vptq',
        config_for_layers: {
          x: { num_centroids: [-1, 65_536], num_res_centroids: [-1, 256], vector_lens: [-1, 8] },
        },
      },
      (3 * LINEAR) / 8 + 2 * ROWS,
    ],
  ];
  for (const [quantisation, bytes] of ESTIMATES)
    it(`${JSON.stringify(quantisation).slice(0, 80)}: an estimate`, () => {
      const report = makeReport(analyse(quantisation));
      const { value, certainty, reason } = report.weights['stored']!;
      assert.deepEqual([value, certainty], [bytes + OTHERS, 'estimated']);
      assert.match(reason ?? '', /packs is not known here: [\d.]+ bits a weight as the config tells/);
      assert.deepEqual(
        [report.parameters.distinct.value, report.parameters.distinct.certainty],
        [6_738_415_616, 'exact'],
      );
      assert.ok(report.problems.some((p) => p.code === 'config.estimated-quantisation' && p.line === 1));
    });

  it('a method that nobody knows, or that tells no bits, is an estimate that says it is too much', () => {
    for (const q of [
      { quant_method: 'no-such' },
      { quant_method: 'gguf' },
      { quant_method: 'torchao', quant_type: 'autoquant' },
      { quant_method: 'vptq' },
      { quant_method: 7 },
    ]) {
      const report = makeReport(analyse(q));
      const { value, certainty, reason } = report.weights['stored']!;
      assert.deepEqual([value, certainty], [2 * 6_738_415_616, 'estimated'], JSON.stringify(q));
      assert.match(reason ?? '', /the checkpoint holds fewer/);
      assert.ok(report.problems.some((p) => p.code === 'config.unknown-quantisation'));
    }
  });

  it('what trains keeps its whole weights', () => {
    for (const q of [
      { quant_method: 'fp_quant', store_master_weights: true },
      { quant_method: 'fouroversix', keep_master_weights: true },
    ]) {
      const { value, certainty } = stored(q);
      assert.deepEqual([value, certainty], [2 * 6_738_415_616, 'exact']);
    }
  });
});

describe('advice for a checkpoint that is quantised already', () => {
  const FORMS: readonly (readonly [name: string, quantisation: object])[] = [
    ['GPTQ', { quant_method: 'gptq', bits: 4, group_size: 128, desc_act: false, sym: true }],
    ['AWQ', { quant_method: 'awq', bits: 4, group_size: 128, version: 'gemm', zero_point: true }],
    [
      'NF4',
      {
        quant_method: 'bitsandbytes',
        load_in_4bit: true,
        bnb_4bit_quant_type: 'nf4',
        bnb_4bit_use_double_quant: true,
        bnb_4bit_compute_dtype: 'bfloat16',
      },
    ],
    ['int8 of bitsandbytes', { quant_method: 'bitsandbytes', load_in_8bit: true, llm_int8_threshold: 6 }],
    [
      'FP8 in blocks',
      { quant_method: 'fp8', activation_scheme: 'dynamic', weight_block_size: [128, 128], fmt: 'e4m3' },
    ],
    ['EETQ', { quant_method: 'eetq', weights: 'int8' }],
    ['HQQ', { quant_method: 'hqq', quant_config: { weight_quant_params: { nbits: 4, group_size: 64 } } }],
    ['AQLM', { quant_method: 'aqlm', num_codebooks: 1, nbits_per_codebook: 16 }],
    ['a method that is not known', { quant_method: 'no-such' }],
  ];
  const judged = (analysis: Analysis) => allTechniques(analysis, { context: 2048 });
  const statusOf = (analysis: Analysis, id: string) => judged(analysis).find((j) => j.technique.id === id)!;
  /** Techniques that change how weights are stored, or work on plain numbers. */
  const WEIGHTS = [
    'weight-only-quantization',
    'weight-activation-quantization',
    'quantization-aware-training',
    'ternary-bitnet-weights',
    'unstructured-pruning',
    'semi-structured-2-4-sparsity',
    'low-rank-decomposition',
    'qlora',
  ];
  const EIGHT = /int8|FP8|EETQ/;

  for (const [name, quantisation] of FORMS)
    it(`${name}: none that quantises what is quantised; the cache may still be`, () => {
      const analysis = analyse(quantisation);
      const wrong = judged(analysis).filter(
        (j) => j.status === 'applies' && WEIGHTS.includes(j.technique.id),
      );
      assert.deepEqual(
        wrong.map((j) => j.technique.id),
        EIGHT.test(name) ? ['weight-only-quantization'] : [],
      );
      // 32 layers x 2 x 4,096 x 2 bytes for a token, x 2,048 tokens = 1 GiB, as without quantised weights;
      // in FP8 a byte each, and 4 for a block of 128 x 128.
      const [outcome] = statusOf(analysis, 'kv-cache-quantization').outcomes;
      const cache = outcome!.effects.find((e) => e.kind === 'cache')!;
      assert.deepEqual(
        [cache.before.value, cache.after.value],
        [2 ** 30, 2 ** 29 + (4 * 2 ** 29) / 128 ** 2],
      );
      assert.ok(!outcome!.effects.some((e) => e.kind === 'weights'));
    });

  it('8 bits may become 4, from the unquantised weights', () => {
    for (const [name, quantisation] of FORMS.filter(([n]) => EIGHT.test(n))) {
      const { outcomes } = statusOf(analyse(quantisation), 'weight-only-quantization');
      assert.match(outcomes[0]!.variant.assumption ?? '', /anew from the unquantised weights/, name);
      const weights = outcomes[0]!.effects.find((e) => e.kind === 'weights')!;
      // 4 bits, and 16 + 4 for each 128; embedding, head and norms stay in 16 bits.
      assert.equal(weights.after.value, LINEAR / 2 + (LINEAR / 128) * 2.5 + OTHERS, name);
    }
  });

  it('says what is in use, by its name', () => {
    for (const [quantisation, says] of [
      [FORMS[0]![1], 'already stored as gptq'],
      [FORMS[2]![1], 'already stored as bnb-nf4'],
      [FORMS[7]![1], 'already stored as aqlm-1x16'],
    ] as const) {
      const { status, reason } = statusOf(analyse(quantisation), 'weight-only-quantization');
      assert.deepEqual([status, reason], ['in use', says]);
    }
  });
});
