import assert from 'node:assert/strict';
import { symbol } from '../../../src/core/model/expression';
import { multiply } from '../../../src/core/model/arithmetic';
import { GraphMaker, costOf, single } from './graph';

describe('costs: matrix products', () => {
  it('MatMul: output elements x contracted dimension, batches broadcast', () => {
    // [2, 1, 3, 4] x [5, 4, 6] -> [2, 5, 3, 6]: 180 elements x 4.
    assert.equal(
      costOf(
        single(
          'MatMul',
          [
            [2, 1, 3, 4],
            [5, 4, 6],
          ],
          [[2, 5, 3, 6]],
        ),
      ).macs,
      720,
    );
    // Vectors: [4] x [4, 6] -> [6]: 24; [3, 4] x [4] -> [3]: 12.
    assert.equal(costOf(single('MatMul', [[4], [4, 6]], [[6]])).macs, 24);
    assert.equal(costOf(single('MatMul', [[3, 4], [4]], [[3]])).macs, 12);
  });

  it('Gemm contracts by transA, and counts scale and bias apart', () => {
    // A^T: [7, 3] -> 3 x 7; Y [3, 5]: 15 x 7 = 105 MACs; bias 15; alpha 0.5 adds 15, beta 2 adds 15.
    const plain = costOf(single('Gemm', [[7, 3], { w: [7, 5] }, { w: [5] }], [[3, 5]], { transA: 1 }));
    assert.deepEqual([plain.macs, plain.elements], [105, 15]);
    const scaled = single('Gemm', [[7, 3], { w: [7, 5] }, { w: [5] }], [[3, 5]], {
      transA: 1,
      alpha: 0.5,
      beta: 2,
    });
    assert.deepEqual([costOf(scaled).macs, costOf(scaled).elements], [105, 45]);
  });

  it('MatMulNBits counts the real product, whatever the container holds', () => {
    // K 64, N 32, 4 bits in blocks of 32: B is uint8 [32, 2, 16]; A [5, 64] -> [5, 32]: 160 x 64.
    const m = single('com.microsoft:MatMulNBits', [[5, 64], { w: [32, 2, 16] }, { w: [64] }], [[5, 32]], {
      K: 64,
      N: 32,
      bits: 4,
      block_size: 32,
    });
    assert.equal(costOf(m).macs, 10240);
  });

  it('Einsum counts its true contraction', () => {
    // Attention scores bhid,bhjd->bhij: 2*3*4*5*6 = 720.
    const scores = single(
      'Einsum',
      [
        [2, 3, 4, 6],
        [2, 3, 5, 6],
      ],
      [[2, 3, 4, 5]],
      { equation: 'bhid,bhjd->bhij' },
    );
    assert.equal(costOf(scores).macs, 720);
    // An outer product contracts nothing: i,j->ij, 4*5.
    assert.equal(costOf(single('Einsum', [[4], [5]], [[4, 5]], { equation: 'i,j->ij' })).macs, 20);
    // Three operands from the left: ij,jk (2*3*4 = 24) then ik,kl (2*4*5 = 40).
    const three = single(
      'Einsum',
      [
        [2, 3],
        [3, 4],
        [4, 5],
      ],
      [[2, 5]],
      { equation: 'ij, jk, kl -> il' },
    );
    assert.equal(costOf(three).macs, 64);
    // One operand: a sum over i, 12 additions at most, no product.
    const sum = costOf(single('Einsum', [[3, 4]], [[4]], { equation: 'ij->j' }));
    assert.deepEqual([sum.macs, sum.elements], [0, 12]);
    // Ellipsis: ...ij,...jk->...ik over a batch of 7: 7*2*3*4.
    const batched = single(
      'Einsum',
      [
        [7, 2, 3],
        [7, 3, 4],
      ],
      [[7, 2, 4]],
      { equation: '...ij,...jk->...ik' },
    );
    assert.equal(costOf(batched).macs, 168);
    // Implicit output: ij,jk means ij,jk->ik.
    assert.equal(
      costOf(
        single(
          'Einsum',
          [
            [2, 3],
            [3, 4],
          ],
          [[2, 4]],
          { equation: 'ij,jk' },
        ),
      ).macs,
      24,
    );
  });

  it('MoE counts the chosen experts only', () => {
    // 6 rows, hidden 8, inner 16, 4 experts, k 2: each row 2 x (8*16 + 16*8) = 512; 6 rows 3,072.
    const m = single(
      'com.microsoft:MoE',
      [[6, 8], [6, 4], { w: [4, 16, 8] }, 'none', { w: [4, 8, 16] }],
      [[6, 8]],
      { k: 2, activation_type: 'relu' },
    );
    assert.equal(costOf(m).macs, 3072);
    // QMoE with 4-bit weights packs two per byte: fc1 [4, 16, 4], fc2 [4, 8, 8] are the same experts.
    const q = single(
      'com.microsoft:QMoE',
      [[6, 8], [6, 4], { w: [4, 16, 4] }, { w: [4, 16] }, 'none', { w: [4, 8, 8] }, { w: [4, 8] }],
      [[6, 8]],
      { k: 2, expert_weight_bits: 4 },
    );
    assert.equal(costOf(q).macs, 3072);
  });

  it('ExpertMatMul: each token meets its experts, of which only those are read', () => {
    // [1, 6, 8] by 2 of 4 experts [16, 8]: 6*2*8*16 = 1,536.
    const m = single('model.efficiency:ExpertMatMul', [[1, 6, 8], { w: [4, 16, 8] }], [[1, 6, 2, 16]], {
      experts_per_token: 2,
    });
    assert.equal(costOf(m).macs, 1536);
  });

  it('stays an expression in the symbols', () => {
    const batch = symbol('batch');
    const s = symbol('sequence');
    const m = single('MatMul', [[batch, s, 8], { w: [8, 16] }], [[batch, s, 16]]);
    assert.equal(costOf(m, { batch: 3, sequence: 5 }).macs, 3 * 5 * 8 * 16);
    // A batch of n costs n times, as expressions.
    const n = single('MatMul', [[multiply(7, batch), s, 8], { w: [8, 16] }], [[multiply(7, batch), s, 16]]);
    assert.equal(costOf(n, { batch: 3, sequence: 5 }).macs, 7 * 3 * 5 * 8 * 16);
  });

  it('says unknown with the reason, never 0', () => {
    const g = new GraphMaker();
    g.op('MatMul', [g.input([2, undefined]), g.weight([4, 5])], [[2, 5]]);
    const c = costOf(g.model());
    assert.equal(c.macs, undefined);
    assert.equal(c.certainty, 'unknown');
    assert.match(c.reason!, /dimension -1 of "in0" is unknown/);
    const other = costOf(single('my.domain:Mystery', [[2]], [[2]]));
    assert.equal(other.macs, undefined);
    assert.match(other.reason!, /my\.domain:Mystery is not known/);
  });
});
