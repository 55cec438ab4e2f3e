/** Techniques of attention, cache and serving on six models, by hand. */
import {
  ATTENTION,
  BYTES,
  CACHE,
  CACHED,
  CACHE_PER_TOKEN,
  MODELS,
  PARAMETERS,
  T,
  WEIGHTS,
  decode,
  prefill,
  reads,
} from './sizes';
import { forEach, table } from './row';
import type { Table } from './row';

const NO_CACHE = /keeps no growing cache/;
const MLA = /MLA/;
const DECODERS = ['llama2', 'llama3', 'gpt2', 'mixtral', 'deepseek'] as const;
const LARGE = ['llama2', 'llama3', 'mixtral', 'deepseek'] as const;
const MIXTURE = /mixture/;

/** Llama-2-7B with MLA: queries over 1,536, keys and values over 512 + 64, 32 heads of 128 (+ 64 rotated). */
const LATENT = 4096 * 1536 + 1536 * 32 * 192 + 4096 * 576 + 512 * 32 * 256 + 32 * 128 * 4096 + 1536 + 512;
/** A Mamba block of width 4,096: in, convolution with bias, to steps and states, steps, states and skip, out, norm. */
const MAMBA =
  4096 * 16384 +
  8192 * 4 +
  8192 +
  8192 * (256 + 32) +
  256 * 8192 +
  8192 +
  8192 * 16 +
  8192 +
  8192 * 4096 +
  4096;
