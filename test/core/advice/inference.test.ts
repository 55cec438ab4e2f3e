import assert from 'node:assert/strict';
import { change, judged } from './models';

/** Closed formulas of the techniques, with the numbers put in by hand; the engine sums over real tensors instead. */
const GiB = 2 ** 30;

describe('techniques against their closed formulas: attention and cache', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('GQA on Llama-2-7B: 2 GiB to 0.5 GiB of cache at 4,096 tokens, smaller projections', () => {
    // 2 × 32 layers × 32 heads × 128 × 2 B × 4,096, and 8 heads instead.
    assert.deepEqual(change('llama2', 'grouped-multi-query-attention', 'cache', { context: 4096 }), [
      2 * GiB,
      GiB / 2,
    ]);
    const [before, after] = change('llama2', 'grouped-multi-query-attention', 'parameters');
    assert.equal(before, 6_738_415_616);
    assert.equal(before - after, 2 * 32 * 4096 * (32 - 8) * 128);
    // k_proj and v_proj only: 4 × L × d × Δheads × d_h FLOPs per token.
    const [was, is] = change('llama2', 'grouped-multi-query-attention', 'decode');
    assert.equal(was - is, 4 * 32 * 4096 * (32 - 8) * 128);
  });

  it('GQA is in use on Llama-3-8B and Mixtral, and the saving is told: 4 times', () => {
    for (const model of ['llama3', 'mixtral'] as const) {
      const j = judged(model, 'grouped-multi-query-attention');
      assert.equal(j.status, 'in use');
      assert.match(j.reason, /8 KV heads for 32 query heads/);
      assert.equal(j.outcomes[0]!.effects.find((e) => e.kind === 'cache')!.ratio, 4);
    }
  });

  it('MLA on Llama-2-7B saves cache and costs decode FLOPs, and both are shown', () => {
    const id = 'multi-head-latent-attention';
    // 32 layers × (512 + 64) × 2 B × 4,096.
    assert.deepEqual(change('llama2', id, 'cache', { context: 4096 }), [2 * GiB, 150_994_944]);
    const [d, L, nh, dh, rank, rope, q] = [4096, 32, 32, 128, 512, 64, 1536];
    const attention = d * q + q * nh * (dh + rope) + d * (rank + rope) + 2 * rank * nh * dh + nh * dh * d;
    const norms = q + rank;
    const [before, after] = change('llama2', id, 'parameters');
    assert.equal(after - before, L * (attention + norms - 4 * d * nh * dh));
    // Per cached token and head 2 × (2 × rank + rope) FLOPs instead of 4 × d_h; the projections differ as above.
    const T = 4096;
    const [was, is] = change('llama2', id, 'decode', { context: T });
    // Rotary angles are one product of rope/2 in front of the layers: 64 - 32 MACs.
    const angles = 2 * (rope / 2 - dh / 2);
    assert.equal(
      is - was,
      2 * L * (attention - 4 * d * nh * dh) +
        2 * L * nh * T * (2 * rank + rope) -
        4 * L * nh * dh * T +
        angles,
    );
    assert.ok(is > was);
    assert.equal(judged('deepseek', id).status, 'in use');
    assert.equal(judged('bert', id).status, 'not applicable');
  });

  it('cross-layer sharing: one cache for two layers, the odd layer rounded up', () => {
    const [a, b] = change('llama3', 'cross-layer-kv-sharing', 'cachePerToken');
    assert.deepEqual([a, b], [131_072, 65_536]);
    // DeepSeek-V3: 61 layers in two groups (3 dense, 58 sparse): 2 + 29 owners × 576 × 2 B.
    assert.deepEqual(change('deepseek', 'cross-layer-kv-sharing', 'cachePerToken'), [70_272, 31 * 576 * 2]);
  });

  it('a sliding window of 4,096 on Llama-3-8B at 8,192 tokens halves the cache', () => {
    assert.deepEqual(change('llama3', 'sliding-window-attention', 'cache', { context: 8192 }), [
      GiB,
      GiB / 2,
    ]);
    // 4 × L × n_h × d_h × (T - W) FLOPs per token.
    const [was, is] = change('llama3', 'sliding-window-attention', 'decode', { context: 8192 });
    assert.equal(was - is, 4 * 32 * 32 * 128 * (8192 - 4096));
  });

  it('segments with memory keep 3,072 tokens', () => {
    const [, after] = change('llama3', 'recurrent-and-retrieval-memory', 'cache', { context: 8192 });
    assert.equal(after, 131_072 * 3072);
    assert.equal(judged('gpt2', 'recurrent-and-retrieval-memory').status, 'not applicable');
  });

  it('a fourfold context costs a fourfold cache', () => {
    const [before, after] = change('llama3', 'rope-context-extension', 'cache', { context: 8192 });
    assert.deepEqual([before, after], [GiB, 4 * GiB]);
    assert.equal(judged('gpt2', 'rope-context-extension').status, 'not applicable');
  });

  it('GPT-2 without its table of positions is 1,024 × 768 smaller', () => {
    const [before, after] = change('gpt2', 'parameter-free-positional-encoding', 'parameters');
    assert.equal(before, 124_439_808);
    assert.equal(before - after, 1024 * 768);
    assert.equal(judged('llama3', 'parameter-free-positional-encoding').status, 'not applicable');
  });

  it('eviction keeps a fifth of the cache, or 1,024 tokens', () => {
    const [a, b] = change('llama2', 'kv-cache-eviction', 'cache', { context: 4096 });
    assert.equal(b, Math.floor(0.2 * 4096) * 524_288);
    assert.equal(a, 4096 * 524_288);
    const [, c] = change('llama2', 'kv-cache-eviction', 'cache', { context: 4096 }, 1);
    assert.equal(c, 1024 * 524_288);
    // Reading the prompt is not made cheaper, so no such figure is shown.
    const kinds = judged('llama2', 'kv-cache-eviction').outcomes[0]!.effects.map((e) => e.kind);
    assert.ok(!kinds.includes('prefill'));
  });

  it('cache precisions: fp8 with a scale per block, Q8_0 1.0625 and Q4_0 0.5625 bytes per element', () => {
    const id = 'kv-cache-quantization';
    const elements = 2 * 32 * 32 * 128;
    assert.equal(change('llama2', id, 'cachePerToken', {}, 1)[1], elements * 1.0625);
    assert.equal(change('llama2', id, 'cachePerToken', {}, 2)[1], elements * 0.5625);
    const [, fp8] = change('llama2', id, 'cachePerToken');
    assert.ok(fp8 >= elements && fp8 < elements * 1.001);
    assert.equal(judged('bert', id).status, 'not applicable');
  });
});

