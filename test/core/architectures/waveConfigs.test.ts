/** wav2vec 2.0 and its relatives as published configs change them: weights and FLOPs of the modelling library's own. */
import { strict as assert } from 'node:assert';
import * as zlib from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import rows from '../../fixtures/architectures/wave-configs.json';
import { parametersOf } from './compare';

describe('models that read waves', () => {
  for (const [i, row] of rows.entries())
    it(`${row.class} ${i}`, () => {
      const model = buildModel({ ...row.config, architectures: [row.class] });
      const lines = [...parametersOf(model)].map(([name, shape]) => `${name}:${shape}`);
      assert.equal(zlib.crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')), row.crc, 'weights');
      const scenario = { ...DEFAULT_SCENARIO, dims: { samples: row.samples } };
      const { matrixFlops } = estimate(model, costModel(model), scenario).compute.prefill;
      assert.equal(matrixFlops.value, row.matrix_flops);
      assert.equal(matrixFlops.certainty, 'exact');
    });
});
