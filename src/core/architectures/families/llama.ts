import type { Builder } from '../builder';
import type { ConfigReader } from '../configReader';
import type { SelfAttentionSpec } from '../parts/attention';
import { noteAttention, selfAttention } from '../parts/attention';
import { causalDecoder, preNorm } from '../parts/decoder';
import { gatedMlp } from '../parts/mlp';
import { headsOf, windowOfLayer } from '../parts/sizes';

/** Pre-norm decoder with rotary grouped-query attention and a gated MLP: Llama and all that share its shape. */
export function llama(b: Builder, attention: Partial<SelfAttentionSpec> = {}): void {
  const { c } = b;
  const act = c.string('hidden_act', 'silu');
  const inner = c.int('intermediate_size');
  causalDecoder(b, {
    kindOf: (i) => String(windowOfLayer(c, i) ?? ''),
    layer: (x, i) => {
      const spec = { ...attentionOf(c), window: windowOfLayer(c, i), ...attention };
      const h = preNorm(b, x, 'input_layernorm', (n) =>
        b.scope('self_attn', () => selfAttention(b, n, spec)),
      );
      return preNorm(b, h, 'post_attention_layernorm', (n) =>
        b.scope('mlp', () => gatedMlp(b, n, inner, act, { bias: c.bool('mlp_bias') })),
      );
    },
  });
  noteAttention(b, c.int('num_hidden_layers'), { ...attentionOf(c), window: windowOfLayer(c, 0) });
}

/** Heads and biases by the keys that most families share. */
export function attentionOf(c: ConfigReader): SelfAttentionSpec {
  const bias = c.bool('attention_bias');
  return { ...headsOf(c), bias, outBias: bias };
}

export const llamaFamilies = {
  llama: (b: Builder) => llama(b),
  mistral: (b: Builder) => llama(b),
  ministral3: (b: Builder) => llama(b),
  qwen2: (b: Builder) => llama(b, { bias: true, outBias: false }),
  qwen3: (b: Builder) => llama(b, { qkNorm: 'head' }),
};