describe('techniques against their closed formulas: weights', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  const linear = 32 * (4 * 4096 ** 2 + 3 * 4096 * 11008);
  const all = 6_738_415_616;

  it('4-bit groups of 128 on Llama-2-7B: 3,889,307,648 bytes', () => {
    // Linear weights at 4 + (16 + 4)/128 bits, the rest in 16.
    const expected = (linear * (4 + 20 / 128)) / 8 + (all - linear) * 2;
    assert.equal(expected, 3_889_307_648);
    assert.deepEqual(change('llama2', 'weight-only-quantization', 'weights'), [2 * all, expected]);
  });

  it('NF4 with double quantisation: 3,865,591,808 bytes', () => {
    const expected = (linear * (4 + 8 / 64 + 32 / (64 * 256))) / 8 + (all - linear) * 2;
    assert.equal(expected, 3_865_591_808);
    assert.equal(change('llama2', 'weight-only-quantization', 'weights', {}, 2)[1], expected);
  });

  it('ternary weights packed in 2 bits', () => {
    assert.equal(change('llama2', 'ternary-bitnet-weights', 'weights')[1], linear / 4 + (all - linear) * 2);
  });

  it('half of the weights zero: P_lin × (b/2 + 1/8) bytes, free or 2:4', () => {
    for (const id of ['unstructured-pruning', 'semi-structured-2-4-sparsity'])
      assert.equal(change('llama2', id, 'weights')[1], linear * (1 + 1 / 8) + (all - linear) * 2);
  });

  it('fewer layers: 28 of 32', () => {
    const layer = 4 * 4096 ** 2 + 3 * 4096 * 11008 + 2 * 4096;
    const [a, b] = change('llama2', 'depth-pruning', 'parameters');
    assert.equal(a - b, 4 * layer);
    assert.equal(change('llama2', 'depth-pruning', 'cachePerToken')[1], 2 * 28 * 4096 * 2);
    assert.equal(change('llama2', 'knowledge-distillation', 'parameters')[1], all - 16 * layer);
  });

  it('narrower feed-forward: 8,832 of 11,008, a multiple of 64', () => {
    const [a, b] = change('llama2', 'structured-width-pruning', 'parameters');
    assert.equal(a - b, 32 * 3 * 4096 * (11008 - 8832));
    assert.equal(judged('mixtral', 'structured-width-pruning').status, 'not applicable');
  });

  it('low rank: two thin matrices of rank floor(0.8 × m × n / (m + n)) each, products and all', () => {
    const rank = (m: number, n: number) => Math.floor((0.8 * m * n) / (m + n)) * (m + n);
    const layer = 4 * rank(4096, 4096) + 3 * rank(4096, 11008);
    const [a, b] = change('llama2', 'low-rank-decomposition', 'parameters');
    assert.equal(a - b, linear - 32 * layer);
    const [was, is] = change('llama2', 'low-rank-decomposition', 'decode');
    assert.equal(was - is, 2 * (linear - 32 * layer));
  });

  it('tying Llama-3-8B saves 1,050,673,152 bytes, GPT-2 already ties', () => {
    const [a, b] = change('llama3', 'weight-tying', 'weights');
    assert.equal(a - b, 1_050_673_152);
    assert.equal(judged('gpt2', 'weight-tying').status, 'in use');
  });

  it('two layers to a set of weights halves the blocks, and compute stays', () => {
    const [a, b] = change('llama2', 'cross-layer-parameter-sharing', 'parameters');
    assert.equal(a - b, 16 * (4 * 4096 ** 2 + 3 * 4096 * 11008 + 2 * 4096));
    assert.ok(
      !judged('llama2', 'cross-layer-parameter-sharing').outcomes[0]!.effects.some(
        (e) => e.kind === 'decode',
      ),
    );
  });

  it('a mixture in place of Llama-2-7B’s feed-forward', () => {
    // 8 experts of 5,504 with 2 per token: E × 3 × d × f/2 and a router of d × E per layer.
    const [a, b] = change('llama2', 'mixture-of-experts', 'parameters', {}, 1);
    assert.equal(b - a, 32 * (8 * 3 * 4096 * 5504 + 4096 * 8 - 3 * 4096 * 11008));
    // 8 of 2,752: half the compute of the feed-forward part, and the router.
    const [was, is] = change('llama2', 'mixture-of-experts', 'decode');
    assert.equal(was - is, 2 * 32 * ((3 * 4096 * 11008) / 2 - 4096 * 8));
    assert.equal(judged('mixtral', 'mixture-of-experts').status, 'in use');
  });

  it('six of Mixtral’s eight experts, and 192 of DeepSeek-V3’s 256', () => {
    const [a, b] = change('mixtral', 'moe-expert-pruning', 'parameters');
    assert.equal(a, 46_702_792_704);
    // Two experts and their rows of the router, in 32 layers.
    assert.equal(a - b, 32 * 2 * (3 * 4096 * 14336 + 4096));
    const [was, is] = change('mixtral', 'moe-expert-pruning', 'decode', {}, 1);
    assert.equal(was - is, 2 * 32 * 3 * 4096 * 14336);
    const [c, d] = change('deepseek', 'moe-expert-pruning', 'parameters');
    assert.equal(c, 671_026_404_352);
    assert.equal(c - d, 58 * 64 * (3 * 7168 * 2048 + 7168));
  });

  it('half of the nested feed-forward', () => {
    const [a, b] = change('llama2', 'elastic-matryoshka-models', 'parameters');
    assert.equal(a - b, 32 * 3 * 4096 * 5504);
  });

  it('early exit shows compute only: all layers stay stored', () => {
    const kinds = judged('llama2', 'early-exit').outcomes[0]!.effects.map((e) => e.kind);
    assert.deepEqual(kinds.sort(), ['decode', 'prefill']);
    const [was, is] = change('llama2', 'early-exit', 'decode', { context: 4096 });
    // 13 of 32 layers left out: 2 × p_layer and 4 × n_h × d_h × T each.
    assert.equal(was - is, 13 * (2 * (4 * 4096 ** 2 + 3 * 4096 * 11008) + 4 * 4096 * 4096));
  });
});

