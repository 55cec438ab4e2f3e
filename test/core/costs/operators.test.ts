import assert from 'node:assert/strict';
import { costOf, single } from './graph';

describe('costs: convolutions', () => {
  it('Conv: output elements x group inputs x kernel', () => {
    // ResNet's first layer: 1 x 64 x 112 x 112 outputs x 3 x 7 x 7 = 118,013,952.
    const m = single('Conv', [[1, 3, 224, 224], { w: [64, 3, 7, 7] }, { w: [64] }], [[1, 64, 112, 112]]);
    assert.equal(costOf(m).macs, 118013952);
    assert.equal(costOf(m).elements, 802816, 'one bias per output element');
    // Depthwise: groups = channels, W [32, 1, 3, 3]: 32*10*10*9.
    const d = single('Conv', [[1, 32, 12, 12], { w: [32, 1, 3, 3] }], [[1, 32, 10, 10]], { group: 32 });
    assert.equal(costOf(d).macs, 28800);
  });

  it('ConvTranspose: input elements x group outputs x kernel', () => {
    // [1, 8, 5, 5] with W [8, 4, 2, 2]: 200 x 16.
    assert.equal(
      costOf(single('ConvTranspose', [[1, 8, 5, 5], { w: [8, 4, 2, 2] }], [[1, 4, 10, 10]])).macs,
      3200,
    );
  });

  it('quantised forms count the same product', () => {
    const w = { w: [64, 3, 7, 7] };
    const q = single('QLinearConv', [[1, 3, 224, 224], [], [], w, [64], [64], [], []], [[1, 64, 112, 112]]);
    assert.equal(costOf(q).macs, 118013952);
    assert.equal(costOf(single('ConvInteger', [[1, 3, 224, 224], w], [[1, 64, 112, 112]])).macs, 118013952);
  });
});

describe('costs: recurrent cells', () => {
  it('steps x batch x (W + R)', () => {
    // LSTM 10 steps, batch 2, in 3, hidden 4: W 1x16x3 = 48, R 1x16x4 = 64; 20 x 112.
    const m = single('LSTM', [[10, 2, 3], { w: [1, 16, 3] }, { w: [1, 16, 4] }], [[10, 1, 2, 4]], {
      hidden_size: 4,
    });
    assert.equal(costOf(m).macs, 2240);
    // Bidirectional GRU: W 2x12x3 = 72, R 2x12x4 = 96; 20 x 168.
    const g = single('GRU', [[10, 2, 3], { w: [2, 12, 3] }, { w: [2, 12, 4] }], [[10, 2, 2, 4]], {
      hidden_size: 4,
    });
    assert.equal(costOf(g).macs, 3360);
    const r = single('RNN', [[10, 2, 3], { w: [1, 4, 3] }, { w: [1, 4, 4] }], [[10, 1, 2, 4]], {
      hidden_size: 4,
    });
    assert.equal(costOf(r).macs, 20 * (12 + 16));
  });
});

describe('costs: attention', () => {
  // Batch 2, 3 heads of 4, 5 new tokens over 7 cached: 12 keys.
  const q = [2, 3, 5, 4];
  const past = [2, 3, 7, 4];
  const present = [2, 3, 12, 4];

  it('as executed all pairs, as useful the causal ones', () => {
    const m = single('Attention', [q, q, q, 'none', past, past], [q, present, present], { is_causal: 1 });
    const c = costOf(m);
    // Two products of 2*3*5*12*4 = 1,440 each.
    assert.equal(c.macs, 2880);
    // Query i (1..5) sees 7 + i keys: 8+9+10+11+12 = 50 of 60 pairs.
    assert.equal(c.useful, (2880 * 50) / 60);
  });

  it('a window counts its pairs', () => {
    // Prefill of 6 tokens, window 3: 1+2+3+3+3+3 = 15 pairs of 36.
    const s = [1, 1, 6, 2];
    const c = costOf(single('Attention', [s, s, s], [s], { is_causal: 1, window: 3 }));
    assert.equal(c.macs, 36 * 4);
    assert.equal(c.useful, 15 * 4);
    // Decode: 1 token, the cache holds window - 1 = 2: 3 pairs.
    const one = [1, 1, 1, 2];
    const d = single(
      'Attention',
      [one, one, one, 'none', [1, 1, 2, 2], [1, 1, 2, 2]],
      [one, [1, 1, 3, 2], [1, 1, 3, 2]],
      {
        is_causal: 1,
        window: 3,
      },
    );
    assert.deepEqual([costOf(d).macs, costOf(d).useful], [12, 12]);
  });

  it('a chunk counts its pairs', () => {
    // Chunks of 4 over 10 tokens: 10 + 10 + 3 = 23 pairs.
    const s = [1, 1, 10, 1];
    assert.equal(costOf(single('Attention', [s, s, s], [s], { is_causal: 1, chunk: 4 })).useful, 46);
  });

  it('three-dimensional inputs split by heads; keys and values may be fewer and narrower', () => {
    // 8 heads of 16 over 2 key heads, values of 12: q [1, 6, 128], k [1, 6, 32], v [1, 6, 24].
    const m = single(
      'Attention',
      [
        [1, 6, 128],
        [1, 6, 32],
        [1, 6, 24],
      ],
      [[1, 6, 96]],
      {
        q_num_heads: 8,
        kv_num_heads: 2,
      },
    );
    assert.equal(costOf(m).macs, 36 * 8 * (16 + 12));
    assert.equal(costOf(m).useful, 36 * 8 * (16 + 12), 'nothing is masked');
  });

  it('cross-attention: queries x source', () => {
    const m = single(
      'Attention',
      [
        [1, 2, 5, 4],
        [1, 2, 9, 4],
        [1, 2, 9, 4],
      ],
      [[1, 2, 5, 4]],
    );
    assert.equal(costOf(m).macs, 2 * 5 * 9 * 4 * 2);
  });

  it('com.microsoft: Attention holds the projection, GroupQueryAttention its heads and window', () => {
    // [1, 6, 8] by [8, 24], 2 heads of 4: 6*8*24 = 1,152 and 2*36*4*2 = 576.
    const a = single('com.microsoft:Attention', [[1, 6, 8], { w: [8, 24] }, { w: [24] }], [[1, 6, 8]], {
      num_heads: 2,
    });
    assert.equal(costOf(a).macs, 1728);
    // GQA, 4 heads of 8 over 2, one new token, 9 cached: 10 keys, 4*10*8*2.
    const g = single(
      'com.microsoft:GroupQueryAttention',
      [[1, 1, 32], [1, 1, 16], [1, 1, 16], [1, 2, 9, 8], [1, 2, 9, 8], [1], []],
      [
        [1, 1, 32],
        [1, 2, 10, 8],
        [1, 2, 10, 8],
      ],
      { num_heads: 4, kv_num_heads: 2 },
    );
    assert.equal(costOf(g).macs, 640);
    // Packed QKV [1, 6, (4 + 2*2) * 8]: head 8; causal pairs 21 of 36.
    const p = single('com.microsoft:GroupQueryAttention', [[1, 6, 64]], [[1, 6, 32]], {
      num_heads: 4,
      kv_num_heads: 2,
    });
    assert.deepEqual([costOf(p).macs, costOf(p).useful], [36 * 4 * 16, 21 * 4 * 16]);
  });
});

