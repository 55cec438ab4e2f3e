/**
 * Which tensor of a file gets which block type: llama.cpp's quantiser gives a file's own type to most matrices and more
 * bits to those that bear rounding worst (src/llama-quant.cpp, `llama_tensor_get_type`, read at 007dbbf). Held against the
 * bits per weight that its own README publishes for Llama 3.1 8B (tools/quantize/README.md).
 */

/** What a tensor is to the quantiser; `kept`: left in 32 bits; `other`: a matrix that has the file's own type. */
export type GgufRole =
  'embedding' | 'head' | 'values' | 'keys' | 'queries' | 'output' | 'gate' | 'up' | 'down' | 'other' | 'kept';

/** One tensor as the quantiser meets it. */
export interface GgufPlace {
  readonly role: GgufRole;
  /** Its place among the tensors of its role, from 0. */
  readonly rank: number;
  /** How many have its role. */
  readonly count: number;
  /** Number of its layer; 0 outside. */
  readonly layer: number;
}

/** What of a model the rule asks. */
export interface GgufModel {
  readonly layers: number;
  /** Query heads to a key head. */
  readonly sharing: number;
  /** Routed experts; 0 when dense. */
  readonly experts: number;
  /** No output matrix of its own. */
  readonly tied: boolean;
  readonly isFalcon: boolean;
  /** 80 layers of Llama or Qwen2 with grouped heads: values are so few that they get more bits. */
  readonly is70B: boolean;
}

type Rule = string | ((at: GgufPlace, m: GgufModel) => string | undefined);

/** Types by role, where they are not the file's own. */
export interface GgufMix {
  readonly base: string;
  readonly head?: string;
  readonly embedding?: string;
  readonly roles?: Readonly<Partial<Record<GgufRole, Rule>>>;
  /** What else decides, where the rule has to assume it. */
  readonly unsure?: string;
  /** Below three bits other rules hold for mixtures of eight experts. */
  readonly isTiny?: boolean;
}

const eighth = (m: GgufModel) => Math.floor(m.layers / 8);
/** Mixtures count layers, dense models the tensors met so far. */
const step = (at: GgufPlace, m: GgufModel) => (m.experts > 1 ? at.layer : at.rank);

/** The first and the last eighth, and every third between. */
function more(i: number, n: number): boolean {
  const first = Math.floor(n / 8);
  return i < first || i >= Math.floor((7 * n) / 8) || (i - first) % 3 === 2;
}

const moreValues = (at: GgufPlace) => (more(at.rank, at.count) ? 'q6_k' : undefined);
const moreDown = (at: GgufPlace, m: GgufModel) => (more(step(at, m), m.layers) ? 'q6_k' : undefined);
const shared =
  (type: string, otherwise?: string): Rule =>
  (_, m) =>
    m.sharing >= 4 ? type : otherwise;
const early =
  (type: string): Rule =>
  (at, m) =>
    step(at, m) < eighth(m) ? type : undefined;

/** Between one and three bits. */
function tiny(base: string, more: string, embedding: string, output: string | undefined): GgufMix {
  return {
    base,
    head: 'q5_k',
    embedding,
    isTiny: true,
    roles: {
      values: (_, m) => (m.sharing >= 4 || m.experts >= 4 ? 'q4_k' : more),
      keys: (_, m) => (m.experts === 8 ? 'q4_k' : undefined),
      down: (at, m) => (at.rank < eighth(m) ? more : undefined),
      output: (_, m) => (m.experts === 8 ? 'q5_k' : output),
    },
  };
}

/** Attention's output gets Q5_K in a mixture of eight experts, else this. */
const output =
  (otherwise?: string): Rule =>
  (_, m) =>
    m.isFalcon ? undefined : m.experts === 8 ? 'q5_k' : otherwise;

const middle = (at: GgufPlace, m: GgufModel) => {
  const i = step(at, m);
  return i >= eighth(m) && i < Math.floor((7 * m.layers) / 8) ? 'iq3_xxs' : undefined;
};

const FOUR: GgufMix['roles'] = { values: shared('q5_k'), down: early('q5_k'), output: output() };
const BY_IMPORTANCE =
  'made without an importance matrix; with one the first down projections have no more bits, up to 1 % less in all';

