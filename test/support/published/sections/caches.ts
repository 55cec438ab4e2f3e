import type { Claim, Measure, Section } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import {
  cache,
  parameters,
  perToken,
  plus,
  prefillMacs,
  state,
  times,
  usefulMacs,
  weights,
} from '../measures';

import { variant } from '../models';
import type { Entry } from './cacheEntry';
import { at } from './cacheEntry';
import { MISTAKES } from './cacheMistakes';
import { underRoof } from './measuredSpeeds';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
/** Most of these are printed as GB and are GiB. */
const UNITS: Readonly<Record<string, number>> = {
  MiB: MIB,
  GiB: GIB,
  GB: GIB,
  'GiB (printed GB)': GIB,
  KiB: 1024,
  bytes: 1,
  'bytes/token': 1,
  FLOPs: 1,
  count: 1,
};

/** Layers of one kind alone: a config with only these. */
const only =
  (config: string, keys: Readonly<Record<string, unknown>>, m: Measure): Measure =>
  () =>
    m(variant(config, keys));

const full = (n: number) => Array.from({ length: n }, () => 'full_attention');
const sliding = (n: number) => Array.from({ length: n }, () => 'sliding_attention');
const llama = { engine: 'llama.cpp' } as const;

/** By source, model, quantity and a part of the conditions. */
const ENTRIES: readonly (readonly [
  source: string,
  model: string,
  quantity: string,
  when: string,
  entry: Entry,
])[] = [
  ['closed form', '', 'parameters', '', { config: 'llama-2-7b', what: 'parameters', ours: parameters }],
  [
    'closed form',
    '',
    'weights',
    '',
    { config: 'llama-2-7b', what: 'weights in fp16', ours: weights('fp16') },
  ],
  [
    'closed form',
    '',
    'prefill FLOPs, matmuls, full',
    '',
    {
      config: 'llama-2-7b',
      what: 'matrix FLOPs of 512 tokens, as executed',
      ours: times(2, prefillMacs(512)),
    },
  ],
  [
    'closed form',
    '',
    'prefill FLOPs, matmuls, causal',
    '',
    { config: 'llama-2-7b', what: 'matrix FLOPs of 512 tokens, useful', ours: times(2, usefulMacs(512)) },
  ],
  ['closed form', '', 'KV cache', '', at('llama-2-7b', 544)],
  [
    'gist andrew',
    '',
    'file size',
    '',
    { config: 'llama-2-7b', what: 'weights in fp16', ours: weights('fp16') },
  ],
  ['Hugging Face blog', 'Llama-3.1-8B', '', '1k tokens', at('llama-3.1-8b', 1024)],
  ['Hugging Face blog', 'Llama-3.1-8B', '', '16k tokens', at('llama-3.1-8b', 16000)],
  ['Hugging Face blog', 'Llama-3.1-8B', '', '128k tokens', at('llama-3.1-8b', 128000)],
  ['Hugging Face blog', 'Llama-3.1-70B', '', '1k tokens', at('llama-3.1-70b', 1024)],
  ['Hugging Face blog', 'Llama-3.1-70B', '', '16k tokens', at('llama-3.1-70b', 16000)],
  ['Hugging Face blog', 'Llama-3.1-70B', '', '128k tokens', at('llama-3.1-70b', 128000)],
  ['lmstudio', '', 'KV cache', '', at('qwen3.6-27b', 262144, llama)],
  [
    'lmstudio',
    '',
    'recurrent state',
    '',
    {
      config: 'qwen3.6-27b',
      what: 'state of 4 sequences as llama.cpp holds it',
      ours: state({ batch: 4, engine: 'llama.cpp' }),
    },
  ],
  ['unslothai/unsloth#9525', '', 'KV + state', 'ctx 4096', kvState(4096)],
  ['unslothai/unsloth#9525', '', 'KV + state', 'ctx 40223', kvState(40223)],
  ['unslothai/unsloth#9525', '', 'KV + state', 'ctx 262144', kvState(262144)],
  [
    'unslothai/unsloth#10489',
    '',
    'KV global',
    '',
    {
      config: 'gemma-4-12b',
      what: 'cache of the 8 full layers in Q8_0',
      ours: only(
        'gemma-4-12b',
        { num_hidden_layers: 8, layer_types: full(8) },
        cache(262144, { cache: 'q8_0', ...llama }),
      ),
    },
  ],
  [
    'unslothai/unsloth#10489',
    '',
    'KV SWA',
    '',
    {
      config: 'gemma-4-12b',
      what: 'cache of the 40 windowed layers in Q8_0',
      ours: (b) =>
        cache(262144, { cache: 'q8_0', ...llama })(b) -
        only(
          'gemma-4-12b',
          { num_hidden_layers: 8, layer_types: full(8) },
          cache(262144, { cache: 'q8_0', ...llama }),
        )(b),
    },
  ],
  [
    'ggml-org/llama.cpp#17609',
    '',
    'SWA KV',
    '',
    {
      config: 'gpt-oss-20b',
      what: 'cache of the 12 windowed layers as llama.cpp holds it',
      ours: only('gpt-oss-20b', { num_hidden_layers: 12, layer_types: sliding(12) }, cache(4096, llama)),
    },
  ],
  [
    'ggml-org/llama.cpp#21730',
    '',
    'non-SWA',
    '',
    {
      config: 'gemma-4-e4b',
      what: 'cache of the full layers that own one, 131,072 tokens',
      ours: (b) => cache(131072)(b) - only('gemma-4-e4b', { num_hidden_layers: 42 }, windowed(131072))(b),
    },
  ],
  [
    'ikawrakow',
    '',
    '',
    '',
    {
      config: 'deepseek-v3',
      what: 'latent cache at 32,768 tokens in Q8_0',
      ours: cache(32768, { cache: 'q8_0' }),
    },
  ],
  [
    'alvarobartt/hf-mem#60',
    '',
    'KV per token MEASURED',
    '',
    { config: 'gpt-oss-120b', what: 'cache per token, all layers', ours: perToken() },
  ],
  [
    'alvarobartt/hf-mem#60',
    '',
    'weights',
    '',
    { config: 'gpt-oss-120b', what: 'weights as stored', ours: weights('stored') },
  ],
  [
    'alvarobartt/hf-mem PR #70',
    '',
    'KV pool before',
    '',
    at('gpt-oss-20b', 8192, { batch: 32 }, ', 32 sequences'),
  ],
  [
    'alvarobartt/hf-mem PR #70',
    '',
    'KV pool after',
    '',
    at('gpt-oss-20b', 8192, { batch: 32, engine: 'vllm' }, ', 32 sequences, as vLLM grants it'),
  ],
  [
    'alvarobartt/hf-mem README',
    '',
    'weights',
    '',
    { config: 'minimax-m2.5', what: 'weights as stored', ours: weights('stored') },
  ],
  [
    'alvarobartt/hf-mem README',
    '',
    'KV cache',
    '',
    { config: 'minimax-m2.5', what: 'cache at 196,608 tokens in 8 bits', ours: (b) => cache(196608)(b) / 2 },
  ],
  [
    'alvarobartt/hf-mem README',
    '',
    'total',
    '',
    {
      config: 'minimax-m2.5',
      what: 'weights and cache at 196,608 tokens in 8 bits',
      ours: (b) => weights('stored')(b) + cache(196608)(b) / 2,
    },
  ],
  ['jundot/omlx', 'Qwen3.8-27B', 'KV per 64-token block (right', '', at('qwen3.6-27b', 64)],
  ['jundot/omlx', 'Qwen3.6-35B-A3B', 'KV per 64-token block (right', '', at('qwen3.5-35b-a3b', 64)],
  ['unslothai/unsloth PR #4757', 'Gemma-3 27B', 'KV cache, correct', '', at('medgemma-27b-it', 131072)],
  ['unslothai/unsloth PR #4757', 'Qwen3.5 27B', 'KV cache, correct', '', at('qwen3.6-27b', 262144)],
  ['unslothai/unsloth PR #4757', 'DeepSeek-V3.1', 'KV cache, correct', '', at('deepseek-v3', 163840)],
  [
    'unslothai/unsloth PR #4757',
    'GLM-5',
    'KV cache, correct',
    '',
    {
      ...at('glm-5', 202752),
      rule: {
        why: 'theirs counts the latents alone, without the indexer’s keys, and the layer of multi-token prediction as the 79th',
        value: () => 79 * 576 * 2 * 202752,
      },
    },
  ],
  ['unslothai/unsloth PR #4757', 'Kimi-K2.5', 'KV cache, correct', '', at('kimi-k2.5', 262144)],
  ['unslothai/unsloth PR #4757', 'Qwen3-0.6B', 'KV cache, correct', '', at('qwen3-0.6b', 40960)],
  ['lablup', '', 'KV cache', '', at('gemma-3-1b-it', 32768)],
  [
    'redhat',
    'gemma-4-31b-it',
    'KV per token all layers',
    '',
    { config: 'gemma-4-31b', what: 'cache per token before any window is full', ours: perToken() },
  ],
  ['Osmantic', '', 'KV cache', '32K', at('qwen3-8b', 32768)],
  ['Osmantic', '', 'KV cache', '256K', at('qwen3-8b', 262144)],
  ['vx-lang', '', 'KV cache', '', at('llama-3.1-70b', 32768)],
  [
    'huggingface/huggingface.js packages/gguf/src/cli.ts',
    'DeepSeek-R1/V3',
    'KV cache right',
    '',
    at('deepseek-v3', 163840, {}, ', latents alone'),
  ],
];

