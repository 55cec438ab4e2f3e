import assert from 'node:assert/strict';
import { advise } from '../../../src/core/advice/advise';
import { analysisOf, change, judged } from './models';

const P = 6_738_415_616;
const LINEAR = 32 * (4 * 4096 ** 2 + 3 * 4096 * 11008);

describe('training techniques against hand-worked numbers', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('full tuning of Llama-2-7B with Adam: 16 bytes per parameter, 107,814,649,856', () => {
    assert.equal(16 * P, 107_814_649_856);
    assert.equal(change('llama2', 'lora', 'trainState')[0], 107_814_649_856);
  });

  it('LoRA of rank 16 on all linear layers: 39,976,960 trained, 14,116,462,592 bytes', () => {
    // Per layer 4 × 16 × (4,096 + 4,096) + 3 × 16 × (4,096 + 11,008).
    const n = 32 * 16 * (4 * 8192 + 3 * 15104);
    assert.equal(n, 39_976_960);
    const facts = judged('llama2', 'lora').outcomes[0]!.effects;
    assert.equal(facts.find((e) => e.quantity === 'Trained parameters')!.after.value, n);
    assert.equal(change('llama2', 'lora', 'trainState')[1], 2 * P + 16 * n);
    assert.equal(2 * P + 16 * n, 14_116_462_592);
    // Frozen weights need no gradient of their own: 4 instead of 6 FLOPs per parameter.
    assert.equal(facts.find((e) => e.kind === 'trainFlops')!.ratio, 4 / 6);
  });

  it('QLoRA: the frozen base in NF4, 3,865,591,808 bytes', () => {
    assert.deepEqual(change('llama2', 'qlora', 'weights'), [2 * P, 3_865_591_808]);
    assert.equal(change('llama2', 'qlora', 'trainState')[1], 3_865_591_808 + 16 * 39_976_960);
  });

  it('ZeRO over 8 devices: 16·P to 4·P + 12·P/8, 2·P + 14·P/8, 16·P/8, and 1.5 times the traffic', () => {
    assert.equal(change('llama2', 'zero-fsdp-sharding', 'trainState', {}, 0)[1], 13_476_831_232);
    assert.equal(change('llama2', 'zero-fsdp-sharding', 'trainState', {}, 1)[1], 2 * P + (14 * P) / 8);
    assert.equal(change('llama2', 'zero-fsdp-sharding', 'trainState', {}, 2)[1], 4 * P + (12 * P) / 8);
    const [was, is] = change('llama2', 'zero-fsdp-sharding', 'traffic');
    assert.deepEqual([was, is], [(4 * P * 7) / 8, (6 * P * 7) / 8]);
  });

  it('activations of Llama-2-7B at 1,024 tokens: with scores, without, and layer inputs only', () => {
    const tokens = 1024;
    const linear = 18 * 4096 + 8 * 11008;
    const scores = 5 * 32 * 1024;
    const id = 'activation-checkpointing';
    assert.deepEqual(change('llama2', id, 'trainActivations', { prompt: 1024 }), [
      32 * tokens * (linear + scores),
      32 * tokens * linear,
    ]);
    const full = 2 * 32 * tokens * 4096 + tokens * (linear + scores);
    assert.equal(change('llama2', id, 'trainActivations', { prompt: 1024 }, 1)[1], full);
    const [six, eight] = change('llama2', id, 'trainFlops', {}, 1);
    assert.equal(eight / six, 8 / 6);
  });

  it('at 4,096 tokens the worked values of the survey: 107,105,746,944, 21,206,401,024 and 4,420,796,416 bytes', () => {
    const id = 'activation-checkpointing';
    const scenario = { prompt: 4096 };
    assert.deepEqual(change('llama2', id, 'trainActivations', scenario), [107_105_746_944, 21_206_401_024]);
    assert.equal(change('llama2', id, 'trainActivations', scenario, 1)[1], 4_420_796_416);
  });

  it('8-bit Adam keeps 2 + 8/256 bytes of moments instead of 8, Lion 4', () => {
    const id = 'eight-bit-and-lean-optimizers';
    const moments = 2 * P + (8 * P) / 256;
    assert.equal(moments, 13_687_406_720);
    assert.equal(change('llama2', id, 'trainState')[1], 8 * P + moments);
    assert.equal(change('llama2', id, 'trainState', {}, 1)[1], 12 * P);
  });

  it('GaLore of rank 1,024: 16,710,107,136 bytes of moments and projectors instead of 8 bytes each', () => {
    const kept = 4 * 32 * 1024 * (4 * (2 * 4096 + 4096) + 3 * (2 * 11008 + 4096));
    assert.equal(kept, 16_710_107_136);
    assert.equal(change('llama2', 'galore-gradient-projection', 'trainState')[1], 16 * P - 8 * LINEAR + kept);
  });

  it('offload keeps 2 bytes, FP8-LM 6, forward passes 2', () => {
    assert.equal(change('llama2', 'training-state-offload', 'trainState')[1], 2 * P);
    assert.equal(change('llama2', 'fp8-training', 'trainState')[1], 6 * P);
    assert.equal(change('llama2', 'zeroth-order-tuning', 'trainState')[1], 2 * P);
  });

  it('adapters, prefixes and scales train so many parameters', () => {
    const trained = (id: string, variant = 0) =>
      judged('llama2', id).outcomes[variant]!.effects.find((e) => e.quantity === 'Trained parameters')!.after
        .value;
    assert.equal(trained('bottleneck-adapters'), 2 * 32 * (2 * 4096 * 64 + 4096 + 64));
    assert.equal(trained('prefix-prompt-tuning'), 2 * 32 * 20 * 32 * 128);
    assert.equal(trained('prefix-prompt-tuning', 1), 20 * 4096);
    assert.equal(trained('partial-parameter-tuning'), 32 * (2 * 4096 + 11008));
  });

  it('16-bit training leaves 16 bytes of state, and halves what is kept for backward', () => {
    const effects = judged('bert', 'mixed-precision-training').outcomes[0]!.effects;
    const state = effects.find((e) => e.kind === 'trainState')!;
    assert.equal(state.before.value, state.after.value);
    assert.equal(effects.find((e) => e.kind === 'trainActivations')!.ratio, 0.5);
    assert.equal(judged('llama2', 'mixed-precision-training').status, 'in use');
  });

  it('the compute optimum of Llama-3-8B: 150,093,168,640 tokens, 6.7584e21 FLOPs', () => {
    const effects = judged('llama3', 'scaling-law-budget').outcomes[0]!.effects;
    // 32 × (2 × 4,096² + 2 × 4,096 × 1,024 + 3 × 4,096 × 14,336) + 128,256 × 4,096 multiplied parameters.
    const multiplied = 32 * (2 * 4096 ** 2 + 2 * 4096 * 1024 + 3 * 4096 * 14336) + 128256 * 4096;
    assert.equal(20 * multiplied, 150_093_168_640);
    assert.equal(effects.find((e) => e.kind === 'tokens')!.after.value, 150_093_168_640);
    const flops = effects.find((e) => e.kind === 'trainFlops')!.after;
    assert.equal(flops.value, 6 * multiplied * 20 * multiplied);
    assert.ok(Math.abs(flops.value - 6.7584e21) < 1e17);
    assert.equal(flops.certainty, 'estimated');
  });

  it('Mixtral counts the experts that run: 2 of 8', () => {
    const multiplied =
      32 * (2 * 4096 ** 2 + 2 * 4096 * 1024 + 2 * 3 * 4096 * 14336 + 8 * 4096) + 32000 * 4096;
    const tokens = judged('mixtral', 'scaling-law-budget').outcomes[0]!.effects[0]!.after.value;
    assert.equal(tokens, 20 * multiplied);
  });

  it('energy only with a device, and with its assumptions said', () => {
    assert.equal(judged('llama3', 'energy-carbon-accounting').status, 'not applicable');
    const j = judged('llama3', 'energy-carbon-accounting', { device: 'h100-sxm' });
    const joules = j.outcomes[0]!.effects[0]!.after;
    const flops = judged('llama3', 'scaling-law-budget').outcomes[0]!.effects[1]!.after.value!;
    assert.equal(joules.value, (flops / (989e12 * 0.4)) * 700 * 1.1);
    assert.match(j.outcomes[0]!.variant.assumption!, /40 %.*PUE 1\.1/);
  });

  it('stages and sequences over devices', () => {
    assert.equal(change('llama2', 'pipeline-parallelism', 'trainState')[1], 4 * P);
    const [a, b] = change('llama3', 'sequence-context-parallelism', 'trainActivations');
    assert.equal(a / b, 4);
  });

  it('what depends on data has no figure, and says the price of a token', () => {
    for (const id of [
      'data-filtering-deduplication',
      'curriculum-learning',
      'importance-sampling-active-learning',
    ]) {
      const j = judged('llama2', id);
      assert.equal(j.status, 'no figure');
      assert.deepEqual(j.outcomes, []);
      assert.match(j.reason, /6 × 6,607,077,376 FLOPs/);
    }
  });

  it('a quantised checkpoint is not trained as it is', () => {
    const quantised = analysisOf('llama2', {
      quantization_config: { quant_method: 'gptq', bits: 4, group_size: 128 },
    });
    assert.deepEqual(advise(quantised, {}, { goal: 'training' }), []);
  });
});
