import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyseConfig } from '../../../src/core/analyse';
import { buildModel } from '../../../src/core/architectures/buildModel';
import { minimum } from '../../../src/core/model/arithmetic';
import type { CacheTensor } from '../../../src/core/model/cache';
import type { Block } from '../../../src/core/model/block';
import type { Model } from '../../../src/core/model/model';
import type { DType } from '../../../src/core/model/dtype';
import { cacheOnDevice } from '../../../src/core/costs/cacheBytes';
import { hybridPage } from '../../../src/core/costs/engines';
import { costModel } from '../../../src/core/costs/costModel';
import type { Costs } from '../../../src/core/costs/costModel';
import { estimate } from '../../../src/core/costs/estimate';
import type { Estimate } from '../../../src/core/costs/estimate';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/scenario';
import { scenarioFor } from '../../../src/core/scenario/scenarioFor';
import { BATCH, SOURCE, TOTAL } from '../../../src/core/scenario/symbols';
import { describeShared } from '../../support/shared';
import { GraphMaker } from './graph';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

interface Layers {
  readonly count: number;
  readonly tensors: readonly Omit<CacheTensor, 'block' | 'name'>[];
}

function cacheEstimate(...given: Parameters<typeof modelOf>): Estimate['cache'] {
  return estimate(...modelOf(...given)).cache;
}

/** Caches of so many layers each, nothing else. */
function modelOf(
  groups: readonly Layers[],
  scenario: Partial<Scenario>,
  dtype: DType = 'bfloat16',
): [Model, Costs, Scenario] {
  const blocks: Block[] = [{ name: 'model', parent: -1, repeat: 1 }];
  const caches: CacheTensor[] = [];
  for (const g of groups) {
    const block = blocks.push({ name: 'layers', parent: 0, repeat: g.count }) - 1;
    g.tensors.forEach((t, i) => caches.push({ ...t, block, name: `${t.kind}${i}` }));
  }
  const model = new GraphMaker().model({
    format: 'config',
    blocks,
    caches,
    dtype,
    facts: { task: 'causal' },
  });
  return [model, costModel(model), scenarioFor(model, scenario)];
}

function keysAndValues(count: number, heads: number, dim: number, window?: number): Layers {
  const held = window === undefined ? TOTAL : minimum(TOTAL, window);
  const shape = [BATCH, heads, held, dim];
  const common = { shape, dtype: 'cache' as const, ...(window === undefined ? {} : { window }) };
  return {
    count,
    tensors: [
      { kind: 'key', ...common },
      { kind: 'value', ...common },
    ],
  };
}

