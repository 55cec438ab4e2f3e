import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { ELEMENT_RULES } from '../../../src/core/costs/elementOperations';
import { MOVEMENT, VIEWS } from '../../../src/core/costs/movement';
import { PRECISIONS, bitsPerWeight, tensorBytes } from '../../../src/core/costs/precisions';
import { tensorClasses } from '../../../src/core/costs/tensorClass';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { TABLES, formatted } from '../../support/costTables';

const bits = (id: string) => bitsPerWeight(PRECISIONS[id]!);

describe('costs: precisions', () => {
  it('true bits per weight, as published', () => {
    const published: Record<string, number> = {
      fp32: 32,
      tf32: 32,
      bf16: 16,
      fp16: 16,
      // 4 + (16 + 4)/128.
      int4: 4.15625,
      mxfp4: 4.25,
      nvfp4: 4.5,
      ternary: 2,
      q4_0: 4.5,
      q4_1: 5,
      q5_0: 5.5,
      q5_1: 6,
      q8_0: 8.5,
      q2_k: 2.625,
      q3_k: 3.4375,
      q4_k: 4.5,
      q5_k: 5.5,
      q6_k: 6.5625,
      iq1_s: 1.5625,
      iq2_xxs: 2.0625,
      iq2_xs: 2.3125,
      iq3_xxs: 3.0625,
      iq3_s: 3.4375,
      iq4_nl: 4.5,
      iq4_xs: 4.25,
      tq1_0: 1.6875,
      tq2_0: 2.0625,
    };
    for (const [id, want] of Object.entries(published)) assert.equal(bits(id), want, id);
    // QLoRA: 4 + 8/64 + 32/(64 x 256) = 4.127.
    assert.equal(bits('nf4').toFixed(3), '4.127');
  });

  it('rows fall back to blocks of 32, and to 16 bits where those do not fit either', () => {
    // 10 rows of 96: three blocks of 32 each, 34 bytes. Rows of 80 are no multiple: llama.cpp keeps them in F16.
    assert.equal(tensorBytes(PRECISIONS['q8_0']!, [10, 96]), 10 * 3 * 34);
    assert.equal(tensorBytes(PRECISIONS['q8_0']!, [10, 80]), 10 * 80 * 2);
    assert.equal(tensorBytes(PRECISIONS['q4_k']!, [10, 80]), 10 * 80 * 2);
    // Rows of 320 are no multiple of 256: Q4_K falls back to Q5_0, 10 blocks of 22 bytes.
    assert.equal(tensorBytes(PRECISIONS['q4_k']!, [2, 320]), 2 * 10 * 22);
    assert.equal(tensorBytes(PRECISIONS['q4_k']!, [2, 512]), 2 * 2 * 144);
    assert.equal(tensorBytes(PRECISIONS['fp16']!, [3, 5]), 30);
  });

  // Two layers, all sizes small and round.
  const config = {
    model_type: 'llama',
    hidden_size: 256,
    intermediate_size: 512,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    num_key_value_heads: 4,
    vocab_size: 1000,
    max_position_embeddings: 128,
    tie_word_embeddings: false,
    torch_dtype: 'bfloat16',
  };

  it('each scheme converts what it converts: linear layers, not embeddings, norms or head', () => {
    const model = buildModel(config);
    const e = estimate(model, costModel(model), scenarioFor(model, { weights: 'int4' }));
    // A layer: 4 x 256 x 256 + 3 x 256 x 512 = 655,360; embedding and head 256,000 each; 5 norms of 256.
    const linear = 2 * 655360;
    const kept = 2 * 256000 + 5 * 256;
    assert.equal(e.parameters.distinct.value, linear + kept);
    assert.equal(e.weights.stored.value, 2 * (linear + kept));
    assert.equal(e.weights.scenario.value, (linear * 4.15625) / 8 + 2 * kept);
    assert.equal(e.weights.byPrecision['fp32']!.value, 4 * (linear + kept));
    // GGUF Q4_K: embedding converted too, the output matrix Q6_K, norms fp32.
    assert.equal(
      e.weights.byPrecision['q4_k']!.value,
      ((linear + 256000) * 4.5) / 8 + (256000 * 6.5625) / 8 + 4 * 5 * 256,
    );
    assert.match(e.weights.scenario.formula, /1,310,720 × 4\.1563 bit/);
  });

  it('names the class of every tensor', () => {
    const model = buildModel(config);
    const classes = tensorClasses(model);
    const of = (part: string) => classes[model.weights.findIndex((w) => w.name.includes(part))];
    assert.equal(of('embed_tokens'), 'embedding');
    assert.equal(of('lm_head'), 'head');
    assert.equal(of('q_proj'), 'matrix');
    assert.equal(of('gate_proj'), 'matrix');
    assert.equal(of('input_layernorm'), 'vector');
    const moe = buildModel({
      ...config,
      model_type: 'mixtral',
      num_local_experts: 8,
      num_experts_per_tok: 2,
    });
    const moeClasses = tensorClasses(moe);
    const router = moe.weights.findIndex((w) => w.shape.join() === '8,256');
    assert.equal(moeClasses[router], 'router', moe.weights[router]?.name);
    assert.ok(moe.weights.every((w, i) => !w.activeFraction || moeClasses[i] === 'expert'));
  });

  it('the unknown precision is unknown, with the reason', () => {
    const model = buildModel(config);
    const { scenario } = estimate(model, costModel(model), scenarioFor(model, { weights: 'int3' })).weights;
    assert.equal(scenario.value, null);
    assert.match(scenario.reason!, /no precision called "int3"/);
  });
});

describe('costs: documentation', () => {
  for (const [file, make] of Object.entries(TABLES))
    it(`${file} is what the code makes`, async () => {
      assert.ok(
        readFileSync(file, 'utf8') === (await formatted(make(), file)),
        'run test/support/makeCostTables.ts',
      );
    });

  it('no operator is in two tables of element work', () => {
    for (const key of MOVEMENT) if (!VIEWS.has(key)) assert.ok(!Object.hasOwn(ELEMENT_RULES, key), key);
  });
});
