/** Transducers, CTC heads and NeoMME with other sizes than their defaults: names and shapes of the modelling library's own. */
import { strict as assert } from 'node:assert';
import * as zlib from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import rows from '../../fixtures/architectures/transducer-configs.json';
import { parametersOf } from './compare';

describe('transducers and others whose sizes were once solved from one config', () => {
  for (const [i, row] of rows.entries())
    it(`${row.class} ${i}: ${row.parameters} parameters`, () => {
      const model = buildModel({ ...row.config, architectures: [row.class] });
      const lines = [...parametersOf(model)].map(([name, shape]) => `${name}:${shape}`);
      assert.equal(zlib.crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')), row.crc, 'weights');
    });
});
