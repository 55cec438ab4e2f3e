import assert from 'node:assert/strict';
import { TECHNIQUES } from '../../../src/core/advice/catalogue';
import { HAND } from './hand';
import { MODELS, PARAMETERS, PUBLISHED } from './hand/sizes';
import { judged } from './models';

const { rows, reasons } = HAND;
const key = (r: { technique: string; model: string }) => `${r.technique} on ${r.model}`;

describe('techniques on six models against hand-worked numbers', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('the sizes worked out by hand are the published ones', () => {
    assert.deepEqual(PARAMETERS, PUBLISHED);
  });

  for (const t of TECHNIQUES) {
    const own = rows.filter((r) => r.technique === t.id);
    const without = reasons.filter((r) => r.technique === t.id);
    if (own.length + without.length === 0) continue;
    it(`${t.id}: ${own.length} figures, ${without.length} reasons`, () => {
      for (const r of own) {
        const j = judged(r.model, r.technique);
        const effects = j.outcomes[r.variant]?.effects;
        assert.ok(effects, `${key(r)}: ${j.status}, ${j.reason}`);
        const e = effects.find((x) => x.kind === r.quantity);
        assert.ok(e, `${key(r)} changes ${r.quantity}`);
        if (r.quantity !== 'reads') {
          assert.deepEqual([e.before.value, e.after.value], [r.before, r.after], `${key(r)}: ${r.quantity}`);
          continue;
        }
        // By hand without activations, which come on top of weights and cache.
        for (const [is, hand] of [
          [e.before.value!, r.before],
          [e.after.value!, r.after],
        ] as const)
          assert.ok(is >= 0.999 * hand && is <= 1.03 * hand, `${key(r)}: ${is} read, by hand ${hand}`);
      }
      for (const r of without) {
        const j = judged(r.model, r.technique);
        assert.notEqual(j.status, 'applies', key(r));
        assert.match(j.reason, r.why, key(r));
      }
    });
  }

  it('every technique of configs has a row or a reason for each of the six', () => {
    const known = new Set([...rows, ...reasons].map(key));
    const missing: string[] = [];
    for (const t of TECHNIQUES)
      for (const model of MODELS)
        if (t.theme !== 'graphs' && !known.has(key({ technique: t.id, model })))
          missing.push(key({ technique: t.id, model }));
    assert.deepEqual(missing, []);
  });
});
