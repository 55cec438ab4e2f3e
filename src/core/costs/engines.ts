/** How engines hold a cache, where their rule is published; `ideal` keeps exactly what attention may see. */
import type { CacheTensor } from '../model/cache';
import type { DType } from '../model/dtype';
import type { Scenario } from '../scenario/scenario';

/** llama.cpp: default of `--ubatch-size`, and the unit that cells are padded to (`llama-kv-cache-iswa.cpp`). */
export const LLAMA_UBATCH = 512;
export const LLAMA_PAD = 256;
/** vLLM: default tokens per page, and tokens of one scheduler step (`max_num_batched_tokens`) on a data-centre GPU. */
export const VLLM_PAGE = 16;
export const VLLM_STEP = 8192;

export interface EngineRule {
  /** Tokens held per sequence by one tensor, when `tokens` of a context are seen. */
  tokens(tensor: CacheTensor, context: number): number;
  /**
   * Cells of one tensor that all sequences share, each with `context` tokens; absent: every sequence has its own. States
   * are never shared.
   */
  shared?(tensor: CacheTensor, context: number, sequences: number): number;
  /** The type that constant states have whatever the model's own; absent: the model's own. */
  readonly stateType?: DType;
  /** Whether a convolution over k positions holds the k - 1 before the newest only. */
  readonly shortConvolutions?: boolean;
  /** The rule in words, for formulas. */
  readonly words: string;
}

const ideal = (t: CacheTensor, context: number): number =>
  t.window === undefined ? context : Math.min(context, t.window);

function pad(n: number, unit: number): number {
  return Math.ceil(n / unit) * unit;
}

/**
 * Cells of a buffer for `tokens` tokens of so many sequences: `GGML_PAD(min(size_base, n_swa * (unified ? n_seq_max : 1) +
 * n_ubatch), 256)` of `llama-kv-cache-iswa.cpp`.
 */
function llamaCells(t: CacheTensor, tokens: number, sequences: number): number {
  const cells = pad(tokens, LLAMA_PAD);
  return t.window === undefined
    ? cells
    : pad(Math.min(cells, t.window * sequences + LLAMA_UBATCH), LLAMA_PAD);
}

// `llama-memory-recurrent.cpp`: both states are F32 by default, and its graphs keep (d_conv - 1) columns.
const LLAMA = {
  tokens: (t: CacheTensor, context: number) => llamaCells(t, context, 1),
  stateType: 'float32',
  shortConvolutions: true,
} as const;

const LLAMA_WORDS =
  'cells padded to 256; windowed layers PAD(min(context, window + 512), 256); states in 32 bits, a convolution’s without its newest column';

export const ENGINES: Readonly<Record<Scenario['engine'], EngineRule>> = {
  ideal: { tokens: ideal, words: 'exactly what attention may see' },
  transformers: {
    // Its sliding layers return window - 1 positions: the newest token's own are added while it is computed.
    tokens: (t, context) => (t.window === undefined ? context : Math.min(context, Math.max(0, t.window - 1))),
    words: 'exact tensors, window - 1 positions on sliding layers',
  },
  'llama.cpp': {
    ...LLAMA,
    words: `${LLAMA_WORDS}; each sequence its own cells`,
  },
  'llama.cpp-unified': {
    ...LLAMA,
    shared: (t, context, sequences) => llamaCells(t, context * sequences, sequences),
    words: `one buffer of cells for all sequences (--kv-unified): ${LLAMA_WORDS.replace('(context, window', '(cells, window × sequences')}`,
  },
  vllm: {
    tokens: (t, context) => {
      if (t.window === undefined) return pad(context, VLLM_PAGE);
      // A windowed request may hold a whole scheduler step beside its window, and one page that straddles its start.
      const most = Math.min(t.window - 1 + VLLM_STEP, context);
      return Math.min(pad(most, VLLM_PAGE) + VLLM_PAGE, pad(context, VLLM_PAGE));
    },
    words: 'pages of 16 tokens; windowed layers are granted min(window - 1 + 8,192, context) tokens',
  },
};

/** A page of vLLM that attention and states share. */
export interface HybridPage {
  /** Tokens of attention in one page. */
  readonly tokens: number;
  readonly bytes: number;
  /** Bytes of one layer's states, which take a whole page. */
  readonly state: number;
}

/**
 * Where layers keep states beside keys and values, vLLM enlarges attention's pages until one holds a layer's states, by
 * whole kernel blocks of 16 tokens, and pads the states to a page (`_align_hybrid_block_size`; its log says for
 * Qwen3.6-27B: 784 tokens, padded by 0.13 %). `perToken`: bytes of one token in one attention layer.
 */
export function hybridPage(perToken: number, state: number): HybridPage {
  const tokens = Math.max(VLLM_PAGE, VLLM_PAGE * Math.ceil(state / (VLLM_PAGE * perToken)));
  return { tokens, bytes: tokens * perToken, state };
}
