import * as assert from 'node:assert';
import { buildModel } from '../../../../src/core/architectures/buildModel';
import { namesOf } from '../../../../src/core/model/names';
import { configOfParams } from '../../../../src/core/readers/params/readParams';

function parameters(values: Record<string, unknown>): number {
  const reading = configOfParams(values);
  assert.ok(reading);
  const model = buildModel(reading.config);
  let sum = 0;
  for (const w of model.weights) sum += [...namesOf(model, w)].length * w.shape.reduce((a, b) => a * b, 1);
  return sum;
}

describe('params.json', () => {
  it('of Llama 2 7B is the published 6,738,415,616 parameters', () => {
    const p = { dim: 4096, multiple_of: 256, n_heads: 32, n_layers: 32, norm_eps: 1e-5, vocab_size: -1 };
    assert.strictEqual(parameters(p), 6_738_415_616);
    assert.match(configOfParams(p)!.assumptions[0]!, /32000/);
  });

  it('of Llama 3 8B is the published 8,030,261,248 parameters', () => {
    const p = {
      dim: 4096,
      n_layers: 32,
      n_heads: 32,
      n_kv_heads: 8,
      vocab_size: 128256,
      multiple_of: 1024,
      ffn_dim_multiplier: 1.3,
    };
    assert.strictEqual(parameters(p), 8_030_261_248);
  });

  it('of Mistral 7B is the published 7,241,732,096 parameters', () => {
    const p = {
      dim: 4096,
      n_layers: 32,
      head_dim: 128,
      hidden_dim: 14336,
      n_heads: 32,
      n_kv_heads: 8,
      vocab_size: 32000,
      sliding_window: 4096,
    };
    assert.strictEqual(parameters(p), 7_241_732_096);
  });

  it('of Mixtral 8x7B is the published 46,702,792,704 parameters', () => {
    const p = {
      dim: 4096,
      n_layers: 32,
      head_dim: 128,
      hidden_dim: 14336,
      n_heads: 32,
      n_kv_heads: 8,
      vocab_size: 32000,
      moe: { num_experts_per_tok: 2, num_experts: 8 },
    };
    assert.strictEqual(parameters(p), 46_702_792_704);
  });

  it('is not every JSON with a `dim`', () => {
    assert.strictEqual(configOfParams({ dim: 4, n_layers: 2 }), undefined);
    assert.strictEqual(configOfParams({ dim: 4, n_layers: 2, n_heads: 1, model_type: 'x' }), undefined);
  });
});
