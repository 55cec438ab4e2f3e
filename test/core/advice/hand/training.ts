/** Techniques of compression, training and tuning on six models, by hand. */
import type { Known } from '../models';
import { BYTES, CACHED, LINEAR, MODELS, MULTIPLIED, PARAMETERS, WEIGHTS, decode, reads } from './sizes';
import { forEach, table } from './row';
import type { Cell, Table } from './row';

const LARGE = ['llama2', 'llama3', 'mixtral', 'deepseek'] as const;
const DENSE = ['llama2', 'llama3', 'gpt2', 'bert'] as const;
const all = (why: RegExp): Partial<Record<Known, Cell>> => Object.fromEntries(MODELS.map((m) => [m, why]));

/** Linear layers at so many bits a weight, all else in 16. */
const linearAt = (m: Known, bits: number) => (LINEAR[m] * bits) / 8 + (PARAMETERS[m] - LINEAR[m]) * 2;
const INT4 = 4 + (16 + 4) / 128;
const NF4 = 4 + 8 / 64 + 32 / (64 * 256);
/** Half of the linear weights, and a bit for each of all. */
const half = (m: Known) => LINEAR[m] * (BYTES[m] / 2 + 1 / 8) + (PARAMETERS[m] - LINEAR[m]) * BYTES[m];

/** Corrections of rank 16: rows and columns of every linear matrix, gate and up of an expert as the one they are. */
const LORA: Readonly<Record<Known, number>> = {
  llama2: 32 * 16 * (4 * (4096 + 4096) + 3 * (4096 + 11008)),
  llama3: 32 * 16 * (2 * (4096 + 4096) + 2 * (4096 + 1024) + 3 * (4096 + 14336)),
  gpt2: 12 * 16 * (768 + 2304 + (768 + 768) + 2 * (768 + 3072)),
  mixtral: 32 * 16 * (2 * (4096 + 4096) + 2 * (4096 + 1024) + 8 * (4096 + 28672 + (4096 + 14336))),
  deepseek:
    61 * 16 * (7168 + 1536 + (1536 + 24576) + (7168 + 576) + (512 + 32768) + (16384 + 7168)) +
    3 * 16 * 3 * (7168 + 18432) +
    58 * 16 * (3 * (7168 + 2048) + 256 * (7168 + 4096 + (7168 + 2048))),
  bert: 12 * 16 * (4 * (768 + 768) + 2 * (768 + 3072)) + 16 * (768 + 768),
};
/** Weights frozen in 16 bits, the rest trained with Adam. */
const frozen = (m: Known, trained: number) => 2 * PARAMETERS[m] + 16 * trained;
const LAYERS: Readonly<Record<Known, number>> = {
  llama2: 32,
  llama3: 32,
  gpt2: 12,
  mixtral: 32,
  deepseek: 61,
  bert: 12,
};
const WIDTH: Readonly<Record<Known, number>> = {
  llama2: 4096,
  llama3: 4096,
  gpt2: 768,
  mixtral: 4096,
  deepseek: 7168,
  bert: 768,
};
/** Two layers' worth of matrices, the tables and the head. */
const some: Partial<Record<Known, number>> = {
  mixtral: Math.round((2 * LINEAR.mixtral) / 32) + 2 * 32000 * 4096,
  deepseek: Math.round((2 * LINEAR.deepseek) / 61 + 2 * 129280 * 7168),
};
/** Adam's two moments of rank r along the longer side, and the projector of the shorter: 4 B × r × (2 × long + short). */
const galore = (r: number, a: number, b: number) => 4 * r * (2 * Math.max(a, b) + Math.min(a, b));
const GALORE: Partial<Record<Known, number>> = {
  llama2: 32 * (4 * galore(1024, 4096, 4096) + 3 * galore(1024, 4096, 11008)),
  llama3: 32 * (2 * galore(1024, 4096, 4096) + 2 * galore(1024, 4096, 1024) + 3 * galore(1024, 4096, 14336)),
  mixtral:
    32 *
    (2 * galore(1024, 4096, 4096) +
      2 * galore(1024, 4096, 1024) +
      8 * (galore(1024, 4096, 28672) + galore(1024, 4096, 14336))),
  // The rank is a quarter of the width, 1,792, and no more than the shorter side: 1,536, 576 and 512.
  deepseek:
    61 *
      (galore(1536, 7168, 1536) +
        galore(1536, 1536, 24576) +
        galore(576, 7168, 576) +
        galore(512, 512, 32768) +
        galore(1792, 16384, 7168)) +
    3 * 3 * galore(1792, 7168, 18432) +
    58 * (3 * galore(1792, 7168, 2048) + 256 * (galore(1792, 7168, 4096) + galore(1792, 7168, 2048))),
  bert: 12 * (4 * galore(192, 768, 768) + 2 * galore(192, 768, 3072)) + galore(192, 768, 768),
};
/** Kept for backward of one token in one layer: 18 × width and 4 (ungated) or 8 times the inner width; 5 bytes a score and head. */
const KEPT = {
  llama2: [32, 18 * 4096 + 8 * 11008, 5 * 32 * 1024, 4096, 1024],
  llama3: [32, 18 * 4096 + 8 * 14336, 5 * 32 * 1024, 4096, 1024],
  gpt2: [12, 18 * 768 + 4 * 3072, 5 * 12 * 1024, 768, 1024],
  bert: [12, 18 * 768 + 4 * 3072, 5 * 12 * 512, 768, 512],
} as const;
const scored = (m: (typeof DENSE)[number]) => KEPT[m][0] * KEPT[m][4] * (KEPT[m][1] + KEPT[m][2]);
const dense = (of: (m: (typeof DENSE)[number]) => readonly [number, number]) =>
  forEach(DENSE, (m) => of(m as 'bert'));
