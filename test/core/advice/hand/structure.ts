/** Techniques of structure and compression on six models, by hand. */
import {
  ATTENTION,
  CACHE,
  EXPERT,
  EXPANSION,
  FEED,
  LINEAR,
  PAIR,
  PARAMETERS,
  T,
  VECTORS,
  WEIGHTS,
  decode,
} from './sizes';
import { forEach, table } from './row';
import type { Table } from './row';

const MIXTURE = /mixture/;

/** Parameters of half a GPT-2, BERT, Llama ... layer stack. */
const layer = {
  llama2: ATTENTION.llama2 + FEED.llama2,
  llama3: ATTENTION.llama3 + FEED.llama3,
  gpt2: ATTENTION.gpt2 + FEED.gpt2,
  bert: ATTENTION.bert + FEED.bert,
};
const SPARSE = ATTENTION.deepseek + 257 * EXPERT.deepseek + 256 * 7168 + VECTORS.deepseek;
const MIXED = ATTENTION.mixtral + 8 * EXPERT.mixtral + 8 * 4096 + VECTORS.mixtral;
/** Parameters of all layers that are cut off: 4 of 32, 1 of 12, 7 of 61 (all of them sparse). */
const cut = (n: Record<'llama2' | 'llama3' | 'gpt2' | 'mixtral' | 'deepseek' | 'bert', number>) =>
  ({
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 - n.llama2 * (layer.llama2 + VECTORS.llama2)],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 - n.llama3 * (layer.llama3 + VECTORS.llama3)],
    gpt2: [PARAMETERS.gpt2, PARAMETERS.gpt2 - n.gpt2 * (layer.gpt2 + VECTORS.gpt2)],
    mixtral: [PARAMETERS.mixtral, PARAMETERS.mixtral - n.mixtral * MIXED],
    deepseek: [PARAMETERS.deepseek, PARAMETERS.deepseek - n.deepseek * SPARSE],
    bert: [PARAMETERS.bert, PARAMETERS.bert - n.bert * (layer.bert + VECTORS.bert)],
  }) as const;
const narrow = (inner: { llama2: number; llama3: number; gpt2: number; bert: number }) =>
  ({
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 - 32 * 3 * 4096 * (11008 - inner.llama2)],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 - 32 * 3 * 4096 * (14336 - inner.llama3)],
    // Ungated, and with a bias of that width.
    gpt2: [PARAMETERS.gpt2, PARAMETERS.gpt2 - 12 * (2 * 768 + 1) * (3072 - inner.gpt2)],
    bert: [PARAMETERS.bert, PARAMETERS.bert - 12 * (2 * 768 + 1) * (3072 - inner.bert)],
    mixtral: MIXTURE,
    deepseek: MIXTURE,
  }) as const;
const exits = { llama2: 13, llama3: 13, mixtral: 13, deepseek: 24 } as const;
/** Matrices of one layer that run for a token: in DeepSeek-V3 eight experts and the one that always runs. */
const run = {
  llama2: layer.llama2,
  llama3: layer.llama3,
  mixtral: ATTENTION.mixtral + 2 * EXPERT.mixtral + 8 * 4096,
  deepseek: ATTENTION.deepseek + 9 * EXPERT.deepseek + 256 * 7168,
} as const;
const rank = (m: number, n: number) => Math.floor((0.8 * m * n) / (m + n)) * (m + n);

