/** Idefics as published configs change it: names, shapes and sums of the modelling library's own. */
import { strict as assert } from 'node:assert';
import * as zlib from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import rows from '../../fixtures/architectures/idefics-configs.json';
import { parametersOf } from './compare';

describe('Idefics', () => {
  for (const [i, row] of rows.entries())
    it(`config ${i}: ${row.parameters} parameters`, () => {
      const model = buildModel({ ...row.config, architectures: ['IdeficsForVisionText2Text'] });
      const lines = [...parametersOf(model)].map(([name, shape]) => `${name}:${shape}`);
      assert.equal(zlib.crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')), row.crc, 'weights');
      assert.equal(model.certainty, 'exact');
    });

  it('of 8 layers has 8 / n gated cross-attentions, one before every n-th layer', () => {
    const gated = rows.map(({ config }) => {
      const model = buildModel({ ...config });
      return model.blocks.find((b) => b.name === 'gated_cross_attn_layers')?.repeat;
    });
    assert.deepEqual(gated.slice(0, 4), [8, 4, 2, 2]);
  });
});