const NO_COUNT = /no published count/;

export const TRAINING: readonly Table[] = [
  table(
    'weight-only-quantization',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], linearAt(m, INT4)]),
  ),
  table(
    'weight-only-quantization',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], Math.round(linearAt(m, NF4))]),
    2,
  ),
  table(
    'weight-only-quantization',
    'reads',
    forEach(['llama2', 'llama3', 'mixtral', 'deepseek'], (m) => [
      reads(m),
      reads(m, (linearAt(m, INT4) - BYTES[m] * (PARAMETERS[m] - LINEAR[m])) / LINEAR[m]),
    ]),
  ),
  table('half-precision-weights', 'weights', {
    ...forEach(['gpt2', 'bert'], (m) => [4 * PARAMETERS[m], 2 * PARAMETERS[m]]),
    ...Object.fromEntries(LARGE.map((m) => [m, /float16 already/])),
  }),
  table(
    'quantization-aware-training',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], linearAt(m, INT4)]),
  ),
  table('weight-activation-quantization', 'weights', {
    // A scale of 4 bytes for 128 × 128 weights.
    ...forEach(LARGE, (m) => [WEIGHTS[m], linearAt(m, 8 + 32 / (128 * 128))]),
    gpt2: /narrow/,
    bert: /narrow/,
  }),
  table('ternary-bitnet-weights', 'weights', {
    ...forEach(['llama2', 'llama3', 'gpt2', 'mixtral', 'deepseek'], (m) => [WEIGHTS[m], linearAt(m, 2)]),
    bert: /decoders/,
  }),
  table(
    'unstructured-pruning',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], half(m)]),
  ),
  table(
    'semi-structured-2-4-sparsity',
    'weights',
    forEach(MODELS, (m) => [WEIGHTS[m], half(m)]),
  ),
  table(
    'scaling-law-budget',
    'tokens',
    forEach(MODELS, (m) => [20 * MULTIPLIED[m], 20 * MULTIPLIED[m]]),
  ),
  table(
    'scaling-law-budget',
    'trainFlops',
    forEach(MODELS, (m) => [
      6 * MULTIPLIED[m] * (20 * MULTIPLIED[m]),
      6 * MULTIPLIED[m] * (20 * MULTIPLIED[m]),
    ]),
  ),
  table('mixed-precision-training', 'weights', {
    ...forEach(['gpt2', 'bert'], (m) => [4 * PARAMETERS[m], 2 * PARAMETERS[m]]),
    ...Object.fromEntries(LARGE.map((m) => [m, /float16 already/])),
  }),
  table('fp8-training', 'trainState', {
    ...forEach(LARGE, (m) => [16 * PARAMETERS[m], 6 * PARAMETERS[m]]),
    gpt2: /1 B/,
    bert: /1 B/,
  }),
  table(
    'zero-fsdp-sharding',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], 2 * PARAMETERS[m]]),
  ),
  table(
    'zero-fsdp-sharding',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], Math.round(2 * PARAMETERS[m] + (14 * PARAMETERS[m]) / 8)]),
    1,
  ),
  table(
    'zero-fsdp-sharding',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], Math.round(4 * PARAMETERS[m] + (12 * PARAMETERS[m]) / 8)]),
    2,
  ),
  table(
    'zero-fsdp-sharding',
    'traffic',
    forEach(MODELS, (m) => [
      Math.round((4 * PARAMETERS[m] * 7) / 8),
      Math.round((6 * PARAMETERS[m] * 7) / 8),
    ]),
  ),
  table('pipeline-parallelism', 'trainState', {
    ...forEach(['llama2', 'llama3', 'gpt2', 'mixtral', 'bert'], (m) => [
      16 * PARAMETERS[m],
      4 * PARAMETERS[m],
    ]),
    deepseek: /do not divide/,
  }),
  table('sequence-context-parallelism', 'trainActivations', {
    llama3: [32 * 1024 * KEPT.llama3[1], (32 * 1024 * KEPT.llama3[1]) / 4],
    llama2: /4,096 tokens/,
    gpt2: /1,024 tokens/,
    bert: /512 tokens/,
    mixtral: NO_COUNT,
    deepseek: NO_COUNT,
  }),
  table('activation-checkpointing', 'trainActivations', {
    ...dense((m) => [scored(m), KEPT[m][0] * KEPT[m][4] * KEPT[m][1]]),
    mixtral: NO_COUNT,
    deepseek: NO_COUNT,
  }),
  // Each layer's input in 16 bits, and all of one layer.
  table(
    'activation-checkpointing',
    'trainActivations',
    dense((m) => [scored(m), 2 * KEPT[m][0] * KEPT[m][4] * KEPT[m][3] + scored(m) / KEPT[m][0]]),
    1,
  ),
  table(
    'training-state-offload',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], 2 * PARAMETERS[m]]),
  ),
  table(
    'eight-bit-and-lean-optimizers',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], Math.round(PARAMETERS[m] * (2 + 2 + 4 + 2 + (2 * 4) / 256))]),
  ),
  table(
    'eight-bit-and-lean-optimizers',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], 12 * PARAMETERS[m]]),
    1,
  ),
  table('galore-gradient-projection', 'trainState', {
    ...forEach(['llama2', 'llama3', 'mixtral', 'deepseek', 'bert'], (m) => [
      16 * PARAMETERS[m],
      16 * PARAMETERS[m] - 8 * LINEAR[m] + GALORE[m]!,
    ]),
    gpt2: /less than 70 %/,
  }),
  table(
    'lora',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], frozen(m, LORA[m])]),
  ),
  table(
    'lora',
    'trainFlops',
    forEach(MODELS, (m) => [6e6 * MULTIPLIED[m], 4e6 * MULTIPLIED[m]]),
  ),
  table(
    'qlora',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], Math.round(linearAt(m, NF4)) + 16 * LORA[m]]),
  ),
  table(
    'bottleneck-adapters',
    'trainState',
    forEach(MODELS, (m) => [
      16 * PARAMETERS[m],
      frozen(m, 2 * LAYERS[m] * (2 * WIDTH[m] * 64 + WIDTH[m] + 64)),
    ]),
  ),
  table(
    'bottleneck-adapters',
    'decode',
    forEach(['llama2', 'llama3', 'gpt2', 'mixtral'], (m) => [
      decode(m),
      decode(m) + 2 * 2 * LAYERS[m] * 2 * WIDTH[m] * 64,
    ]),
  ),
  table('prefix-prompt-tuning', 'trainState', {
    ...forEach(['llama2', 'llama3', 'gpt2', 'mixtral', 'deepseek'], (m) => [
      16 * PARAMETERS[m],
      frozen(m, 20 * CACHED[m]),
    ]),
    bert: /decoder/,
  }),
  table(
    'prefix-prompt-tuning',
    'trainState',
    forEach(['llama2', 'llama3', 'gpt2', 'mixtral', 'deepseek'], (m) => [
      16 * PARAMETERS[m],
      frozen(m, 20 * WIDTH[m]),
    ]),
    1,
  ),
  table('partial-parameter-tuning', 'trainState', {
    llama2: [16 * PARAMETERS.llama2, frozen('llama2', 32 * (2 * 32 * 128 + 11008))],
    llama3: [16 * PARAMETERS.llama3, frozen('llama3', 32 * (2 * 8 * 128 + 14336))],
    gpt2: [16 * PARAMETERS.gpt2, frozen('gpt2', 12 * (2 * 768 + 3072))],
    bert: [16 * PARAMETERS.bert, frozen('bert', 12 * (2 * 768 + 3072))],
    ...forEach(['mixtral', 'deepseek'], (m) => [16 * PARAMETERS[m], frozen(m, some[m]!) - 2 * some[m]!]),
  }),
  table(
    'zeroth-order-tuning',
    'trainState',
    forEach(MODELS, (m) => [16 * PARAMETERS[m], 2 * PARAMETERS[m]]),
  ),
  table(
    'zeroth-order-tuning',
    'trainFlops',
    forEach(MODELS, (m) => [6e6 * MULTIPLIED[m], 4e6 * MULTIPLIED[m]]),
  ),
  table(
    'data-efficient-fine-tuning',
    'trainFlops',
    forEach(MODELS, (m) => [6e7 * MULTIPLIED[m], 3e6 * MULTIPLIED[m]]),
  ),
  // What has no honest figure, or nothing to do, on all six.
  table('energy-carbon-accounting', 'energy', all(/no device is chosen/)),
  table('flash-attention', 'activations', all(/the FLOPs stay the same/)),
  table('sparse-attention-patterns', 'cache', {
    llama2: /4,096 tokens/,
    gpt2: /1,024 tokens/,
    bert: /no growing cache/,
    ...Object.fromEntries(['llama3', 'mixtral', 'deepseek'].map((m) => [m, /which pages it picks is data/])),
  }),
  table('linear-low-rank-attention', 'decode', {
    llama2: /short/,
    gpt2: /short/,
    bert: /no growing cache/,
    ...Object.fromEntries(['llama3', 'mixtral', 'deepseek'].map((m) => [m, /no linear|has a linear twin/])),
  }),
  table('mixture-of-depths', 'decode', { ...all(/is learned/), bert: /decoders/ }),
  table('compact-backbone-and-nas', 'parameters', {
    ...Object.fromEntries(LARGE.map((m) => [m, /deep, evenly sized/])),
    gpt2: /31 % of the parameters/,
    bert: /wide and shallow/,
  }),
  table('contextual-activation-sparsity', 'decode', all(/rare without ReLU/)),
  table('efficient-vision-encoder', 'prefill', all(/no image tower/)),
  table('visual-token-reduction', 'prefill', all(/no image tower/)),
  table('staged-multimodal-training', 'trainState', all(/no image tower/)),
  table('model-growth-and-initialization', 'trainFlops', all(/the smaller model at hand/)),
  ...(
    ['data-filtering-deduplication', 'importance-sampling-active-learning', 'curriculum-learning'] as const
  ).map((id) =>
    table(
      id,
      'trainFlops',
      Object.fromEntries(
        MODELS.map((m) => [m, new RegExp(`6 × ${MULTIPLIED[m].toLocaleString('en-US')} FLOPs`)]),
      ),
    ),
  ),
];
