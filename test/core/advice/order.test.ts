import assert from 'node:assert/strict';
import { advise } from '../../../src/core/advice/advise';
import { priority } from '../../../src/core/advice/priority';
import type { Goal } from '../../../src/core/advice/technique';
import type { Advice, Effort, Quality } from '../../../src/core/advice/verdict';
import { adviceLenses } from '../../../src/core/views/adviceLenses';
import { CONFIGS, analysisOf } from './models';
import type { Known } from './models';

const MODELS = Object.keys(CONFIGS) as Known[];
const QUALITIES: readonly Quality[] = ['same', 'close', 'small', 'lower'];
const EFFORTS: readonly Effort[] = ['setting', 'conversion', 'devices', 'tuning', 'training'];

/** Somebody can do it today, and hardly loses by it. */
const isFirst = (a: Advice) =>
  (a.effort === 'setting' || a.effort === 'conversion') && a.quality !== 'lower' && !a.best.variant.assumed;
/** It loses what only training wins back, or is another model. */
const isLast = (a: Advice) => a.effort === 'training' || (a.effort === 'tuning' && a.quality === 'lower');

/** What a practitioner would do first, by hand: at most so many of a list are looked at. */
const FIRST: Readonly<Record<Known, Partial<Record<Goal, readonly string[]>>>> = {
  // Multi-head: bits first, then the cache's bits, then its heads.
  llama2: {
    fit: ['weight-only-quantization', 'weight-activation-quantization'],
    context: ['kv-cache-quantization', 'grouped-multi-query-attention'],
    speed: ['weight-only-quantization', 'weight-activation-quantization', 'speculative-decoding'],
  },
  // Twice as long a window as is used: pages cost nothing.
  llama3: {
    fit: ['weight-only-quantization', 'weight-activation-quantization'],
    context: ['paged-kv-and-prefix-reuse', 'kv-cache-quantization'],
    speed: ['weight-only-quantization'],
  },
  // Stored in 32 bits, and small: half of it for nothing.
  gpt2: {
    fit: ['half-precision-weights'],
    context: ['kv-cache-quantization'],
    speed: ['half-precision-weights'],
  },
  mixtral: {
    fit: ['weight-only-quantization', 'weight-activation-quantization'],
    context: ['paged-kv-and-prefix-reuse', 'kv-cache-quantization'],
    speed: ['weight-only-quantization', 'weight-activation-quantization', 'speculative-decoding'],
  },
  deepseek: {
    fit: ['weight-only-quantization', 'weight-activation-quantization'],
    context: ['paged-kv-and-prefix-reuse', 'kv-cache-quantization'],
    speed: ['weight-only-quantization', 'weight-activation-quantization', 'speculative-decoding'],
  },
  bert: { fit: ['half-precision-weights'], speed: ['half-precision-weights'] },
};

describe('the order of advice', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('counts less of a saving the more it costs in quality and the more effort it takes', () => {
    for (const e of EFFORTS)
      for (let i = 1; i < QUALITIES.length; i++)
        assert.ok(priority(QUALITIES[i]!, e, 'fit') < priority(QUALITIES[i - 1]!, e, 'fit'));
    for (const q of QUALITIES)
      for (let i = 1; i < EFFORTS.length; i++)
        assert.ok(priority(q, EFFORTS[i]!, 'fit') < priority(q, EFFORTS[i - 1]!, 'fit'));
    assert.equal(priority('same', 'setting', 'fit'), 1);
    assert.equal(priority('close', 'tuning', 'training'), priority('close', 'setting', 'training'));
  });

  for (const model of MODELS)
    it(`${model}: what costs nothing comes first, what changes the structure last`, () => {
      for (const goal of ['fit', 'context', 'speed'] as const) {
        const list = advise(analysisOf(model), {}, { goal });
        const said = `${model}, ${goal}: ${list.map((a) => a.id).join(', ')}`;
        const first = FIRST[model][goal] ?? [];
        assert.deepEqual(list.map((a) => a.id).slice(0, first.length), first, said);
        const lastFirst = list.map(isFirst).lastIndexOf(true);
        const firstLast = list.findIndex(isLast);
        if (firstLast >= 0) assert.ok(lastFirst < firstLast, said);
      }
    });

  it('prefers adapters to full tuning on many devices, for who trains', () => {
    for (const model of MODELS) {
      const ids = advise(analysisOf(model), {}, { goal: 'training' }).map((a) => a.id);
      assert.deepEqual(ids.slice(0, 2), ['qlora', 'lora'], ids.join(', '));
      assert.ok(ids.indexOf('lora') < ids.indexOf('zero-fsdp-sharding'));
    }
  });

  it('hints at nothing that only training wins back', () => {
    for (const model of MODELS) {
      const hints = adviceLenses(analysisOf(model), {}, { show: 'top' }).map((h) => h.technique);
      for (const id of ['depth-pruning', 'structured-width-pruning', 'low-rank-decomposition', 'early-exit'])
        assert.ok(!hints.includes(id), `${model}: ${hints.join(', ')}`);
    }
    const hints = (model: Known) =>
      adviceLenses(analysisOf(model), {}, { show: 'top' }).map((h) => [h.key, h.technique]);
    assert.deepEqual(hints('llama2'), [
      ['num_key_value_heads', 'grouped-multi-query-attention'],
      ['max_position_embeddings', 'kv-cache-quantization'],
      ['torch_dtype', 'weight-only-quantization'],
    ]);
    assert.deepEqual(hints('llama3'), [
      ['num_key_value_heads', 'kv-cache-quantization'],
      ['max_position_embeddings', 'paged-kv-and-prefix-reuse'],
      ['torch_dtype', 'weight-only-quantization'],
    ]);
  });
});
