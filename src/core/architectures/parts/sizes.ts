import type { ConfigReader } from '../configReader';
import { MAX_LAYERS } from '../configReader';
import type { AttentionShape } from './attention';

/** Heads, KV heads and head width by the usual keys; what is absent is derived as the library does. */
export function headsOf(c: ConfigReader): AttentionShape & { readonly rotary?: number } {
  const heads = c.int('num_attention_heads');
  const kvHeads = c.int('num_key_value_heads', heads);
  const headDim = c.int('head_dim', c.has('head_dim') ? 0 : headWidth(c, heads));
  if (kvHeads > 0 && heads % kvHeads !== 0)
    c.report(
      'warning',
      'config.kv-heads-do-not-divide',
      ['num_key_value_heads', 'num_attention_heads'],
      `${heads} attention heads cannot be shared out among ${kvHeads} key/value heads; the modelling library builds the weights but fails when it runs.`,
    );
  const factor = rotaryFactor(c);
  return { heads, kvHeads, headDim, ...(factor === 1 ? {} : { rotary: Math.trunc(headDim * factor) }) };
}

/** Share of each head that is rotated: `partial_rotary_factor`, in `rope_parameters` or beside it, or an older key. */
export function rotaryFactor(c: ConfigReader): number {
  const fallback = ROTARY_FACTORS[c.modelType] ?? 1;
  const rope = c.raw('rope_parameters');
  const nested = typeof rope === 'object' && rope !== null ? (rope as Record<string, unknown>) : {};
  const value = nested['partial_rotary_factor'];
  if (typeof value === 'number' && value > 0 && value <= 1) return value;
  for (const key of ['partial_rotary_factor', 'rotary_pct', 'rope_pct', 'rotary_percent'])
    if (c.has(key)) return c.number(key, fallback);
  return fallback;
}

/** What the library takes for the share where the config says nothing and its class is not 1. */
const ROTARY_FACTORS: Readonly<Record<string, number>> = {
  fuyu: 0.5,
  glm: 0.5,
  glm4: 0.5,
  glm4_moe: 0.5,
  nemotron: 0.5,
  gpt_neox: 0.25,
  persimmon: 0.5,
  phi: 0.5,
  qwen3_5_text: 0.25,
  qwen3_5_moe_text: 0.25,
  qwen3_next: 0.25,
  recurrent_gemma: 0.5,
  stablelm: 0.25,
};

/** hidden / heads as the library takes it, rounded down; a remainder is reported. */
export function headWidth(c: ConfigReader, heads: number, hidden = c.int('hidden_size')): number {
  if (heads <= 0) {
    const message = 'There is no attention head; the modelling library would fail.';
    c.report('error', 'config.no-heads', 'num_attention_heads', message);
    return 0;
  }
  const width = Math.floor(hidden / heads);
  if (hidden % heads !== 0)
    c.report(
      'warning',
      'config.heads-do-not-divide',
      ['num_attention_heads', 'hidden_size'],
      `\`${c.keyInFile('hidden_size')}\` ${hidden} is not a multiple of \`${c.keyInFile('num_attention_heads')}\` ${heads}; the modelling library refuses it or rounds the head width down to ${width}.`,
    );
  return width;
}

/**
 * One kind for each layer: the list under `key` where the file has one (too short a list is reported), else derived.
 */
export function layerKinds(
  c: ConfigReader,
  key: string,
  derive: (layer: number) => string,
  count = c.int('num_hidden_layers'),
): readonly string[] {
  const layers = Math.min(count, MAX_LAYERS);
  const given = c.list(key);
  if (given && given.length !== layers)
    c.report(
      given.length < layers ? 'error' : 'warning',
      'config.list-length',
      key,
      `\`${key}\` has ${given.length} entries for ${layers} layers; the modelling library ${given.length < layers ? 'would fail' : 'refuses it or ignores the rest'}.`,
    );
  return Array.from({ length: layers }, (_, i) => {
    const value = given?.[i];
    return typeof value === 'string' ? value : derive(i);
  });
}

/** Every n-th layer attends to all, the others to a window. */
export function everyNth(n: number): (layer: number) => string {
  return (layer) => (n > 0 && (layer + 1) % n === 0 ? 'full_attention' : 'sliding_attention');
}

/** The window of each layer: `sliding_window` where its kind is a sliding one. */
export function windowsOf(
  c: ConfigReader,
  derive: (layer: number) => string,
  windowKey = 'sliding_window',
): (layer: number) => number | undefined {
  const kinds = layerKinds(c, 'layer_types', derive);
  const window = c.optionalInt(windowKey);
  return (layer) => (window !== undefined && window > 0 && isSliding(kinds[layer]) ? window : undefined);
}

export function isSliding(kind: string | undefined): boolean {
  return kind !== undefined && kind.includes('sliding');
}

/** `sliding_window` in all layers, as Mistral has it. */
export function windowOfAll(c: ConfigReader): () => number | undefined {
  const window = c.optionalInt('sliding_window');
  return () => (window !== undefined && window > 0 ? window : undefined);
}
