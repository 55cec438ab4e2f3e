import type { ConfigReader } from '../configReader';
import type { AttentionShape } from './attention';

/** Heads, KV heads and head width by the usual keys; what is absent is derived as the library does. */
export function headsOf(c: ConfigReader): AttentionShape {
  const heads = c.int('num_attention_heads');
  const kvHeads = c.int('num_key_value_heads', heads);
  const headDim = c.int('head_dim', headWidth(c, heads));
  if (kvHeads > 0 && heads % kvHeads !== 0)
    c.report(
      'warning',
      'config.kv-heads-do-not-divide',
      ['num_attention_heads', 'num_key_value_heads'],
      `${heads} attention heads cannot be shared out among ${kvHeads} key/value heads; the modelling library builds the weights but fails when it runs.`,
    );
  return { heads, kvHeads, headDim };
}

function headWidth(c: ConfigReader, heads: number): number {
  if (c.has('head_dim')) return 0;
  const hidden = c.int('hidden_size');
  if (heads <= 0) {
    c.report(
      'error',
      'config.no-heads',
      'num_attention_heads',
      'There is no attention head; the modelling library would fail.',
    );
    return 0;
  }
  if (hidden % heads !== 0)
    c.report(
      'warning',
      'config.heads-do-not-divide',
      ['hidden_size', 'num_attention_heads'],
      `\`hidden_size\` ${hidden} is not a multiple of \`num_attention_heads\` ${heads}; the modelling library refuses it or rounds the head width down to ${Math.floor(hidden / heads)}.`,
    );
  return Math.floor(hidden / heads);
}

/** The window of a layer by `layer_types`, or for all layers by `sliding_window` as its family uses it; else undefined. */
export function windowOfLayer(c: ConfigReader, layer: number): number | undefined {
  const window = c.optionalInt('sliding_window');
  if (window === undefined || window <= 0) return undefined;
  const types = c.list('layer_types');
  if (types) return isWindowed(types[layer]) ? window : undefined;
  if (c.raw('use_sliding_window') === undefined) return window;
  return c.bool('use_sliding_window') && layer >= c.int('max_window_layers', 0) ? window : undefined;
}

/** `sliding_attention`, `chunked_attention`: layers that see only a window. */
export function isWindowed(type: unknown): boolean {
  return type === 'sliding_attention' || type === 'chunked_attention';
}
