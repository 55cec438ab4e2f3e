import assert from 'node:assert/strict';
import { changeScenario, checkScenario } from '../../../src/core/scenario/checkScenario';

describe('scenario: what is believed of a stored or sent one', () => {
  it('keeps what a scenario has, each of its type', () => {
    const wanted = { batch: 4, context: 32768, weights: 'int4', engine: 'vllm', phase: 'prefill' };
    assert.deepEqual(checkScenario({ ...wanted, dims: { height: 224 } }), {
      ...wanted,
      dims: { height: 224 },
    });
  });

  it('leaves out wrong types, unknown words, counts below 0 or beyond whole numbers, and keys of no scenario', () => {
    const junk = {
      batch: '4',
      prompt: -1,
      context: 1.5,
      source: 2 ** 60,
      weights: 7,
      engine: 'turbo',
      phase: 1,
    };
    assert.deepEqual(checkScenario({ ...junk, extra: true, dims: { height: 'tall', width: 3 } }), {
      dims: { width: 3 },
    });
    for (const nothing of [undefined, null, 7, 'batch', []]) assert.deepEqual(checkScenario(nothing), {});
  });

  it('a change joins what is held; defaults and no device are left out', () => {
    const held = changeScenario({}, { batch: 8, device: 'h100', dims: { height: 224 } });
    assert.deepEqual(held, { batch: 8, device: 'h100', dims: { height: 224 } });
    assert.deepEqual(changeScenario(held, { batch: 1, device: '', phase: 'decode', dims: { width: 2 } }), {
      // A model's own generation_config.json may ask for more: 1 was chosen.
      batch: 1,
      dims: { height: 224, width: 2 },
    });
    assert.deepEqual(changeScenario(held, { batch: 'many' }), held);
  });
});
