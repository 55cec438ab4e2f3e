import assert from 'node:assert/strict';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { adviceSteps, advise, allTechniques, oneTechnique } from '../../../src/core/advice/advise';
import { TECHNIQUES } from '../../../src/core/advice/catalogue';
import { changeConfig } from '../../../src/core/advice/outcome';
import { costModel } from '../../../src/core/costs/costModel';
import { makeFigures, makeReport } from '../../../src/core/views/report';
import { CONFIGS, analysisOf } from './models';
import type { Known } from './models';

describe('what is computed once', () => {
  it('judges a technique once for a model under a scenario, whoever asks', () => {
    const a = analysisOf('bert');
    const first = allTechniques(a);
    assert.deepEqual(
      first.filter((j, i) => allTechniques(a)[i] !== j),
      [],
    );
    assert.equal(
      oneTechnique('depth-pruning', a),
      first.find((j) => j.technique.id === 'depth-pruning'),
    );
    // A default that is said is the same scenario.
    assert.equal(allTechniques(a, { batch: 1 })[0], first[0]);
    assert.notEqual(allTechniques(a, { batch: 2 })[0], first[0]);
  });

  it('forgets scenarios that were left behind', () => {
    const a = analysisOf('bert');
    const first = oneTechnique('depth-pruning', a);
    for (let batch = 2; batch <= 5; batch++) oneTechnique('depth-pruning', a, { batch });
    assert.notEqual(oneTechnique('depth-pruning', a), first);
  });

  it('is judged one technique a step', () => {
    const a = analysisOf('bert');
    let steps = 0;
    for (const step of adviceSteps(a)) {
      assert.equal(step, undefined);
      steps++;
    }
    assert.equal(steps, TECHNIQUES.length + 1);
    const all = allTechniques(a);
    assert.ok(advise(a).every((x) => all.some((j) => j.outcomes.includes(x.best))));
  });

  it('is not asked for by the figures that a slider moves', () => {
    const a = analysisOf('bert');
    const { advice, ...rest } = makeReport(a);
    assert.ok(advice.length > 0);
    assert.deepEqual(JSON.parse(JSON.stringify(makeFigures(a))), JSON.parse(JSON.stringify(rest)));
    assert.equal('advice' in makeFigures(a), false);
  });
});

describe('a model made from another', () => {
  const CHANGES = { hidden_act: 'relu', num_hidden_layers: 8, intermediate_size: 2048, vocab_size: 1000 };

  for (const model of Object.keys(CONFIGS) as Known[])
    it(`${model}: costs that are taken over are those that would be found`, () => {
      const { costs } = analysisOf(model);
      for (const [key, value] of Object.entries(CHANGES)) {
        const changed = buildModel(changeConfig(CONFIGS[model], { [key]: value }));
        assert.deepEqual(costModel(changed, costs), costModel(changed), key);
      }
    });
});