describe('techniques against their closed formulas: serving', function () {
  // The first call for a model judges all techniques.
  this.timeout(20_000);

  it('speculative decoding: α = 0.7, γ = 4, a draft of a twentieth', () => {
    const [a, b] = change('llama2', 'speculative-decoding', 'reads');
    const tokens = (1 - 0.7 ** 5) / 0.3;
    assert.ok(Math.abs(b - (a * 1.2) / tokens) <= 1);
    const [was, is] = change('llama2', 'speculative-decoding', 'decode');
    assert.ok(Math.abs(is - (was * 5.2) / tokens) <= 1);
    assert.ok(is > was, 'FLOPs grow, and the loss is shown');
    assert.ok(judged('llama2', 'speculative-decoding').outcomes[0]!.variant.assumption?.includes('70 %'));
  });

  it('pages: 4,096 tokens instead of 32,768 reserved on Mixtral', () => {
    assert.deepEqual(change('mixtral', 'paged-kv-and-prefix-reuse', 'cache', { context: 4096 }), [
      32768 * 131_072,
      4096 * 131_072,
    ]);
  });

  it('a batch of 16 reads the weights once: P × b/16 + cache per token', () => {
    const [a, b] = change('llama2', 'continuous-batching', 'reads', { context: 4096 });
    // All but the table of words is read whole; activations come on top.
    const weights = 2 * (6_738_415_616 - 32000 * 4096);
    for (const [is, hand] of [
      [a, weights + 2 * GiB],
      [b, weights / 16 + 2 * GiB],
    ] as const)
      assert.ok(is > 0.999 * hand && is < 1.01 * hand, `${is} B, by hand ${hand}`);
  });

  it('a prompt of a quarter', () => {
    const [was, is] = change('llama2', 'prompt-compression', 'prefill', { prompt: 1024, context: 4096 });
    const matrices = 32 * (4 * 4096 ** 2 + 3 * 4096 * 11008) + 32000 * 4096;
    const angles = 2 * 64;
    const flops = (s: number) => 2 * matrices * s + 4 * 32 * 4096 * s * s + angles * s;
    assert.deepEqual([was, is], [flops(1024), flops(256)]);
    const [a, b] = change('llama2', 'prompt-compression', 'cache', { prompt: 1024, context: 4096 });
    assert.equal(a - b, 768 * 524_288);
  });

  it('four Medusa heads: 4 × (d² + d × V) parameters', () => {
    const [a, b] = change('llama2', 'self-drafting-parallel-decoding', 'parameters');
    assert.equal(b - a, 4 * (4096 ** 2 + 4096 * 32000));
    assert.equal(judged('deepseek', 'self-drafting-parallel-decoding').status, 'in use');
  });

  it('tensor parallelism on two devices; MLA’s latent is held by both', () => {
    const [a, b] = change('llama3', 'tensor-parallelism', 'cache');
    assert.equal(a / b, 2);
    const effects = judged('deepseek', 'tensor-parallelism').outcomes[0]!.effects;
    assert.ok(!effects.some((e) => e.kind === 'cache'));
    // 2·L × 2·B·S·d·b × (t - 1)/t for a prompt of 1,024.
    const moved = judged('llama3', 'tensor-parallelism').outcomes[0]!.effects.find(
      (e) => e.kind === 'traffic',
    )!;
    assert.equal(moved.after.value, 2 * 32 * 2 * 1024 * 4096 * 2 * 0.5);
  });
});
