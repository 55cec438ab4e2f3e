import type { Rule } from '../claim';
import { cache, perToken } from '../measures';
import type { Entry } from './cacheEntry';
import { at } from './cacheEntry';

/** What a tool counted before it was corrected, beside the right figure: the rule is the mistake. */
export const MISTAKES: readonly (readonly [
  source: string,
  model: string,
  quantity: string,
  entry: Entry & { readonly rule: Rule },
])[] = [
  ...(
    [
      ['Gemma-3 27B', 'medgemma-27b-it', 131072, 16, 168, 62],
      ['Qwen3.5 27B', 'qwen3.6-27b', 262144, 4, 213, 64],
      ['DeepSeek-V3.1', 'deepseek-v3', 163840, 1, 56, 61],
      ['GLM-5', 'glm-5', 202752, 1, 96, 79],
      ['Kimi-K2.5', 'kimi-k2.5', 262144, 1, 112, 61],
      ['Qwen3-0.6B', 'qwen3-0.6b', 40960, 8, 64, 28],
    ] as const
  ).map(([model, config, context, kv, width, layers]) =>
    mistake('unslothai/unsloth PR #4757', model, 'KV cache, old', at(config, context), {
      why: 'theirs counts every layer whole, with heads as wide as the hidden width over the heads',
      value: () => 2 * kv * width * layers * context * 2,
    }),
  ),
  mistake('lablup', 'gemma3-1b', 'KV cache, flat', at('gemma-3-1b-it', 32768), {
    why: 'theirs counts windowed layers whole',
    value: () => 26 * 2 * 256 * 32768 * 2,
  }),
  mistake(
    'alvarobartt/hf-mem#60',
    'openai/gpt-oss-120b',
    'KV per token hf-mem',
    { config: 'gpt-oss-120b', what: 'cache per token, all layers', ours: perToken() },
    { why: 'theirs counts the 18 full layers alone', value: (b) => perToken()(b) / 2 },
  ),
  mistake('jundot/omlx', 'Qwen3.8-27B', 'KV per 64-token block (wrong', at('qwen3.6-27b', 64), {
    why: 'theirs counts layers of linear attention too',
    value: (b) => 4 * cache(64)(b),
  }),
  mistake('jundot/omlx', 'Qwen3.6-35B-A3B', 'KV per 64-token block (wrong', at('qwen3.5-35b-a3b', 64), {
    why: 'theirs counts layers of linear attention too',
    value: (b) => 4 * cache(64)(b),
  }),
  mistake('vx-lang', 'Llama-3.1-70B', 'KV cache with query heads', at('llama-3.1-70b', 32768), {
    why: 'theirs counts 64 query heads instead of 8 of keys and values',
    value: (b) => 8 * cache(32768)(b),
  }),
  mistake(
    'huggingface/huggingface.js packages/gguf/src/cli.ts',
    'DeepSeek-R1/V3 (deepseek2, key_length 576, value_length 512, 1 kv head)',
    'KV cache by its formula',
    at('deepseek-v3', 163840, {}, ', latents alone'),
    {
      why: 'theirs adds values of 512 to the latent of 576 that holds them',
      value: (b) => (cache(163840)(b) * (576 + 512)) / 576,
    },
  ),
];

function mistake(source: string, model: string, quantity: string, entry: Entry, rule: Rule) {
  return [source, model, quantity, { ...entry, rule }] as const;
}
