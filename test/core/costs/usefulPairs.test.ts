import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';

function prefillOf(config: Readonly<Record<string, unknown>>, prompt: number) {
  const model = buildModel(config);
  const { macs, usefulMacs } = estimate(model, costModel(model), scenarioFor(model, { prompt })).compute
    .prefill;
  assert.equal(usefulMacs.certainty, 'exact');
  return { all: macs.value!, useful: usefulMacs.value! };
}

describe('costs: pairs that a window leaves useful', () => {
  it('ModernBERT sees 64 tokens to each side in 14 of 22 layers', () => {
    const config = {
      model_type: 'modernbert',
      architectures: ['ModernBertForMaskedLM'],
      hidden_size: 768,
      num_hidden_layers: 22,
      num_attention_heads: 12,
      intermediate_size: 1152,
      vocab_size: 50368,
      local_attention: 128,
      global_attn_every_n_layers: 3,
    };
    // Pairs that the library's own mask leaves (create_bidirectional_sliding_window_mask, transformers 5.18.0), counted.
    for (const [prompt, pairs] of [
      [100, 8_740],
      [512, 61_888],
    ] as const) {
      const { all, useful } = prefillOf(config, prompt);
      // 12 heads of 64 channels, scores and sums.
      assert.equal(all - useful, 14 * 12 * 2 * 64 * (prompt ** 2 - pairs));
    }
    // No window reaches further than 65 tokens.
    const short = prefillOf(config, 65);
    assert.equal(short.all, short.useful);
  });

  it('GPT-Neo’s local layers mask all but 256 tokens, and compute all', () => {
    const config = (local: boolean) => ({
      model_type: 'gpt_neo',
      architectures: ['GPTNeoForCausalLM'],
      hidden_size: 2048,
      num_layers: 24,
      num_heads: 16,
      vocab_size: 50257,
      window_size: 256,
      max_position_embeddings: 2048,
      attention_types: [[local ? ['global', 'local'] : ['global', 'global'], 12]],
    });
    const [windowed, whole] = [prefillOf(config(true), 512), prefillOf(config(false), 512)];
    assert.equal(windowed.all, whole.all);
    // Of 512 x 513 / 2 causal pairs: 1 + 2 + ... + 256, then 256 tokens that see 256 each.
    const seen = (256 * 257) / 2 + 256 * 256;
    assert.equal(whole.useful - windowed.useful, 12 * 16 * 2 * 128 * ((512 * 513) / 2 - seen));
  });
});