export const STRUCTURE: readonly Table[] = [
  table('mixture-of-experts', 'parameters', {
    // Eight quarters of the width and a router of eight rows.
    llama2: [PARAMETERS.llama2, PARAMETERS.llama2 + 32 * (FEED.llama2 + 8 * 4096)],
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 + 32 * (FEED.llama3 + 8 * 4096)],
    gpt2: /no family/,
    bert: /no family/,
    mixtral: /2 of 8 experts/,
    deepseek: /8 of 256 experts/,
  }),
  table('mixture-of-experts', 'decode', {
    llama2: [decode('llama2'), decode('llama2') - 2 * 32 * (FEED.llama2 / 2 - 8 * 4096)],
    llama3: [decode('llama3'), decode('llama3') - 2 * 32 * (FEED.llama3 / 2 - 8 * 4096)],
  }),
  table('moe-expert-pruning', 'parameters', {
    mixtral: [PARAMETERS.mixtral, PARAMETERS.mixtral - 32 * 2 * (EXPERT.mixtral + 4096)],
    deepseek: [PARAMETERS.deepseek, PARAMETERS.deepseek - 58 * 64 * (EXPERT.deepseek + 7168)],
    ...Object.fromEntries(['llama2', 'llama3', 'gpt2', 'bert'].map((m) => [m, /dense/])),
  }),
  table(
    'moe-expert-pruning',
    'decode',
    {
      mixtral: [decode('mixtral'), decode('mixtral') - 2 * 32 * EXPERT.mixtral],
      deepseek: [decode('deepseek'), decode('deepseek') - 2 * 58 * EXPERT.deepseek],
    },
    1,
  ),
  table('weight-tying', 'parameters', {
    llama3: [PARAMETERS.llama3, PARAMETERS.llama3 - 128256 * 4096],
    llama2: /only 1\.9 %/,
    mixtral: /only 0\.3 %/,
    deepseek: /only 0\.1 %/,
    gpt2: /already ties/,
    bert: /already ties/,
  }),
  table('cross-layer-parameter-sharing', 'parameters', {
    ...cut({ llama2: 16, llama3: 16, gpt2: 6, mixtral: 16, deepseek: 29, bert: 6 }),
    // Of 3 dense layers 2 remain, of 58 sparse ones 29.
    deepseek: [
      PARAMETERS.deepseek,
      PARAMETERS.deepseek - 29 * SPARSE - (ATTENTION.deepseek + 3 * 7168 * 18432 + VECTORS.deepseek),
    ],
  }),
  table(
    'elastic-matryoshka-models',
    'parameters',
    narrow({ llama2: 5504, llama3: 7168, gpt2: 1536, bert: 1536 }),
  ),
  table(
    'structured-width-pruning',
    'parameters',
    narrow({ llama2: 8832, llama3: 11456, gpt2: 2432, bert: 2432 }),
  ),
  table(
    'depth-pruning',
    'parameters',
    cut({ llama2: 4, llama3: 4, gpt2: 1, mixtral: 4, deepseek: 7, bert: 1 }),
  ),
  table('depth-pruning', 'cache', {
    ...forEach(['llama2', 'llama3', 'mixtral'], (m) => [CACHE[m], (CACHE[m] * 28) / 32]),
    gpt2: [CACHE.gpt2, (CACHE.gpt2 * 11) / 12],
    deepseek: [CACHE.deepseek, (CACHE.deepseek * 54) / 61],
  }),
  table(
    'knowledge-distillation',
    'parameters',
    cut({ llama2: 16, llama3: 16, gpt2: 6, mixtral: 16, deepseek: 31, bert: 6 }),
  ),
  table('early-exit', 'decode', {
    ...forEach(['llama2', 'llama3', 'mixtral'], (m) => [
      decode(m),
      decode(m) - exits[m as 'llama2'] * (2 * run[m as 'llama2'] + (PAIR[m] / 32) * T[m]),
    ]),
    // Of 61 layers 24 are left out, with what they expand of 4,096 tokens (the new one is in their matrices).
    deepseek: [
      decode('deepseek'),
      decode('deepseek') -
        24 * (2 * run.deepseek + (PAIR.deepseek / 61) * 4096 + 2 * (EXPANSION / 61) * 4095),
    ],
    gpt2: /only 12 layers/,
    bert: /only 12 layers/,
  }),
  table('low-rank-decomposition', 'parameters', {
    llama2: [
      PARAMETERS.llama2,
      PARAMETERS.llama2 - LINEAR.llama2 + 32 * (4 * rank(4096, 4096) + 3 * rank(4096, 11008)),
    ],
    llama3: [
      PARAMETERS.llama3,
      PARAMETERS.llama3 -
        LINEAR.llama3 +
        32 * (2 * rank(4096, 4096) + 2 * rank(4096, 1024) + 3 * rank(4096, 14336)),
    ],
    // Queries, keys and values are one matrix.
    gpt2: [
      PARAMETERS.gpt2,
      PARAMETERS.gpt2 - LINEAR.gpt2 + 12 * (rank(768, 2304) + rank(768, 768) + 2 * rank(768, 3072)),
    ],
    // Experts stay whole.
    mixtral: [
      PARAMETERS.mixtral,
      PARAMETERS.mixtral - 32 * ATTENTION.mixtral + 32 * (2 * rank(4096, 4096) + 2 * rank(4096, 1024)),
    ],
    bert: [
      PARAMETERS.bert,
      PARAMETERS.bert - LINEAR.bert + 12 * (4 * rank(768, 768) + 2 * rank(768, 3072)) + rank(768, 768),
    ],
    deepseek: [
      PARAMETERS.deepseek,
      PARAMETERS.deepseek -
        61 * ATTENTION.deepseek -
        3 * 3 * 7168 * 18432 -
        58 * EXPERT.deepseek +
        61 *
          (rank(7168, 1536) +
            rank(1536, 128 * 192) +
            rank(7168, 576) +
            rank(512, 128 * 256) +
            rank(128 * 128, 7168)) +
        3 * 3 * rank(7168, 18432) +
        58 * 3 * rank(7168, 2048),
    ],
  }),
  table('tensor-parallelism', 'weights', {
    // Norms and biases are held by both.
    llama2: [WEIGHTS.llama2, WEIGHTS.llama2 / 2 + 32 * 2 * 4096 + 4096],
    llama3: [WEIGHTS.llama3, WEIGHTS.llama3 / 2 + 32 * 2 * 4096 + 4096],
    gpt2: [WEIGHTS.gpt2, WEIGHTS.gpt2 / 2 + 2 * (12 * VECTORS.gpt2 + 2 * 768)],
    // Routers too.
    mixtral: [WEIGHTS.mixtral, WEIGHTS.mixtral / 2 + 32 * (2 * 4096 + 8 * 4096) + 4096],
    // And the way down to the latents: 7,168 to 1,536 and to 576.
    deepseek: [
      WEIGHTS.deepseek,
      WEIGHTS.deepseek / 2 + 61 * (VECTORS.deepseek + 7168 * (1536 + 576)) + 7168 + 58 * 256 * 7168,
    ],
    bert: [WEIGHTS.bert, WEIGHTS.bert / 2 + 2 * (12 * VECTORS.bert + 2 * 768 + 768 + 2 * 768 + 30522)],
  }),
  table(
    'tensor-parallelism',
    'cache',
    forEach(['llama2', 'llama3', 'gpt2', 'mixtral'], (m) => [CACHE[m], CACHE[m] / 2]),
  ),
];
