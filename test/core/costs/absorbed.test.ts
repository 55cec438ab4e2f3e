import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';

describe('costs: latent attention, expanded and absorbed', () => {
  const config = {
    model_type: 'deepseek_v3',
    architectures: ['DeepseekV3ForCausalLM'],
    hidden_size: 256,
    intermediate_size: 512,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    num_key_value_heads: 4,
    q_lora_rank: 96,
    kv_lora_rank: 64,
    qk_nope_head_dim: 32,
    qk_rope_head_dim: 16,
    v_head_dim: 32,
    first_k_dense_replace: 2,
    n_routed_experts: 4,
    num_experts_per_tok: 2,
    n_shared_experts: 1,
    moe_intermediate_size: 64,
    n_group: 1,
    topk_group: 1,
    vocab_size: 1000,
    max_position_embeddings: 4096,
  };

  it('are told apart, and differ by what the definition says', () => {
    const model = buildModel(config);
    const costs = costModel(model);
    for (const context of [1, 100, 4000]) {
      const { compute } = estimate(model, costs, scenarioFor(model, { context }));
      const { decode, decodeAbsorbed } = compute;
      assert.equal(decode.macs.certainty, 'exact');
      assert.equal(decodeAbsorbed!.macs.certainty, 'estimated');
      assert.match(decodeAbsorbed!.macs.reason!, /section 2\.1\.2/);
      // A layer, expanded: 64 -> 4 x (32 + 32) for every token held, then 4 heads x (48 + 32) a pair.
      const expanded = context * 64 * 4 * (32 + 32) + 4 * (48 + 32) * context;
      // Absorbed: the same matrix once, and 4 heads x (64 + 16 + 64) a pair.
      const absorbed = 64 * 4 * (32 + 32) + 4 * (64 + 16 + 64) * context;
      assert.equal(decode.macs.value! - decodeAbsorbed!.macs.value!, 2 * (expanded - absorbed));
    }
  });

  it('is no figure of models without latents', () => {
    const model = buildModel({ ...config, model_type: 'llama', architectures: ['LlamaForCausalLM'] });
    assert.equal(estimate(model, costModel(model), scenarioFor(model)).compute.decodeAbsorbed, undefined);
  });
});