describe('costs: cache, the published checks', () => {
  it('Llama-3.1-8B: 131,072 B per token in 16 bits, with the numbers put in', () => {
    const c = cacheEstimate([keysAndValues(32, 8, 128)], { context: 8192 });
    assert.equal(c.bytesPerToken.value, 131072);
    assert.equal(c.bytesPerToken.certainty, 'exact');
    assert.equal(c.bytesPerToken.formula, '2 (key, value) × 32 layers × 8 × 128 × 2 B = 131,072 B');
    assert.equal(c.bytesAtContext.value, 131072 * 8192);
    assert.equal(c.stateBytes.value, 0);
  });

  it('Gemma-3-27B at 131,072 tokens: 10 full and 52 windowed layers, 10.41 GiB', () => {
    const c = cacheEstimate([keysAndValues(10, 16, 128), keysAndValues(52, 16, 128, 1024)], {
      context: 131072,
    });
    // 2 x 16 x 128 x 2 B = 8,192 B a token and layer.
    assert.equal(c.bytesAtContext.value, 8192 * (10 * 131072 + 52 * 1024));
    assert.equal((c.bytesAtContext.value! / GIB).toFixed(2), '10.41');
    // Until the windows are full all 62 layers grow: 62 x 8,192 B.
    assert.equal(c.bytesPerToken.value, 507904);
    assert.match(c.bytesPerToken.formula, /windowed layers stop growing at 1,024 tokens/);
  });

  it('DeepSeek-V3: the latent once, 70,272 B per token, 10.72 GiB at 163,840', () => {
    const latent = { kind: 'latent' as const, shape: [BATCH, TOTAL, 576], dtype: 'cache' as const };
    const c = cacheEstimate([{ count: 61, tensors: [latent] }], { context: 163840 });
    assert.equal(c.bytesPerToken.value, 70272);
    assert.equal((c.bytesAtContext.value! / GIB).toFixed(2), '10.72');
    // llama.cpp at 32,768 in q8_0: 576 x 1.0625 x 32,768 x 61 = 1,166.6 MiB, as logged.
    const q8 = cacheEstimate([{ count: 61, tensors: [latent] }], {
      context: 32768,
      cache: 'q8_0',
      engine: 'llama.cpp',
    });
    assert.equal((q8.bytesAtContext.value! / MIB).toFixed(1), '1166.6');
  });

  it('Qwen3.6-27B: 149.6 MiB of recurrent and convolutional state, whatever the context', () => {
    const state: Layers = {
      count: 48,
      tensors: [
        { kind: 'recurrent', shape: [BATCH, 48, 128, 128], dtype: 'float32' },
        { kind: 'conv', shape: [BATCH, 2 * 16 * 128 + 48 * 128, 3], dtype: 'float32' },
      ],
    };
    for (const context of [1, 4096, 262144]) {
      const c = cacheEstimate([state], { context });
      assert.equal((c.stateBytes.value! / MIB).toFixed(1), '149.6');
      assert.equal(c.bytesAtContext.value, 0);
    }
    // The log's 598.50 MiB is of four sequences; a cache precision leaves fp32 state alone.
    const four = cacheEstimate([state], { batch: 4, cache: 'int8' });
    assert.equal((four.stateBytes.value! / MIB).toFixed(2), '598.50');
  });

  it('encoder-decoder: cross-attention is fixed by the source', () => {
    const cross: Layers = {
      count: 6,
      tensors: [
        { kind: 'cross_key', shape: [BATCH, 8, SOURCE, 64], dtype: 'cache' },
        { kind: 'cross_value', shape: [BATCH, 8, SOURCE, 64], dtype: 'cache' },
      ],
    };
    const c = cacheEstimate([keysAndValues(6, 8, 64), cross], { context: 100, source: 1500 });
    // A layer: 2 x 8 x 64 x 2 B = 2,048 B a token.
    assert.equal(c.bytesPerToken.value, 6 * 2048);
    assert.equal(c.bytesAtContext.value, 6 * 2048 * (100 + 1500));
  });

  it('block-quantised: q8_0 takes 1.0625 and q4_0 0.5625 bytes per element', () => {
    const at = (cache: string) =>
      cacheEstimate([keysAndValues(1, 1, 64)], { context: 100, cache }).bytesAtContext.value;
    assert.equal(at('q8_0'), 2 * 64 * 100 * 1.0625);
    assert.equal(at('q4_0'), 2 * 64 * 100 * 0.5625);
    assert.equal(at('fp32'), 2 * 64 * 100 * 4);
    assert.equal(at('auto'), 2 * 64 * 100 * 2);
    // Rows of 80 fill three blocks of 32.
    const odd = cacheEstimate([keysAndValues(1, 1, 80)], { context: 1, cache: 'q8_0' });
    assert.equal(odd.bytesAtContext.value, 2 * 3 * 34);
  });
});