function windowed(context: number): Measure {
  return (b) => cache(context)(b) - (cache(context)(b) - cache(context / 2)(b)) * 2;
}

function kvState(context: number): Entry {
  return {
    config: 'qwen3.6-27b',
    what: `cache and state at ${context.toLocaleString('en-US')} tokens as llama.cpp holds them`,
    ours: plus(cache(context, llama), state(llama)),
  };
}

function claim(f: Figure): Claim {
  const bounded = underRoof(f);
  if (bounded) return bounded;
  // The first that fits: an exact model, and all parts of the rest.
  const found = ENTRIES.find(
    ([source, model, quantity, when]) =>
      f.source.startsWith(source) &&
      (model === '' || f.model === model) &&
      f.quantity.startsWith(quantity) &&
      f.conditions.includes(when) &&
      !/wrong|old formula/.test(f.quantity),
  );
  const wrong = MISTAKES.find(
    ([source, model, quantity]) =>
      f.source.startsWith(source) && f.model === model && f.quantity.startsWith(quantity),
  );
  const entry = wrong?.[3] ?? found?.[4];
  if (!entry) return left(whyNot(f));
  return {
    kind: 'compared',
    of: { config: entry.config },
    what: entry.what,
    ours: entry.ours,
    published: f.value * UNITS[f.unit]!,
    ...(entry.rule ? { rule: entry.rule } : {}),
  };
}

