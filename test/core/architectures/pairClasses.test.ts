/** Classifiers, question answering and encoders of BART's and T5's relatives: weights and FLOPs of the modelling library's own. */
import { strict as assert } from 'node:assert';
import * as zlib from 'node:zlib';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import rows from '../../fixtures/architectures/pair-classes.json';
import { parametersOf } from './compare';

/** Tokens of the recorded run. */
const TOKENS = 24;

describe('classes of encoder-decoder models that generate nothing', () => {
  for (const [i, row] of rows.entries())
    it(`${row.class} ${i}: ${row.parameters} parameters, ${row.matrix_flops ?? 'no'} FLOPs`, () => {
      const model = buildModel({ ...row.config, architectures: [row.class] });
      const lines = [...parametersOf(model)].map(([name, shape]) => `${name}:${shape}`);
      assert.equal(zlib.crc32(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')), row.crc, 'weights');
      if (!row.class.endsWith('Generation')) {
        assert.equal(model.caches.length, 0, 'nothing is kept');
        assert.equal(model.facts.task, 'encoder');
      }
      if (row.matrix_flops === null) return;
      const { matrixFlops } = estimate(model, costModel(model), scenarioFor(model, { prompt: TOKENS }))
        .compute.prefill;
      assert.equal(matrixFlops.value, row.matrix_flops);
      assert.equal(matrixFlops.certainty, 'exact');
    });

  it('T5’s encoder, which diffusion pipelines read prompts with, reads its table and multiplies its layers alone', () => {
    // T5-XXL v1.1: 24 layers of 4 x 4,096^2 and 3 x 4,096 x 10,240, and scores of 64 heads of 64 over 77 tokens.
    const model = buildModel({
      model_type: 't5',
      architectures: ['T5EncoderModel'],
      d_model: 4096,
      d_kv: 64,
      d_ff: 10240,
      num_layers: 24,
      num_heads: 64,
      vocab_size: 32128,
      feed_forward_proj: 'gated-gelu',
    });
    const tokens = 77;
    const layer = 4 * 4096 ** 2 + 3 * 4096 * 10240;
    const { macs } = estimate(model, costModel(model), scenarioFor(model, { prompt: tokens })).compute
      .prefill;
    assert.equal(macs.value, 24 * (tokens * layer + 2 * tokens ** 2 * 4096));
  });
});