/** By the file type's name; those without an entry have one type for all matrices. Importance matrices are taken to be there where they are required. */
export const GGUF_MIXES: Readonly<Record<string, GgufMix>> = {
  q2_k: { base: 'q2_k', roles: { values: shared('q4_k', 'q3_k'), down: 'q3_k', output: output('q3_k') } },
  q2_k_s: { base: 'q2_k', roles: { values: shared('q4_k'), down: early('q4_k') } },
  q3_k_s: { base: 'q3_k', roles: { output: output() } },
  q3_k_m: {
    base: 'q3_k',
    roles: {
      values: (at) => (at.rank < 2 ? 'q5_k' : 'q4_k'),
      down: (at, m) =>
        step(at, m) < Math.floor(m.layers / 16)
          ? 'q5_k'
          : !m.isFalcon || more(step(at, m), m.layers)
            ? 'q4_k'
            : undefined,
      output: output('q4_k'),
    },
  },
  q3_k_l: {
    base: 'q3_k',
    roles: {
      values: 'q5_k',
      down: (_, m) => (m.isFalcon ? 'q4_k' : 'q5_k'),
      output: (_, m) => (m.isFalcon ? 'q4_k' : m.experts === 8 ? undefined : 'q5_k'),
    },
  },
  q4_k_s: {
    base: 'q4_k',
    roles: {
      values: (at) => (at.rank < 4 ? 'q5_k' : undefined),
      down: (at, m) => (!m.isFalcon && step(at, m) < eighth(m) ? 'q5_k' : undefined),
      output: output(),
    },
  },
  q4_k_m: {
    base: 'q4_k',
    roles: {
      values: moreValues,
      down: (at, m) => {
        if (!m.isFalcon) return moreDown(at, m);
        if (step(at, m) < Math.floor(m.layers / 16)) return 'q6_k';
        return more(step(at, m), m.layers) ? 'q5_k' : undefined;
      },
      output: output(),
    },
  },
  q5_k_s: { base: 'q5_k' },
  q5_k_m: { base: 'q5_k', roles: { values: moreValues, down: moreDown } },
  iq1_s: tiny('iq1_s', 'q2_k', 'q2_k', 'iq2_xxs'),
  iq1_m: tiny('iq1_m', 'q2_k', 'q2_k', 'iq2_xxs'),
  iq2_xxs: tiny('iq2_xxs', 'q2_k', 'q2_k', undefined),
  iq2_xs: tiny('iq2_xs', 'q2_k', 'q2_k', undefined),
  iq2_s: tiny('iq2_xs', 'iq3_s', 'iq3_s', 'iq3_s'),
  iq2_m: tiny('iq2_s', 'iq3_s', 'iq3_s', 'iq3_s'),
  iq3_xxs: {
    base: 'iq3_xxs',
    head: 'q5_k',
    embedding: 'iq3_s',
    roles: { values: shared('q4_k'), keys: 'iq2_s', queries: 'iq2_s', output: output('iq3_s') },
  },
  iq3_xs: {
    base: 'iq3_s',
    roles: {
      values: shared('q4_k'),
      keys: 'iq3_xxs',
      queries: 'iq3_xxs',
      gate: middle,
      up: middle,
      output: output(),
    },
  },
  iq3_s: { base: 'iq3_s', roles: { values: shared('q4_k'), output: output() } },
  iq3_m: {
    base: 'iq3_s',
    roles: {
      values: 'q4_k',
      down: (at, m) => {
        const i = step(at, m);
        return i < eighth(m) || (m.experts === 8 && more(i, m.layers)) ? 'q4_k' : undefined;
      },
      output: output('q4_k'),
    },
  },
  iq4_nl: { base: 'iq4_nl', roles: FOUR, unsure: BY_IMPORTANCE },
  iq4_xs: { base: 'iq4_xs', roles: FOUR, unsure: BY_IMPORTANCE },
};

/** Whether a precision gives some matrices more bits than others. */
export function isMix(precision: { readonly id: string }): boolean {
  return Object.hasOwn(GGUF_MIXES, precision.id);
}

/** Block type of one tensor in a file of this type; 'fp32' for what is kept. `row`: elements of one row. */
export function ggufTypeOf(
  fileType: string,
  at: GgufPlace,
  m: GgufModel,
  row: number,
  block: number,
): string {
  if (at.role === 'kept') return 'fp32';
  const mix = GGUF_MIXES[fileType];
  const base = mix?.base ?? fileType;
  if (at.role === 'head' || (at.role === 'embedding' && m.tied)) {
    if (m.isFalcon || row % block !== 0) return 'q8_0';
    return mix?.head ?? (base === 'q8_0' ? base : 'q6_k');
  }
  if (at.role === 'embedding') return mix?.embedding ?? base;
  const rule = mix?.roles?.[at.role];
  const own = (typeof rule === 'function' ? rule(at, m) : rule) ?? base;
  if (mix?.isTiny) return own;
  if (m.experts === 8 && (at.role === 'values' || at.role === 'keys')) return 'q8_0';
  return at.role === 'values' && m.is70B && (own === 'q3_k' || own === 'q4_k') ? 'q5_k' : own;
}
