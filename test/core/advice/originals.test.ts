import assert from 'node:assert/strict';
import { oneTechnique } from '../../../src/core/advice/advise';
import { adviceLenses } from '../../../src/core/views/adviceLenses';
import { techniqueCard } from '../../../src/core/views/card';
import { makeReport } from '../../../src/core/views/report';
import { analysisOf } from './models';

const GPTQ = {
  quantization_config: { quant_method: 'gptq', bits: 4, group_size: 128, desc_act: false, sym: true },
};
const FP8 = {
  quantization_config: { quant_method: 'fp8', weight_block_size: [128, 128], activation_scheme: 'dynamic' },
};

describe('techniques that train, on a checkpoint already quantised', function () {
  this.timeout(20_000);

  it('start from the original weights, and say so first', () => {
    const a = analysisOf('llama2', GPTQ);
    for (const id of ['grouped-multi-query-attention', 'depth-pruning', 'structured-width-pruning']) {
      const j = oneTechnique(id, a)!;
      assert.equal(j.status, 'applies', id);
      assert.match(j.tradeOff, /^From the original weights: a checkpoint stored as gptq/, id);
      assert.ok(j.tradeOff.endsWith(j.technique.tradeOff), id);
      assert.match(techniqueCard(a, id)!, /From the original weights/);
    }
    const hint = adviceLenses(a, {}, { show: 'all' }).find(
      (h) => h.technique === 'grouped-multi-query-attention',
    )!;
    assert.match(hint.tooltip, /From the original weights/);
    const item = makeReport(a).advice.find((x) => x.id === 'grouped-multi-query-attention');
    if (item) assert.match(item.tradeOff, /From the original weights/);
  });

  it('are not offered where nothing of the checkpoint would be used', () => {
    const a = analysisOf('llama2', GPTQ);
    for (const id of [
      'mixture-of-experts',
      'multi-head-latent-attention',
      'knowledge-distillation',
      'weight-tying',
    ]) {
      const j = oneTechnique(id, a)!;
      assert.equal(j.status, 'not applicable', id);
      assert.deepEqual(j.outcomes, [], id);
    }
    assert.match(oneTechnique('mixture-of-experts', a)!.reason, /trained from scratch, .* stored as gptq/);
    // What is there already is still said.
    const grouped = analysisOf('llama3', GPTQ);
    assert.equal(oneTechnique('grouped-multi-query-attention', grouped)!.status, 'in use');
  });

  it('may start from FP8, in which models are trained', () => {
    const a = analysisOf('deepseek', FP8);
    const j = oneTechnique('depth-pruning', a)!;
    assert.match(
      j.tradeOff,
      /^From the original weights, or from these widened to 16 bits: .* stored as fp8/,
    );
    assert.equal(oneTechnique('knowledge-distillation', a)!.status, 'applies');
  });

  it('say nothing of it where the weights are whole, or nothing is trained', () => {
    assert.doesNotMatch(oneTechnique('depth-pruning', analysisOf('llama2'))!.tradeOff, /original weights/);
    const cache = oneTechnique('kv-cache-quantization', analysisOf('llama2', GPTQ))!;
    assert.equal(cache.tradeOff, cache.technique.tradeOff);
    assert.equal(cache.status, 'applies');
  });
});