describe('costs: cache as engines hold it', () => {
  it('llama.cpp pads windowed cells: gpt-oss-20b 768 cells, 18.00 MiB over 12 layers', () => {
    const c = cacheEstimate([keysAndValues(12, 8, 64, 128)], { context: 8192, engine: 'llama.cpp' });
    assert.equal(c.bytesAtContext.value, 12 * 768 * 2048);
    assert.equal((c.bytesAtContext.value! / MIB).toFixed(2), '18.00');
    assert.match(c.bytesAtContext.formula, /768/);
    // Gemma-4-12B, window 1,024, q8_0: 1,536 cells, 40 layers of 4,352 B: 255 MiB.
    const g = cacheEstimate([keysAndValues(40, 8, 256, 1024)], {
      context: 131072,
      engine: 'llama.cpp',
      cache: 'q8_0',
    });
    assert.equal((g.bytesAtContext.value! / MIB).toFixed(0), '255');
    // The full layers are padded to 256 cells.
    assert.equal(
      cacheEstimate([keysAndValues(1, 1, 64)], { context: 1000, engine: 'llama.cpp' }).bytesAtContext.value,
      1024 * 256,
    );
  });

  it('llama.cpp with one buffer for all sequences pads once, and its windows share one micro-batch', () => {
    // size_swa = PAD(min(size_base, n_swa * n_seq_max + n_ubatch), 256), llama-kv-cache-iswa.cpp: four sequences of 8,192
    // with a window of 128 share PAD(4 x 128 + 512, 256) = 1,024 cells, instead of 4 x PAD(128 + 512, 256) = 4 x 768.
    const windowed = [keysAndValues(12, 8, 64, 128)];
    const four = { context: 8192, batch: 4 };
    const own = cacheEstimate(windowed, { ...four, engine: 'llama.cpp' }).bytesAtContext;
    const shared = cacheEstimate(windowed, { ...four, engine: 'llama.cpp-unified' }).bytesAtContext;
    assert.equal(own.value, 12 * 4 * 768 * 2048);
    assert.equal(shared.value, 12 * 1024 * 2048);
    assert.match(own.formula, /^4 sequences × .* × 768 × /);
    assert.match(shared.formula, /^2 \(key, value\) × 12 layers × 8 × 1,024 × 64 × 2 B = /);
    // Ten sequences of 900 tokens: PAD(9,000, 256) = 9,216 cells together, 10 x 1,024 apart.
    const ten = { context: 900, batch: 10 };
    const full = [keysAndValues(1, 1, 64)];
    assert.equal(
      cacheEstimate(full, { ...ten, engine: 'llama.cpp-unified' }).bytesAtContext.value,
      9216 * 256,
    );
    assert.equal(cacheEstimate(full, { ...ten, engine: 'llama.cpp' }).bytesAtContext.value, 10 * 1024 * 256);
    // States are each sequence's own.
    const state: Layers = {
      count: 1,
      tensors: [{ kind: 'recurrent', shape: [BATCH, 2, 8, 8], dtype: 'float32' }],
    };
    assert.equal(
      cacheEstimate([state], { ...ten, engine: 'llama.cpp-unified' }).stateBytes.value,
      10 * 2 * 8 * 8 * 4,
    );
  });

  it('llama.cpp keeps states in 32 bits, a convolution’s without its newest column: 598.50 MiB for four sequences', () => {
    // Qwen3.6-27B: 48 layers, 48 value heads and 16 key heads of 128, kernel 4. Logged: 598.50 MiB.
    const model = buildModel({
      model_type: 'qwen3_5_text',
      hidden_size: 5120,
      intermediate_size: 17408,
      num_hidden_layers: 64,
      num_attention_heads: 24,
      num_key_value_heads: 4,
      head_dim: 256,
      linear_num_key_heads: 16,
      linear_num_value_heads: 48,
      linear_key_head_dim: 128,
      linear_value_head_dim: 128,
      linear_conv_kernel_dim: 4,
      layer_types: Array.from({ length: 64 }, (_, i) =>
        i % 4 === 3 ? 'full_attention' : 'linear_attention',
      ),
      vocab_size: 248320,
      torch_dtype: 'bfloat16',
    });
    const scenario = { ...DEFAULT_SCENARIO, batch: 4, engine: 'llama.cpp' as const, cache: 'q8_0' };
    const { cache } = estimate(model, costModel(model), scenario);
    assert.equal(cache.stateBytes.value, 598.5 * MIB);
    assert.match(cache.stateBytes.formula, /states in 32 bits/);
  });

  it('transformers keeps window - 1 positions, exact tensors elsewhere', () => {
    const c = cacheEstimate([keysAndValues(1, 2, 64, 128), keysAndValues(1, 2, 64)], {
      context: 1000,
      engine: 'transformers',
    });
    assert.equal(c.bytesAtContext.value, 512 * (127 + 1000));
  });

  it('vLLM grants whole pages: gpt-oss-20b, 32 sequences of 8,192: 6.09 GiB ideal, 12.00 GiB granted', () => {
    const layers = [keysAndValues(12, 8, 64), keysAndValues(12, 8, 64, 128)];
    const ideal = cacheEstimate(layers, { context: 8192, batch: 32 }).bytesAtContext;
    assert.equal((ideal.value! / GIB).toFixed(2), '6.09');
    const paged = cacheEstimate(layers, { context: 8192, batch: 32, engine: 'vllm' }).bytesAtContext;
    assert.equal((paged.value! / GIB).toFixed(2), '12.00');
    assert.equal(paged.certainty, 'estimated');
    assert.equal(
      cacheEstimate([keysAndValues(1, 1, 64)], { context: 17, engine: 'vllm' }).bytesAtContext.value,
      32 * 256,
    );
  });

  it('vLLM gives hybrids common pages: Qwen3.6-27B 784 tokens, states padded by 0.13 %, as its log says', () => {
    // 48 gated DeltaNet layers, their convolution in bf16, and 16 of attention with 4 key heads of 256: 4,096 B a token.
    const layers: Layers[] = [
      {
        count: 48,
        tensors: [
          { kind: 'recurrent', shape: [BATCH, 48, 128, 128], dtype: 'float32' },
          { kind: 'conv', shape: [BATCH, 10240, 3], dtype: 'bfloat16' },
        ],
      },
      keysAndValues(16, 4, 256),
    ];
    const state = 48 * 128 * 128 * 4 + 10240 * 3 * 2;
    assert.equal(hybridPage(4096, state).tokens, 784);
    const page = 784 * 4096;
    assert.equal(((100 * (page - state)) / state).toFixed(2), '0.13');
    const c = cacheEstimate(layers, { context: 4096, batch: 2, engine: 'vllm' });
    assert.equal(c.stateBytes.value, 2 * 48 * page);
    // 4,096 tokens fill 6 pages of 784.
    assert.equal(c.bytesAtContext.value, 2 * 16 * 6 * page);
    assert.match(c.stateBytes.formula, /784 tokens/);
    // Other engines keep the states as they are.
    assert.equal(cacheEstimate(layers, { context: 4096, batch: 2 }).stateBytes.value, 2 * 48 * state);
  });
});

