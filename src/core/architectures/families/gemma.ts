import type { Builder } from '../builder';
import type { LlamaSpec } from './llama';
import { llama } from './llama';
import { everyNth, windowsOf } from '../parts/sizes';

const around = {
  before: ['input_layernorm', 'pre_feedforward_layernorm'],
  after: ['post_attention_layernorm', 'post_feedforward_layernorm'],
} as const;

/** Gemma 3's text part: norms around, norms of queries and keys, five windowed layers to a full one. */
export function gemma3(b: Builder, spec: LlamaSpec = {}): void {
  const pattern = b.c.int('sliding_window_pattern', b.c.int('_sliding_window_pattern', 6));
  llama(b, {
    ...around,
    tables: true,
    attention: { qkNorm: 'head' },
    windowOf: windowsOf(b.c, everyNth(pattern)),
    ...spec,
  });
}

export const gemmaFamilies = {
  gemma: (b: Builder) => llama(b),
  gemma2: (b: Builder) =>
    llama(b, {
      ...around,
      attention: { softcap: b.c.number('attn_logit_softcapping', 0) },
      windowOf: windowsOf(b.c, everyNth(2)),
    }),
  vaultgemma: (b: Builder) =>
    llama(b, {
      before: around.before,
      attention: { softcap: b.c.number('attn_logit_softcapping', 0) },
      windowOf: windowsOf(b.c, everyNth(2)),
    }),
  gemma3_text: (b: Builder) => gemma3(b),
};
