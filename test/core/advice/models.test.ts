import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../src/core/analyse';
import { adviceLenses } from '../../../src/core/views/adviceLenses';
import { describeShared } from '../../support/shared';
import { advise, allTechniques } from '../../../src/core/advice/advise';
import { TECHNIQUES } from '../../../src/core/advice/catalogue';
import { GOALS } from '../../../src/core/advice/technique';
import { CONFIGS, analysisOf } from './models';
import type { Known } from './models';

describe('every technique on six models', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  for (const model of Object.keys(CONFIGS) as Known[]) {
    it(`${model}: figures or a reason, never a figure without both sides`, () => {
      const all = allTechniques(analysisOf(model));
      assert.equal(all.length, TECHNIQUES.length);
      for (const j of all) {
        const id = j.technique.id;
        if (j.status !== 'applies') assert.ok(j.reason.length > 5, id);
        else assert.ok(j.outcomes.length > 0, id);
        if (j.status === 'no figure' || j.status === 'not applicable') assert.deepEqual(j.outcomes, [], id);
        for (const o of j.outcomes)
          for (const e of o.effects) {
            assert.ok(e.before.value !== null && Number.isFinite(e.before.value) && e.before.value >= 0, id);
            assert.ok(e.after.value !== null && Number.isFinite(e.after.value) && e.after.value >= 0, id);
            assert.ok(
              e.before.formula !== '' && e.after.formula !== '',
              `${id}: ${e.quantity} has no formula`,
            );
            if (e.direction === 'gain') assert.ok(e.after.value < e.before.value, id);
            if (e.direction === 'loss') assert.ok(e.after.value > e.before.value, id);
          }
      }
    });
  }

  it('techniques of graphs do not speak to configs', () => {
    for (const j of allTechniques(analysisOf('llama2')))
      if (j.technique.theme === 'graphs') assert.equal(j.status, 'not applicable');
  });
});

describe('ranking', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('drops gains below a twentieth and sorts by what the goal counts', () => {
    for (const goal of GOALS) {
      const list = advise(analysisOf('llama2'), {}, { goal });
      assert.ok(list.length >= 3, goal);
      for (let i = 1; i < list.length; i++) assert.ok(list[i]!.score <= list[i - 1]!.score);
      for (const a of list) assert.ok(a.technique.goals.includes(goal), a.id);
    }
  });

  it('puts the cache first for longer contexts, bytes first for fit', () => {
    const context = advise(analysisOf('llama2'), {}, { goal: 'context', limit: 2 }).map((a) => a.id);
    assert.ok(context.includes('grouped-multi-query-attention'));
    assert.equal(advise(analysisOf('llama2'), {}, { goal: 'fit' })[0]!.id, 'weight-only-quantization');
  });

  it('on a device that is too small, what makes it fit comes first, and says so', () => {
    // Llama-2-7B in 16 bits is 12.55 GiB: not on 8 GiB. In 4 bits 3.62 GiB and 2 GiB of cache: fits.
    const scenario = { device: 'jetson-orin-nano-super', context: 4096 };
    const [first] = advise(analysisOf('llama2'), scenario);
    assert.equal(first!.goal, 'fit');
    assert.deepEqual(first!.best.fits, { before: false, after: true });
  });

  it('follows the use that the person chose: many long contexts ask for a smaller cache, one short one for speed', () => {
    const a = analysisOf('llama3');
    // 131,072 B x 8,192 tokens x 64 sequences = 64 GiB of cache beside 16 GB of weights; at 1,024 tokens of one, 128 MiB.
    assert.equal(advise(a, { context: 8192, batch: 64 })[0]!.goal, 'context');
    assert.equal(advise(a, { context: 1024 })[0]!.goal, 'speed');
    assert.notEqual(advise(a, { context: 8192, batch: 64 })[0]!.id, advise(a, { context: 1024 })[0]!.id);
    // 4-bit weights are no help to the cache.
    const ids = advise(a, { context: 8192, batch: 64 }).map((x) => x.id);
    assert.ok(
      ids.includes('kv-cache-quantization') && !ids.includes('weight-only-quantization'),
      ids.join(' '),
    );
  });

  it('names what does not go together with a better one', () => {
    const list = advise(analysisOf('llama2'), {}, { goal: 'context' });
    const later = [...list]
      .reverse()
      .find((a) => ['grouped-multi-query-attention', 'multi-head-latent-attention'].includes(a.id))!;
    const earlier = list.find((a) =>
      ['grouped-multi-query-attention', 'multi-head-latent-attention'].includes(a.id),
    )!;
    assert.notEqual(later.id, earlier.id);
    assert.ok(later.insteadOf.includes(earlier.id));
  });

  it('leaves out what was hidden, and ends at the limit', () => {
    const hidden = ['weight-only-quantization'];
    assert.ok(!advise(analysisOf('llama2'), {}, { goal: 'fit', hidden }).some((a) => hidden.includes(a.id)));
    assert.equal(advise(analysisOf('llama2'), {}, { goal: 'fit', limit: 2 }).length, 2);
  });

  it('finds the key that causes the cost, as the file spells it', () => {
    const of = (model: Known, id: string) =>
      GOALS.flatMap((goal) => advise(analysisOf(model), {}, { goal })).find((a) => a.id === id)?.anchors[0];
    assert.equal(of('llama2', 'grouped-multi-query-attention'), 'num_key_value_heads');
    assert.equal(of('gpt2', 'depth-pruning'), 'n_layer');
    assert.equal(of('llama2', 'weight-only-quantization'), 'torch_dtype');
  });
});

describeShared('every technique on published configs', 'models/configs', (folder) => {
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'config.json')));

  it(`never fails, and shows no figure that is none (${names.length} configs)`, function () {
    this.timeout(120_000);
    for (const name of names) {
      const analysis = analyseConfig(readFileSync(path.join(folder, name, 'config.json'), 'utf8'), name);
      if (!analysis) continue;
      for (const j of allTechniques(analysis)) {
        const id = `${name}: ${j.technique.id}`;
        if (j.status !== 'applies') assert.ok(j.reason.length > 5, id);
        for (const e of j.outcomes.flatMap((o) => o.effects)) {
          for (const side of [e.before, e.after]) {
            assert.ok(
              side.value !== null && Number.isFinite(side.value) && side.value >= 0,
              `${id}: ${e.quantity}`,
            );
            assert.ok(side.formula.length > 0, `${id}: ${e.quantity} has no formula`);
          }
        }
      }
      for (const h of adviceLenses(analysis, {}, { show: 'all' }))
        assert.ok(analysis.config!.ranges.has(h.key), `${name}: ${h.key}`);
    }
  });
});