describe('costs: cache and weights of one of several devices', () => {
  it('deals out heads, at least one each; latents are whole everywhere', () => {
    const on = (devices: number, layers: readonly Layers[]) =>
      cacheOnDevice(...modelOf(layers, { context: 1000 }), devices).cache.value;
    // 8 key heads of 128: 2 x 8 x 128 x 2 B = 4,096 B a token.
    const kv = [keysAndValues(1, 8, 128)];
    assert.equal(on(2, kv), (4096 * 1000) / 2);
    assert.equal(on(8, kv), (4096 * 1000) / 8);
    assert.equal(on(16, kv), (4096 * 1000) / 8, 'replicated when there are more devices than heads');
    const latent = { kind: 'latent' as const, shape: [BATCH, TOTAL, 576], dtype: 'cache' as const };
    assert.equal(on(8, [{ count: 61, tensors: [latent] }]), 70272 * 1000);
  });

  it('a Llama over four and sixteen devices', () => {
    const { model, costs } = analyseConfig(
      readFileSync(path.resolve(__dirname, '../../../media/samples/llama-8b/config.json'), 'utf8'),
      'llama',
    )!;
    const per = (tensorParallel: number) =>
      estimate(model, costs, scenarioFor(model, { tensorParallel })).memory.perDevice!;
    // Norms, 65 vectors of 4,096, stay whole; all else is split: embedding, head, and 32 layers of matrices.
    const norms = 65 * 4096;
    const split = 8_030_261_248 - norms;
    assert.equal(per(4).weights.value, 2 * (split / 4 + norms));
    assert.equal(per(4).cache.value, (131_072 * 4096) / 4);
    assert.equal(per(4).weights.certainty, 'estimated');
    // Over 16 devices each of the 8 key and value heads lies on two.
    const kv = 32 * 2 * 1024 * 4096;
    assert.equal(per(16).weights.value, 2 * ((split - kv) / 16 + kv / 8 + norms));
    assert.equal(per(16).cache.value, (131_072 * 4096) / 8);
    assert.equal(estimate(model, costs, scenarioFor(model)).memory.perDevice, undefined);
  });
});

