import assert from 'node:assert/strict';
import { costModel } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { GraphMaker, costOf, single } from './graph';

describe('costs: attention over packed tokens, pages and block masks', () => {
  it('PackedAttention: the projection, and the pairs within each sequence', () => {
    // The documentation's batch: 7 tokens in sequences of 1, 2 and 4, of 3 x 4 places.
    const make = (lengths?: readonly number[]) => {
      const g = new GraphMaker();
      const inputs = [g.input([7, 8]), g.weight([8, 24]), g.weight([24]), g.input([3, 4], 'int32')];
      inputs.push(lengths ? g.data(lengths, 'int32') : g.input([4], 'int32'));
      g.outputs.push(g.op('com.microsoft:PackedAttention', inputs, [[7, 8]], { num_heads: 2 }));
      return costOf(g.model());
    };
    // Projection 7 x 8 x 24 = 1,344; 1 + 4 + 16 = 21 pairs of 2 heads x (4 + 4).
    const known = make([0, 1, 3, 7]);
    assert.deepEqual([known.macs, known.certainty], [1344 + 21 * 16, 'exact']);
    // Unknown lengths: no split of 7 tokens over 3 sequences has fewer than 7^2 / 3 pairs.
    const open = make();
    assert.deepEqual([open.macs, open.certainty], [1344 + 16 * 16, 'lower bound']);
    assert.match(open.reason!, /equal lengths/);
  });

  it('PackedMultiHeadAttention: the same without the projection', () => {
    const g = new GraphMaker();
    const qkv = g.input([7, 2, 3, 4]);
    const inputs = [qkv, -1, -1, -1, g.input([3, 4], 'int32'), g.data([0, 1, 3, 7], 'int32')];
    g.outputs.push(g.op('com.microsoft:PackedMultiHeadAttention', inputs, [[7, 8]], { num_heads: 2 }));
    assert.equal(costOf(g.model()).macs, 21 * 16);
  });

  it('PagedAttention: new tokens against the scenario’s cached ones; latent rows serve twice', () => {
    const paged = (
      attributes: Record<string, number | string>,
      tokens: number,
      width: number,
      cache: number,
    ) => {
      const g = new GraphMaker();
      const heads = attributes['num_heads'] as number;
      const kv = attributes['kv_num_heads'] as number;
      const inputs = [
        g.input([tokens, heads * width], 'float16'),
        g.input([tokens, kv * width], 'float16'),
        -1,
        g.input([10, 16, kv, cache], 'float16', 'key_cache'),
        -1,
        g.input([3], 'int32'),
        g.input([2], 'int32'),
        g.input([2, 5], 'int32'),
      ];
      g.outputs.push(g.op('com.microsoft:PagedAttention', inputs, [[tokens, heads * width]], attributes));
      return g.model();
    };
    // Two sequences of one new token each with 99 cached: 2 x 100 pairs of 4 heads x (8 + 8).
    const step = paged({ num_heads: 4, kv_num_heads: 2 }, 2, 8, 8);
    const decode = costOf(step, { past: 99 });
    assert.deepEqual([decode.macs, decode.certainty], [200 * 64, 'estimated']);
    assert.match(decode.reason!, /cached tokens of the scenario/);
    // A prompt of 6 tokens in two sequences of 3, nothing cached: 2 x 9 pairs, of which 2 x 6 are causal.
    const prompt = costOf(paged({ num_heads: 4, kv_num_heads: 2 }, 6, 8, 8), { past: 0 });
    assert.deepEqual([prompt.macs, prompt.useful], [18 * 64, 12 * 64]);
    // DeepSeek-V3's absorbed form: rows of 576 as keys, their first 512 as values, 128 heads.
    const latent = paged(
      { num_heads: 128, kv_num_heads: 1, v_head_size: 512, kv_cache_layout: 'LATENT' },
      2,
      576,
      576,
    );
    assert.equal(costOf(latent, { past: 99 }).macs, 200 * 128 * (576 + 512));
    // The scenario binds it.
    const e = estimate(step, costModel(step), scenarioFor(step, { context: 100 }));
    assert.equal(e.compute.decode.macs.value, 200 * 64);
    assert.equal(e.compute.decode.macs.certainty, 'estimated');
  });

  it('SparseAttention: the share of blocks that its mask keeps', () => {
    // The documentation's masks: 4 x 4 blocks, at most 9 of the 10 of the causal half. 8 tokens: 36 causal pairs.
    const m = single(
      'com.microsoft:SparseAttention',
      [[1, 8, 16], [1, 8, 16], [1, 8, 16], [1, 2, 64, 8], [1, 2, 64, 8], [2, 5], [2, 9], [1], [1]],
      [[1, 8, 16]],
      { num_heads: 2, kv_num_heads: 2, sparse_block_size: 16 },
    );
    const c = costOf(m, { past: 0 });
    assert.ok(Math.abs(c.macs! - 0.9 * 36 * 2 * 16) < 1e-9);
    assert.equal(c.certainty, 'estimated');
    assert.match(c.reason!, /9 of 10 blocks/);
  });

  it('says why the rest cannot be told', () => {
    const c = costOf(
      single('com.microsoft:DynamicSparseAttention', [[1, 8, 16]], [[1, 8, 16]], { num_heads: 2 }),
    );
    assert.equal(c.macs, undefined);
    assert.match(c.reason!, /chosen by another operator/);
  });
});
