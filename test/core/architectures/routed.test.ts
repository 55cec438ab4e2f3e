/** Active parameters where experts are declared by a layout: worked out by hand from the sizes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyseConfig } from '../../../src/core/analyse';
import { makeReport } from '../../../src/core/views/report';
import type { CausalVariation } from './causalRuns';

/** [config, parameters of experts that a token does not meet, with their sum]. */
const ROWS: readonly (readonly [string, Record<string, unknown>, number])[] = [
  [
    // Two layers, each 8 x (2 x 16 x 32 + 32 x 16) = 12,288 in experts, of which 6 of 8 rest: 9,216 a layer.
    'mistral4',
    {
      hidden_size: 32,
      num_hidden_layers: 2,
      n_routed_experts: 8,
      num_experts_per_tok: 2,
      moe_intermediate_size: 16,
    },
    2 * 9216,
  ],
  [
    // Top-1 by its paper; 12 encoder and decoder blocks each, every second one sparse: 12 in all, each 8 x 2 x 32 x 64.
    'switch_transformers',
    {
      d_model: 32,
      d_kv: 8,
      num_heads: 4,
      d_ff: 64,
      num_experts: 8,
      num_layers: 12,
      num_decoder_layers: 12,
      num_sparse_encoder_layers: 6,
      num_sparse_decoder_layers: 6,
    },
    (12 * 8 * 2 * 32 * 64 * 7) / 8,
  ],
  [
    // One layer, 4 x (16 x 2 x 8 + 8 x 16) with biases 4 x (2 x 8 + 16), three of four rest.
    'openai_privacy_filter',
    {
      hidden_size: 16,
      intermediate_size: 8,
      num_hidden_layers: 1,
      num_local_experts: 4,
      num_experts_per_tok: 1,
    },
    ((4 * (16 * 2 * 8 + 8 * 16) + 4 * (2 * 8 + 16)) * 3) / 4,
  ],
];

describe('active parameters of layouts', () => {
  for (const [type, config, resting] of ROWS)
    it(`${type}: ${resting} rest`, () => {
      const analysis = analyseConfig(JSON.stringify({ model_type: type, ...config }), 'config.json');
      const { distinct, active } = makeReport(analysis!).parameters;
      assert.equal(distinct.value! - active.value!, resting);
      assert.equal(active.certainty, distinct.certainty);
    });
});

/** Keys by which configs say how many experts a token meets. */
const CHOSEN = ['num_experts_per_tok', 'moe_topk', 'moe_k', 'num_experts_per_token', 'top_k_experts'];

describe('active parameters of causal mixtures, from the names of the library’s own weights', () => {
  const file = path.join(__dirname, '../../fixtures/architectures/causal-variations.json.gz');
  const all = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, CausalVariation[]>;
  let compared = 0;

  /** Routed tensors are those below `experts`; each but its share `chosen / experts` rests. */
  function restingByName(row: CausalVariation, chosen: number): number {
    let resting = 0;
    for (const name in row.weights)
      if (/(^|\.)experts(\.|$)/.test(name) && !/shared_expert/.test(name))
        for (const [shape, indices] of Object.entries(row.weights[name]!)) {
          const sizes = shape.split('x').map(Number);
          const copies = indices.split(' ').length;
          const experts = sizes[0]!;
          resting += copies * sizes.reduce((a, n) => a * n, 1) * (1 - Math.min(chosen, experts) / experts);
        }
    return resting;
  }

  for (const type in all)
    for (const [i, row] of all[type]!.entries()) {
      // Phi-MoE's router chooses two by its code, whatever the key says.
      const given = CHOSEN.map((key) => row.config[key]).find((v) => typeof v === 'number');
      const chosen = type === 'phimoe' ? 2 : given;
      const mixture = Object.keys(row.weights).some((name) => /(^|\.)experts\./.test(name));
      // JetMoE names its experts otherwise, LongCat's first matrix has room for idle ones: see their rows above and below.
      if (!mixture || chosen === undefined || ['jetmoe', 'longcat_flash'].includes(type)) continue;
      compared++;
      it(`${type} ${i}: as many rest as the names say`, () => {
        const config = { model_type: type, architectures: [row.class], ...row.config };
        const { distinct, active } = makeReport(
          analyseConfig(JSON.stringify(config), 'config.json')!,
        ).parameters;
        assert.ok(Math.abs(distinct.value! - active.value! - restingByName(row, chosen as number)) < 0.5);
      });
    }

  it('are compared for most mixtures', () => assert.ok(compared >= 60, `only ${compared}`));
});