function whyNot(f: Figure): string {
  if (/wrong|old formula/.test(f.quantity)) return WHY.wrong;
  if (/tokens\/s|ms|^s$/.test(f.unit)) return WHY.measured;
  if (f.quantity.startsWith('SWA cache')) return SLOTS;
  if (/compute buffer/i.test(f.quantity)) return WHY.host;
  if (/error|overhead|under-report/.test(f.quantity)) return WHY.rule;
  if (/after fix|before fix|estimate/.test(f.quantity)) return WHY.rule;
  if (f.quantity === 'weights') return WHY.mix;
  return WHY.memory;
}

/** A log of several slots that share cells; how many layers it sums over is not in it. */
const SLOTS = 'a log of several slots that share cells: over how many layers it sums is not told';

const SOURCES =
  /^(closed form|gist |Hugging Face blog|lmstudio|unslothai|ggml-org|ikawrakow|alvarobartt|jundot|lablup|redhat|Osmantic|vx-lang|huggingface\/huggingface.js packages\/gguf\/src\/cli|ollama|gpustack\/gpustack#|hiesch|AlexsJones|tobocop2)/;

export const caches: Section = {
  title: 'Caches, states and totals: logs, issues and a blog',
  about:
    'What programs logged and what their users worked out; in 16 bits unless named. Units printed as GB that are GiB are read as such.',
  has: (f) => SOURCES.test(f.source),
  claim,
};
