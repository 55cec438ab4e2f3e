/**
 * Six models worked out by hand from the numbers that their configs publish. Nothing here comes from the engine: it is
 * what the engine is held to. `d` width, `L` layers, `V` vocabulary, `S` tokens of the prompt, `T` of the context.
 */
import type { Known } from '../models';

export const MODELS: readonly Known[] = ['llama2', 'llama3', 'gpt2', 'mixtral', 'deepseek', 'bert'];

/** A number for each of the six. */
export type Six = Readonly<Record<Known, number>>;

/** Tokens of the default scenario: 1,024 are read and 4,096 kept, never more than the model's own longest sequence. */
export const S: Six = { llama2: 1024, llama3: 1024, gpt2: 1024, mixtral: 1024, deepseek: 1024, bert: 512 };
export const T: Six = { llama2: 4096, llama3: 4096, gpt2: 1024, mixtral: 4096, deepseek: 4096, bert: 0 };

/** Bytes of a stored element: 16 bits, but for GPT-2 and BERT that are published in 32. */
export const BYTES: Six = { llama2: 2, llama3: 2, gpt2: 4, mixtral: 2, deepseek: 2, bert: 4 };

/** Attention of one layer: queries, keys, values and output. */
export const ATTENTION: Six = {
  llama2: 4 * 4096 * 4096,
  llama3: 2 * 4096 * 4096 + 2 * 4096 * 8 * 128,
  gpt2: 4 * 768 * 768,
  mixtral: 2 * 4096 * 4096 + 2 * 4096 * 8 * 128,
  // To 1,536 for queries and from there to 128 × (128 + 64); to 512 + 64 for keys and values and from 512 to 128 × (128 + 128).
  deepseek: 7168 * 1536 + 1536 * 128 * 192 + 7168 * (512 + 64) + 512 * 128 * (128 + 128) + 128 * 128 * 7168,
  bert: 4 * 768 * 768,
};

/** The feed-forward part of a dense layer. */
export const FEED = {
  llama2: 3 * 4096 * 11008,
  llama3: 3 * 4096 * 14336,
  gpt2: 2 * 768 * 3072,
  bert: 2 * 768 * 3072,
} as const;

/** One expert: three matrices of width 4,096 × 14,336 and of 7,168 × 2,048. */
export const EXPERT = { mixtral: 3 * 4096 * 14336, deepseek: 3 * 7168 * 2048 } as const;

/** Matrices of all linear layers, experts included, routers not. BERT's head begins with one of 768 × 768. */
export const LINEAR: Six = {
  llama2: 32 * (ATTENTION.llama2 + FEED.llama2),
  llama3: 32 * (ATTENTION.llama3 + FEED.llama3),
  gpt2: 12 * (ATTENTION.gpt2 + FEED.gpt2),
  mixtral: 32 * (ATTENTION.mixtral + 8 * EXPERT.mixtral),
  // Three layers are dense; 58 have 256 experts and one that always runs.
  deepseek: 61 * ATTENTION.deepseek + 3 * 3 * 7168 * 18432 + 58 * 257 * EXPERT.deepseek,
  bert: 12 * (ATTENTION.bert + FEED.bert) + 768 * 768,
};

export const ROUTERS = { mixtral: 32 * 8 * 4096, deepseek: 58 * 256 * 7168 } as const;

/** Norms and biases of one layer. */
export const VECTORS: Six = {
  llama2: 2 * 4096,
  llama3: 2 * 4096,
  // Biases of queries, keys, values and output, of both feed-forward matrices, and two norms with bias.
  gpt2: 4 * 768 + 3072 + 768 + 2 * 2 * 768,
  mixtral: 2 * 4096,
  deepseek: 2 * 7168 + 1536 + 512,
  bert: 4 * 768 + 3072 + 768 + 2 * 2 * 768,
};

/** Distinct parameters; equal to what is published. */
export const PARAMETERS: Six = {
  llama2: LINEAR.llama2 + 32 * VECTORS.llama2 + 4096 + 2 * 32000 * 4096,
  llama3: LINEAR.llama3 + 32 * VECTORS.llama3 + 4096 + 2 * 128256 * 4096,
  gpt2: LINEAR.gpt2 + 12 * VECTORS.gpt2 + 2 * 768 + (50257 + 1024) * 768,
  mixtral: LINEAR.mixtral + ROUTERS.mixtral + 32 * VECTORS.mixtral + 4096 + 2 * 32000 * 4096,
  deepseek: LINEAR.deepseek + ROUTERS.deepseek + 61 * VECTORS.deepseek + 7168 + 2 * 129280 * 7168,
  // Tables of words, places and kinds with a norm; the head's matrix has a bias and a norm, and each word one.
  bert: LINEAR.bert + 12 * VECTORS.bert + (30522 + 512 + 2) * 768 + 2 * 768 + (768 + 2 * 768) + 30522,
};

