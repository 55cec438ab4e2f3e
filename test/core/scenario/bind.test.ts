import assert from 'node:assert/strict';
import { symbol } from '../../../src/core/model/expression';
import { bind, bindScenario } from '../../../src/core/scenario/bind';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { houseSymbol } from '../../../src/core/scenario/symbolNames';
import { GraphMaker } from '../costs/graph';

const SCENARIO = { ...DEFAULT_SCENARIO, batch: 3, prompt: 100, context: 500, source: 70 };

describe('scenario: what symbols mean', () => {
  it('prefill reads the prompt, decode makes one token of the context', () => {
    const m = new GraphMaker().model({ format: 'config' });
    assert.deepEqual(bindScenario(m, { ...SCENARIO, phase: 'prefill' }), {
      batch: 3,
      sequence: 100,
      past: 0,
      total: 100,
      source: 70,
      images: 1,
      sounds: 1,
      held_images: 1,
      height: 224,
      width: 224,
      samples: 160000,
    });
    assert.deepEqual(bindScenario(m, { ...SCENARIO, phase: 'decode' }), {
      batch: 3,
      sequence: 1,
      past: 499,
      total: 500,
      source: 70,
      images: 0,
      sounds: 0,
      held_images: 1,
      height: 224,
      width: 224,
      samples: 160000,
    });
  });

  it('a config’s images and sounds are read with the prompt only, however many there are', () => {
    const m = new GraphMaker().model({ format: 'config' });
    const many = { ...SCENARIO, dims: { images: 3, sounds: 0 } };
    const prefill = bindScenario(m, { ...many, phase: 'prefill' });
    const decode = bindScenario(m, { ...many, phase: 'decode' });
    assert.deepEqual([prefill['images'], prefill['sounds']], [3, 0]);
    assert.deepEqual([decode['images'], decode['sounds']], [0, 0]);
    assert.deepEqual([prefill['held_images'], decode['held_images']], [3, 3]);
  });

  it('plain names of ONNX dimensions are taken for the house’s, and it says so', () => {
    const g = new GraphMaker();
    const names = [
      'batch_size',
      'sequence_length',
      'past_sequence_length',
      'total_sequence_length',
      'encoder_sequence_length',
      'height',
    ];
    g.input(names.map((n) => symbol(n)));
    const b = bind(g.model(), { ...SCENARIO, phase: 'decode' });
    assert.deepEqual(
      names.slice(0, 5).map((n) => b.bindings[n]),
      [3, 1, 499, 500, 70],
    );
    assert.deepEqual(b.unbound, ['height']);
    assert.equal(b.assumptions.length, 5);
    assert.deepEqual(
      { severity: b.assumptions[0]!.severity, message: b.assumptions[0]!.message },
      { severity: 'assumption', message: 'Dimension "batch_size" is taken to be the batch.' },
    );
  });

  it('given dims win over all, and close what is open', () => {
    const g = new GraphMaker();
    g.input([symbol('batch_size'), symbol('height')]);
    const b = bind(g.model(), { ...SCENARIO, dims: { batch_size: 9, height: 224 } });
    assert.equal(b.bindings['batch_size'], 9);
    assert.equal(b.bindings['height'], 224);
    assert.deepEqual(b.unbound, []);
    assert.deepEqual(b.assumptions, []);
  });

  it('names that say nothing plain stay open', () => {
    for (const name of ['height', 'unk__12', 'num_channels', 'dim_0', 'feature', 'width'])
      assert.equal(houseSymbol(name), undefined, name);
    assert.equal(houseSymbol('past_decoder_sequence_length'), 'past');
    assert.equal(houseSymbol('N'), 'batch');
  });
});

describe('scenario: cut to the model', () => {
  it('prompt and context never pass the model’s own maximum', () => {
    const s = scenarioFor({ facts: { maximumPositions: 512 } }, { context: 9000 });
    assert.deepEqual([s.context, s.prompt], [512, 512]);
    assert.equal(scenarioFor({ facts: {} }).context, 4096);
    assert.equal(scenarioFor({ facts: {} }).prompt, 1024);
  });

  it('what is no count falls back, undefined asks nothing', () => {
    const s = scenarioFor({ facts: {} }, { batch: Number.NaN, prompt: -3, context: undefined });
    assert.deepEqual([s.batch, s.prompt, s.context], [1, 1024, 4096]);
  });
});