describe('costs: cache of ONNX graphs', () => {
  it('is read from past and present tensors', () => {
    const g = new GraphMaker();
    const half = 'float16';
    for (const part of ['key', 'value']) g.input([1, 8, 7, 64], half, `past_key_values.0.${part}`);
    g.input([1, 10], 'int64', 'past_mask');
    for (const part of ['key', 'value'])
      g.outputs.push(
        g.values.push({ name: `present.0.${part}`, kind: 'tensor', dtype: half, shape: [1, 8, TOTAL, 64] }) -
          1,
      );
    const model = g.model();
    const c = estimate(model, costModel(model), scenarioFor(model, { context: 100 })).cache;
    assert.equal(c.bytesAtContext.value, 2 * 8 * 100 * 64 * 2);
    assert.equal(c.bytesPerToken.value, 2 * 8 * 64 * 2);
  });

  it('a graph without past inputs keeps nothing, and has no decode step', () => {
    const g = new GraphMaker();
    g.outputs.push(g.op('Relu', [g.input([1, 4])], [[1, 4]]));
    const model = g.model();
    const e = estimate(model, costModel(model), scenarioFor(model));
    assert.equal(e.cache.bytesAtContext.value, 0);
    assert.equal(e.compute.decode.macs.value, null);
    assert.match(e.compute.decode.macs.reason!, /no past keys and values/);
  });

  it('unknown shapes are unknown, not 0', () => {
    const g = new GraphMaker();
    g.input(undefined, 'float16', 'past_key_values.0.key');
    g.outputs.push(g.values.push({ name: 'present.0.key', kind: 'tensor', dtype: 'float16' }) - 1);
    const model = g.model();
    const c = estimate(model, costModel(model), scenarioFor(model)).cache;
    assert.equal(c.bytesAtContext.value, null);
    assert.match(c.bytesAtContext.reason!, /unknown/);
  });
});

/** The same through real configs, from the file to the figure. */
describe('costs: cache whose entries stand for several tokens', () => {
  it('DeepSeek-V4: a token’s share of the compressed entries counts', () => {
    const { model, costs } = analyseConfig('{"model_type": "deepseek_v4"}', 'v4')!;
    const c = estimate(model, costs, scenarioFor(model)).cache.bytesPerToken;
    // 43 layers keep a key of 512 in the window; 20 of them (3, 5 ... 41) an entry of 512 and an index key of 128 for each
    // 4 tokens, the other 23 an entry of 512 for each 128: bf16, defaults of the class.
    assert.equal(c.value, 2 * (43 * 512 + (20 * (512 + 128)) / 4 + (23 * 512) / 128));
    assert.match(c.formula, /23 layers × 1\/128 × 512/);
  });
});

describeShared('costs: cache of published configs', 'models/configs', (folder) => {
  const cacheOf = (name: string, scenario: Partial<Scenario>) => {
    const file = path.join(folder, name, 'config.json');
    const { model, costs } = analyseConfig(readFileSync(file, 'utf8'), name)!;
    return estimate(model, costs, scenarioFor(model, scenario)).cache;
  };
  it('Llama-3.1-8B: 131,072 B per token', () =>
    assert.equal(cacheOf('llama-3.1-8b-instruct', { cache: 'fp16' }).bytesPerToken.value, 131072));
  it('MedGemma-27B, of Gemma-3-27B’s text layers: 10.41 GiB at 131,072', () => {
    const { bytesAtContext } = cacheOf('medgemma-27b-it', { context: 131072, cache: 'bf16' });
    assert.equal((bytesAtContext.value! / GIB).toFixed(2), '10.41');
  });
  it('DeepSeek-V3: 70,272 B per token, 10.72 GiB at 163,840, whole on each of eight devices', () => {
    const c = cacheOf('deepseek-v3', { context: 163840, cache: 'bf16' });
    assert.equal(c.bytesPerToken.value, 70272);
    assert.equal((c.bytesAtContext.value! / GIB).toFixed(2), '10.72');
    const file = path.join(folder, 'deepseek-v3', 'config.json');
    const { model, costs } = analyseConfig(readFileSync(file, 'utf8'), 'deepseek-v3')!;
    const scenario = scenarioFor(model, { context: 163840, tensorParallel: 8 });
    const { perDevice } = estimate(model, costs, scenario).memory;
    assert.equal(perDevice!.cache.value, c.bytesAtContext.value);
  });
  it('gpt-oss-20b in llama.cpp at 8,192: 18.00 MiB over its 12 windowed layers', () => {
    const all = cacheOf('gpt-oss-20b', { context: 8192, engine: 'llama.cpp', cache: 'fp16' }).bytesAtContext;
    // The 12 full layers hold 8,192 cells of 2 x 8 x 64 x 2 B = 2,048 B.
    assert.equal(((all.value! - 12 * 8192 * 2048) / MIB).toFixed(2), '18.00');
  });
});
