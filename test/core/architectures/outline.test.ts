/** What an outlined family may say of its compute: an estimate over tokens, nothing where convolutions run over places. */
import { strict as assert } from 'node:assert';
import { analyseConfig } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';

function computeOf(config: Record<string, unknown>) {
  const analysis = analyseConfig(JSON.stringify(config), 'config.json');
  assert.ok(analysis);
  return makeReport(analysis);
}

describe('the compute of outlined families', () => {
  it('is unknown for a network of convolutions: SegFormer', () => {
    const r = computeOf({ model_type: 'segformer', architectures: ['SegformerModel'] });
    assert.equal(r.parameters.distinct.certainty, 'exact');
    assert.equal(r.compute.prefill.macs.value, null);
    assert.match(r.compute.prefill.macs.reason!, /convolutions/);
    assert.equal(r.memory.peakActivations.value, null);
  });

  it('is an estimate with its measured error for a transformer over tokens: MobileBERT', () => {
    const r = computeOf({ model_type: 'mobilebert', architectures: ['MobileBertForMaskedLM'] });
    assert.equal(r.compute.prefill.macs.certainty, 'estimated');
    assert.match(r.compute.prefill.macs.reason!, /11\.3 % below a run of the modelling library/);
  });

  it('is unknown where an outline was measured far off: TimeSformer, whose tokens are of many frames', () => {
    const r = computeOf({ model_type: 'timesformer', architectures: ['TimesformerModel'] });
    assert.equal(r.compute.prefill.macs.value, null);
    assert.match(r.compute.prefill.macs.reason!, /87\.2 % below/);
  });

  it('is exact for what is declared: ViT', () => {
    const r = computeOf({ model_type: 'vit', architectures: ['ViTModel'] });
    assert.equal(r.compute.prefill.macs.certainty, 'exact');
  });
});