/** What the publishers count. */
export const PUBLISHED: Six = {
  llama2: 6_738_415_616,
  llama3: 8_030_261_248,
  gpt2: 124_439_808,
  mixtral: 46_702_792_704,
  deepseek: 671_026_404_352,
  bert: 109_514_298,
};

/** Parameters that run for a token: 2 of 8 experts, 8 of 256; the rest of the dense models. */
export const ACTIVE: Six = {
  ...PARAMETERS,
  mixtral: PARAMETERS.mixtral - 32 * 6 * EXPERT.mixtral,
  deepseek: PARAMETERS.deepseek - 58 * 248 * EXPERT.deepseek,
};

/** Matrix parameters that a token is multiplied with: linear layers that run, routers, output head. */
export const MULTIPLIED: Six = {
  llama2: LINEAR.llama2 + 32000 * 4096,
  llama3: LINEAR.llama3 + 128256 * 4096,
  gpt2: LINEAR.gpt2 + 50257 * 768,
  mixtral: LINEAR.mixtral - 32 * 6 * EXPERT.mixtral + ROUTERS.mixtral + 32000 * 4096,
  deepseek: LINEAR.deepseek - 58 * 248 * EXPERT.deepseek + ROUTERS.deepseek + 129280 * 7168,
  bert: LINEAR.bert + 30522 * 768,
};

/** Elements that all layers together cache for a token: keys and values, or one latent with a rotated key. */
export const CACHED: Six = {
  llama2: 32 * 2 * 32 * 128,
  llama3: 32 * 2 * 8 * 128,
  gpt2: 12 * 2 * 12 * 64,
  mixtral: 32 * 2 * 8 * 128,
  deepseek: 61 * (512 + 64),
  bert: 0,
};

const each = (of: (m: Known) => number): Six =>
  Object.fromEntries(MODELS.map((m) => [m, of(m)])) as unknown as Six;

export const WEIGHTS = each((m) => BYTES[m] * PARAMETERS[m]);
export const CACHE_PER_TOKEN = each((m) => BYTES[m] * CACHED[m]);
export const CACHE = each((m) => CACHE_PER_TOKEN[m] * T[m]);

/** FLOPs of the rotary angles of a token: one product of half a head's width (MLA: of its rotated 64). */
export const ANGLES: Six = { llama2: 128, llama3: 128, gpt2: 0, mixtral: 128, deepseek: 64, bert: 0 };

/** Scores and their use, FLOPs for one pair of tokens: 4 × layers × heads × head size (MLA: 192 for keys, 128 for values). */
export const PAIR: Six = {
  llama2: 4 * 32 * 32 * 128,
  llama3: 4 * 32 * 32 * 128,
  gpt2: 4 * 12 * 12 * 64,
  mixtral: 4 * 32 * 32 * 128,
  deepseek: 2 * 61 * 128 * (192 + 128),
  bert: 4 * 12 * 12 * 64,
};

/** The latent made to keys and values again: the library does it for every cached token in every step. */
export const EXPANSION = 61 * 512 * 128 * (128 + 128);

/** FLOPs of reading `s` tokens. */
export const prefill = (m: Known, s = S[m]): number => s * (2 * MULTIPLIED[m] + ANGLES[m]) + PAIR[m] * s * s;

/** FLOPs of one new token with `t` in the cache, itself included. */
export const decode = (m: Known, t = T[m]): number =>
  2 * MULTIPLIED[m] + ANGLES[m] + PAIR[m] * t + (m === 'deepseek' ? 2 * EXPANSION * (t - 1) : 0);

/** Tables of which a token reads one row; GPT-2's words are read whole, as its head. */
const TABLE: Six = {
  llama2: 32000 * 4096,
  llama3: 128256 * 4096,
  gpt2: 1024 * 768,
  mixtral: 32000 * 4096,
  deepseek: 129280 * 7168,
  bert: 0,
};

/** Experts that no token of the batch chose, all layers together, when each chooses others. */
const unread = (m: Known, batch: number): number =>
  m === 'mixtral'
    ? 32 * Math.max(0, 8 - 2 * batch) * EXPERT.mixtral
    : m === 'deepseek'
      ? 58 * Math.max(0, 256 - 8 * batch) * EXPERT.deepseek
      : 0;

/**
 * Bytes read for each new token of a batch, without activations: matrices and vectors once, each sequence's cache.
 * `linear`: bytes of one element of the linear layers.
 */
export const reads = (m: Known, linear = BYTES[m], batch = 1): number =>
  Math.round(
    (linear * (LINEAR[m] - unread(m, batch)) + BYTES[m] * (PARAMETERS[m] - LINEAR[m] - TABLE[m])) / batch +
      CACHE[m],
  );
