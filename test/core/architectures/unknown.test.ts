/** Model types that nobody declared, and configs that contradict themselves: estimated and said, never an error. */
import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import type { Model } from '../../../src/core/model/model';
import { repeatsOf } from '../../../src/core/model/model';

function parameters(model: Model): number {
  return model.weights.reduce(
    (n, w) => n + w.shape.reduce((a, d) => a * d, 1) * repeatsOf(model, w.block),
    0,
  );
}

describe('configs of unknown model types', () => {
  it('are computed from the keys they share, under any of their names, and say so', () => {
    const sizes = { n_embd: 64, n_layer: 3, n_head: 4, n_inner: 128, n_vocab: 100 };
    const model = buildModel({ model_type: 'somebodys-own', ...sizes });
    // Embedding and head 2 x 100 x 64, layers 3 x (4 x 64^2 + 3 x 64 x 128 + 2 x 64), final norm 64.
    assert.equal(parameters(model), 2 * 6400 + 3 * (4 * 4096 + 3 * 8192 + 128) + 64);
    // Phi-3-small’s own name for the width.
    const renamed = buildModel({
      model_type: 'phi3small',
      ...sizes,
      n_inner: undefined,
      ff_intermediate_size: 128,
    });
    assert.equal(parameters(renamed), parameters(model));
    assert.equal(model.certainty, 'estimated');
    const said = model.problems.find((p) => p.code === 'config.unknown-type');
    assert.match(said?.message ?? '', /`n_embd` is `hidden_size`/);
    assert.deepEqual(
      model.problems.filter((p) => p.severity === 'error'),
      [],
    );
  });

  it('count experts where they have some', () => {
    const base = {
      hidden_size: 64,
      num_hidden_layers: 2,
      num_attention_heads: 4,
      intermediate_size: 128,
      vocab_size: 10,
    };
    const model = buildModel({ model_type: 'own-moe', ...base, num_experts: 4, num_experts_per_tok: 2 });
    assert.deepEqual(model.facts.experts, { routed: 4, perToken: 2, shared: 0 });
    const experts = model.weights.filter((w) => w.activeFraction);
    assert.deepEqual(experts[0]?.shape, [4, 256, 64]);
  });

  it('invent nothing without layers or width', () => {
    const model = buildModel({ model_type: 'who-knows', foo: 1 });
    assert.deepEqual([model.weights.length, model.certainty], [0, 'estimated']);
    assert.match(model.problems[0]?.message ?? '', /nothing can be computed/);
  });
});

describe('configs that contradict themselves', () => {
  const llama = {
    model_type: 'llama',
    hidden_size: 64,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    vocab_size: 10,
  };

  it('texts for numbers, negative sizes and heads that do not divide are told on their key', () => {
    const rows: [Record<string, unknown>, string, string][] = [
      [{ hidden_size: '64' }, 'config.not-a-whole-number', 'hidden_size'],
      [{ vocab_size: -5 }, 'config.not-a-size', 'vocab_size'],
      [{ num_attention_heads: 5 }, 'config.heads-do-not-divide', 'num_attention_heads'],
      [{ num_key_value_heads: 3 }, 'config.kv-heads-do-not-divide', 'num_key_value_heads'],
    ];
    for (const [change, code, key] of rows) {
      const model = buildModel({ ...llama, ...change });
      const problem = model.problems.find((p) => p.code === code);
      assert.ok(problem, code);
      assert.ok(problem.origin?.kind === 'keys' && problem.origin.keys.includes(key));
      assert.match(problem.message, /library/);
      assert.ok(model.weights.length > 0);
    }
  });

  it('a list of the wrong length is told, and what can be told is told', () => {
    const model = buildModel({
      ...llama,
      model_type: 'gemma2',
      layer_types: ['full_attention'],
      sliding_window: 8,
    });
    assert.ok(model.problems.some((p) => p.code === 'config.list-length'));
    assert.ok(parameters(model) > 0);
  });

  it('never throws, whatever the values are', () => {
    const odd = [null, true, 'x', -1, 1e300, 0.5, [], {}, NaN, Infinity];
    for (const type of [
      'llama',
      'mixtral',
      'deepseek_v3',
      'gpt2',
      'bart',
      'mamba2',
      'gemma3_text',
      'falcon',
      'nope',
    ])
      for (const key of [
        'hidden_size',
        'num_hidden_layers',
        'num_attention_heads',
        'layer_types',
        'quantization_config',
      ])
        for (const value of odd) assert.doesNotThrow(() => buildModel({ model_type: type, [key]: value }));
  });
});