/** Chance 0.7 of each of four drafted tokens: (1 - 0.7⁵) / 0.3 tokens a pass. */
const TOKENS = 1 + 0.7 + 0.7 ** 2 + 0.7 ** 3 + 0.7 ** 4;
export const INFERENCE: readonly Table[] = [
  table('grouped-multi-query-attention', 'cache', {
    llama2: [32 * 2 * 32 * 128 * 2 * 4096, 32 * 2 * 8 * 128 * 2 * 4096],
    // In use: what is held, and what 32 heads would hold.
    llama3: [32 * 2 * 8 * 128 * 2 * 4096, 32 * 2 * 32 * 128 * 2 * 4096],
    mixtral: [32 * 2 * 8 * 128 * 2 * 4096, 32 * 2 * 32 * 128 * 2 * 4096],
    gpt2: [12 * 2 * 12 * 64 * 4 * 1024, 12 * 2 * 1 * 64 * 4 * 1024],
    deepseek: MLA,
    bert: NO_CACHE,
  }),
  table('grouped-multi-query-attention', 'parameters', {
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 - 32 * 2 * 4096 * (32 - 8) * 128],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 + 32 * 2 * 4096 * (32 - 8) * 128],
    mixtral: [PARAMETERS.mixtral, PARAMETERS.mixtral + 32 * 2 * 4096 * (32 - 8) * 128],
    // With their biases.
    gpt2: [PARAMETERS.gpt2, PARAMETERS.gpt2 - 12 * 2 * (768 + 1) * (12 - 1) * 64],
  }),
  table('multi-head-latent-attention', 'cache', {
    llama2: [CACHE.llama2, 32 * (512 + 64) * 2 * 4096],
    llama3: [CACHE.llama3, 32 * (512 + 64) * 2 * 4096],
    gpt2: /no published counterpart/,
    mixtral: /no published counterpart/,
    deepseek: MLA,
    bert: NO_CACHE,
  }),
  table('multi-head-latent-attention', 'parameters', {
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 + 32 * (LATENT - ATTENTION.llama2)],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 + 32 * (LATENT - ATTENTION.llama3)],
  }),
  table('cross-layer-kv-sharing', 'cache', {
    ...forEach(['llama2', 'llama3', 'gpt2', 'mixtral'], (m) => [CACHE[m], CACHE[m] / 2]),
    // 3 dense and 58 sparse layers: 2 + 29 that own a cache.
    deepseek: [61 * 576 * 2 * 4096, 31 * 576 * 2 * 4096],
    bert: NO_CACHE,
  }),
  table('sliding-window-attention', 'cache', {
    ...forEach(['llama2', 'llama3', 'mixtral'], (m) => [CACHE[m], CACHE_PER_TOKEN[m] * 2048]),
    gpt2: /builds no model/,
    deepseek: /builds no model/,
    bert: NO_CACHE,
  }),
  table(
    'sliding-window-attention',
    'decode',
    forEach(['llama2', 'llama3', 'mixtral'], (m) => [decode(m), decode(m, 2048)]),
  ),
  table('attention-free-and-hybrid-mixers', 'parameters', {
    llama3: [PARAMETERS.llama3, 64 * MAMBA + 4096 + 2 * 128256 * 4096],
    llama2: /short/,
    gpt2: /short/,
    mixtral: MIXTURE,
    deepseek: MIXTURE,
    bert: NO_CACHE,
  }),
  table('recurrent-and-retrieval-memory', 'cache', {
    ...forEach(LARGE, (m) => [CACHE[m], CACHE_PER_TOKEN[m] * 3072]),
    gpt2: /no longer than a segment/,
    bert: NO_CACHE,
  }),
  table(
    'recurrent-and-retrieval-memory',
    'decode',
    forEach(LARGE, (m) => [decode(m), decode(m, 3072)]),
  ),
  table('rope-context-extension', 'cache', {
    llama2: [CACHE.llama2, 524_288 * 16_384],
    llama3: [CACHE.llama3, 131_072 * 32_768],
    mixtral: [CACHE.mixtral, 131_072 * 131_072],
    deepseek: /already scaled by 40/,
    gpt2: /not rotary/,
    bert: NO_CACHE,
  }),
  table('parameter-free-positional-encoding', 'parameters', {
    gpt2: [PARAMETERS.gpt2, PARAMETERS.gpt2 - 1024 * 768],
    bert: [PARAMETERS.bert, PARAMETERS.bert - 512 * 768],
    ...Object.fromEntries(LARGE.map((m) => [m, /no table of positions/])),
  }),
  table(
    'kv-cache-quantization',
    'cachePerToken',
    {
      // A scale of 4 bytes for each tensor of a layer is spread over 4,096 tokens: see the next table for exact widths.
      ...forEach(DECODERS, (m) => [CACHE_PER_TOKEN[m], (CACHED[m] * 34) / 32]),
      bert: NO_CACHE,
    },
    1,
  ),
  table(
    'kv-cache-quantization',
    'cache',
    forEach(DECODERS, (m) => [CACHE[m], (CACHED[m] * T[m] * 18) / 32]),
    2,
  ),
  table('kv-cache-eviction', 'cache', {
    ...forEach(LARGE, (m) => [CACHE[m], CACHE_PER_TOKEN[m] * 819]),
    gpt2: /short/,
    bert: NO_CACHE,
  }),
  table(
    'kv-cache-eviction',
    'decode',
    forEach(LARGE, (m) => [decode(m), decode(m, 1024)]),
    1,
  ),
  table('speculative-decoding', 'reads', {
    ...forEach(LARGE, (m) => [reads(m), Math.round((reads(m) * (1 + 4 / 20)) / TOKENS)]),
    gpt2: /1 B parameters/,
    bert: NO_CACHE,
  }),
  table(
    'speculative-decoding',
    'decode',
    forEach(LARGE, (m) => [decode(m), Math.round((decode(m) * (5 + 4 / 20)) / TOKENS)]),
  ),
  table('self-drafting-parallel-decoding', 'parameters', {
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 + 4 * (4096 * 4096 + 4096 * 32000)],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 + 4 * (4096 * 4096 + 4096 * 128256)],
    mixtral: [PARAMETERS.mixtral, PARAMETERS.mixtral + 4 * (4096 * 4096 + 4096 * 32000)],
    gpt2: [PARAMETERS.gpt2, PARAMETERS.gpt2 + 4 * (768 * 768 + 768 * 50257)],
    deepseek: /already trained with 1/,
    bert: NO_CACHE,
  }),
  table(
    'self-drafting-parallel-decoding',
    'reads',
    forEach(['llama2', 'llama3', 'mixtral', 'gpt2'], (m) => [reads(m), Math.round(reads(m) / 2.5)]),
  ),
  table('paged-kv-and-prefix-reuse', 'cache', {
    llama3: [131_072 * 8192, 131_072 * 4096],
    mixtral: [131_072 * 32_768, 131_072 * 4096],
    deepseek: [70_272 * 163_840, 70_272 * 4096],
    llama2: /not much longer/,
    gpt2: /not much longer/,
    bert: NO_CACHE,
  }),
  table('continuous-batching', 'reads', {
    ...forEach(DECODERS, (m) => [reads(m), reads(m, BYTES[m], 16)]),
    bert: NO_CACHE,
  }),
  table(
    'continuous-batching',
    'cache',
    forEach(DECODERS, (m) => [CACHE[m], 16 * CACHE[m]]),
  ),
  table('parallel-output-organization', 'cache', {
    ...forEach(DECODERS, (m) => [CACHE[m], 6 * CACHE[m]]),
    bert: NO_CACHE,
  }),
  table(
    'parallel-output-organization',
    'reads',
    forEach(DECODERS, (m) => [reads(m), reads(m, BYTES[m], 6)]),
  ),
  table(
    'inference-offloading',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], WEIGHTS[m] / 2]),
  ),
  table('cascade-and-collaborative-inference', 'decode', {
    ...forEach(LARGE, (m) => [decode(m), Math.round(decode(m) * 0.4)]),
    gpt2: /small itself/,
    bert: /small itself/,
  }),
  table('prompt-compression', 'prefill', {
    ...forEach(DECODERS, (m) => [prefill(m), prefill(m, 256)]),
    bert: NO_CACHE,
  }),
  table(
    'prompt-compression',
    'cache',
    forEach(DECODERS, (m) => [CACHE[m], CACHE_PER_TOKEN[m] * (T[m] - 768)]),
  ),
  table('in-context-prompting-budget', 'cache', {
    ...forEach(['llama3', 'mixtral', 'deepseek'], (m) => [CACHE[m], CACHE_PER_TOKEN[m] * (4096 + 1024)]),
    llama2: /do not fit/,
    gpt2: /do not fit/,
    bert: /decoder/,
  }),
  table(
    'in-context-prompting-budget',
    'prefill',
    forEach(['llama3', 'mixtral', 'deepseek'], (m) => [prefill(m), prefill(m, 2048)]),
  ),
];