describe('costs: work per element', () => {
  it('follows the documented table', () => {
    assert.equal(costOf(single('Relu', [[2, 3]], [[2, 3]])).elements, 6);
    assert.equal(costOf(single('Add', [[2, 3], [3]], [[2, 3]])).elements, 6);
    assert.equal(costOf(single('Softmax', [[2, 3]], [[2, 3]])).elements, 30);
    assert.equal(
      costOf(single('LayerNormalization', [[2, 3], { w: [3] }, { w: [3] }], [[2, 3]])).elements,
      42,
    );
    assert.equal(costOf(single('RMSNormalization', [[2, 3], { w: [3] }], [[2, 3]])).elements, 24);
    assert.equal(costOf(single('ReduceMean', [[4, 5]], [[4]])).elements, 20);
    assert.equal(
      costOf(single('MaxPool', [[1, 2, 4, 4]], [[1, 2, 2, 2]], { kernel_shape: [2, 2] })).elements,
      32,
    );
    assert.equal(costOf(single('Sum', [[6], [6], [6]], [[6]])).elements, 12, 'two sums of three');
    assert.equal(costOf(single('Gelu', [[6]], [[6]], { approximate: 'tanh' })).elements, 54);
  });

  it('moving elements computes none', () => {
    for (const type of ['Transpose', 'Concat', 'Gather', 'Reshape', 'Slice', 'Shape', 'Where'])
      assert.deepEqual(
        [costOf(single(type, [[6]], [[6]])).macs, costOf(single(type, [[6]], [[6]])).elements],
        [0, 0],
        type,
      );
  });

  it('Resize: taps by mode over the axes that change', () => {
    const sizes = [[1, 3, 8, 8]] as const;
    assert.equal(costOf(single('Resize', [[1, 3, 4, 4]], sizes, { mode: 'nearest' })).elements, 0);
    // Bilinear: 4 taps, a product and a sum each: 8 x 192.
    assert.equal(costOf(single('Resize', [[1, 3, 4, 4]], sizes, { mode: 'linear' })).elements, 1536);
    assert.equal(costOf(single('Resize', [[1, 3, 4, 4]], sizes, { mode: 'cubic' })).elements, 32 * 192);
  });

  it('a fast Fourier transform of length 8: 5 x 8 x 3, of real data half', () => {
    assert.equal(costOf(single('DFT', [[1, 8, 2]], [[1, 8, 2]], { axis: 1 })).elements, 120);
    const real = costOf(single('DFT', [[1, 8, 1]], [[1, 8, 2]], { axis: 1 }));
    assert.equal(real.elements, 60);
    assert.equal(real.certainty, 'estimated');
  });

  it('linear attention: the products with the state', () => {
    // 2 heads, d_k 4, d_v 6, 10 tokens: gated delta = 3 x 10*2*24 MACs.
    const m = single(
      'LinearAttention',
      [
        [1, 10, 8],
        [1, 10, 8],
        [1, 10, 12],
      ],
      [[1, 10, 12]],
      {
        q_num_heads: 2,
        kv_num_heads: 2,
        update_rule: 'gated_delta',
      },
    );
    assert.equal(costOf(m).macs, 1440);
  });
});
