import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { SelfAttentionSpec } from '../parts/attention';
import { selfAttention } from '../parts/attention';
import type { DecoderSpec, LayerSpec } from '../parts/decoder';
import { decoder } from '../parts/decoder';
import { gatedMlp, packedGatedMlp, plainMlp } from '../parts/mlp';
import { everyNth, headsOf, windowOfAll, windowsOf } from '../parts/sizes';

/** How a relative differs from Llama; everything else is Llama's. */
export interface LlamaSpec
  extends Partial<Omit<LayerSpec, 'attention' | 'mlp'>>, Partial<Omit<DecoderSpec, 'layer'>> {
  readonly attention?: Partial<SelfAttentionSpec>;
  /** Window of a layer; none by default. */
  readonly windowOf?: (layer: number) => number | undefined;
  /** Windowed and full layers have angles of their own. */
  readonly tables?: boolean;
  readonly mlp?: (x: number, layer: number) => number;
  /** Instead of self-attention. */
  readonly mixer?: (x: number, layer: number) => number;
}

/** Pre-norm decoder with rotary grouped-query attention and a gated MLP: Llama and all that share its shape. */
export function llama(b: Builder, s: LlamaSpec = {}): void {
  const { c } = b;
  const windowOf = s.windowOf ?? (() => undefined);
  const base = { ...attentionOf(c), ...s.attention };
  const kindOf = s.kindOf ?? (() => '');
  decoder(b, {
    ...s,
    kindOf: (i) => `${windowOf(i) ?? ''} ${kindOf(i)}`,
    attention:
      s.mixer ??
      ((x, i) =>
        selfAttention(b, x, {
          ...base,
          window: windowOf(i),
          ...(s.tables ? { table: windowOf(i) === undefined ? ' full' : ' sliding' } : {}),
        })),
    mlp: s.mlp ?? gated(b),
  });
}

/** Heads and biases by the keys that most families share. */
export function attentionOf(c: ConfigReader): SelfAttentionSpec {
  const bias = c.bool('attention_bias');
  return { ...headsOf(c), bias, outBias: bias };
}

/** The activation, under whichever key the family has. */
export function activationOf(c: ConfigReader, fallback = 'silu'): string {
  return c.string('hidden_act', c.string('hidden_activation', c.string('activation_function', fallback)));
}

/** Llama's gated MLP by the usual keys. */
export function gated(
  b: Builder,
  inner = b.c.int('intermediate_size'),
  bias = b.c.bool('mlp_bias'),
): (x: number) => number {
  const { c } = b;
  return (x) => gatedMlp(b, x, inner, activationOf(c), { bias });
}

/** up and down alone, by the usual keys. */
export function plain(b: Builder, names?: readonly [string, string], bias?: boolean): (x: number) => number {
  const { c } = b;
  const options = { bias: bias ?? c.bool('mlp_bias') };
  return (x) => plainMlp(b, x, c.int('intermediate_size'), activationOf(c), options, names);
}

/** gate and up in one tensor, by the usual keys. */
export function packed(b: Builder): (x: number) => number {
  return (x) => packedGatedMlp(b, x, b.c.int('intermediate_size'), activationOf(b.c));
}

/** Qwen2's windows: from `max_window_layers` on, when `use_sliding_window` says so. */
export function qwenWindows(c: ConfigReader): (layer: number) => number | undefined {
  if (!c.bool('use_sliding_window')) return () => undefined;
  const from = c.int('max_window_layers', 0);
  return windowsOf(c, (i) => (i >= from ? 'sliding_attention' : 'full_attention'));
}

const bias = (b: Builder) => b.c.bool('use_bias');

export const llamaFamilies = {
  llama: (b: Builder) => llama(b),
  hyperclovax: (b: Builder) =>
    llama(b, b.c.bool('use_post_norm') ? { after: ['post_norm1', 'post_norm2'] } : {}),
  granite: (b: Builder) => llama(b),
  // Its output projection takes `hidden_size` inputs whatever the heads are, and never has a bias.
  helium: (b: Builder) => llama(b, { attention: { outBias: false, outInputs: b.c.int('hidden_size') } }),
  smollm3: (b: Builder) => llama(b, { windowOf: smolWindows(b.c) }),
  mistral: (b: Builder) =>
    llama(b, { windowOf: windowOfAll(b.c), attention: { bias: false, outBias: false } }),
  ministral3: (b: Builder) =>
    llama(b, { windowOf: windowOfAll(b.c), attention: { bias: false, outBias: false } }),
  qwen2: (b: Builder) => llama(b, { attention: { bias: true, outBias: false }, windowOf: qwenWindows(b.c) }),
  qwen3: (b: Builder) => llama(b, { attention: { qkNorm: 'head' }, windowOf: qwenWindows(b.c) }),
  ernie4_5: (b: Builder) =>
    llama(b, {
      attention: { bias: bias(b), outBias: bias(b) },
      mlp: (x) => gatedMlp(b, x, b.c.int('intermediate_size'), activationOf(b.c), { bias: bias(b) }),
    }),
  cwm: (b: Builder) =>
    llama(b, {
      attention: { bias: false, outBias: false },
      windowOf: windowsOf(b.c, (i) => (i % 4 === 0 ? 'full_attention' : 'sliding_attention')),
    }),
  granite_swa: (b: Builder) =>
    llama(b, {
      attention: { sinks: 'sinks' },
      windowOf: windowsOf(b.c, (i) => (i % 4 === 0 ? 'full_attention' : 'sliding_attention')),
    }),
  arcee: (b: Builder) => llama(b, { mlp: plain(b) }),
  seed_oss: (b: Builder) => llama(b, { attention: { outBias: b.c.bool('attention_out_bias') } }),
  jais2: (b: Builder) => llama(b, { kind: 'layer', mlp: plain(b) }),
  olmo: (b: Builder) => llama(b, { kind: 'none' }),
  olmo2: (b: Builder) => llama(b, olmo2Shape),
  olmo3: (b: Builder) => llama(b, { ...olmo2Shape, tables: true, windowOf: windowsOf(b.c, everyNth(4)) }),
  exaone4: (b: Builder) =>
    llama(b, {
      ...postNorm,
      attention: { qkNorm: 'head', bias: false, outBias: false },
      windowOf: exaoneWindows(b.c),
    }),
};

const postNorm = {
  before: ['', ''],
  after: ['post_attention_layernorm', 'post_feedforward_layernorm'],
} as const;

const olmo2Shape = { ...postNorm, attention: { qkNorm: 'whole' } } as const;

/** SmolLM3: windows, where they are used, on the layers without rotation. */
function smolWindows(c: ConfigReader): (layer: number) => number | undefined {
  const rotated = c.ints('no_rope_layers');
  const every = c.int('no_rope_layer_interval', 4);
  const rope = (i: number) => (rotated ? rotated[i] !== 0 : (i + 1) % every !== 0);
  return windowsOf(c, (i) =>
    c.bool('use_sliding_window') && !rope(i) ? 'sliding_attention' : 'full_attention',
  );
}

/** EXAONE 4: every `sliding_window_pattern`-th layer is full; all are without a window. */
export function exaoneWindows(c: ConfigReader): (layer: number) => number | undefined {
  return windowsOf(c, everyNth(c.has('sliding_window') ? c.int('sliding_window_pattern', 4) : 1));
}
