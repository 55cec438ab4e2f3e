/**
 * Published figures beside ours. The figures are read from the reference folder; which of them can be built, from which
 * config, under which convention, is said here, with the reason where a gap is more than 1 %.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildModel } from '../../src/core/architectures/buildModel';
import { costModel } from '../../src/core/costs/costModel';
import type { Costs } from '../../src/core/costs/costModel';
import { estimate } from '../../src/core/costs/estimate';
import { operatorFigures } from '../../src/core/costs/operatorFigures';
import type { Model } from '../../src/core/model/model';
import type { Scenario } from '../../src/core/scenario/scenario';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/scenario';
import { SHARED } from './shared';

interface Figure {
  readonly source: string;
  readonly model: string;
  readonly quantity: string;
  readonly value: number;
  readonly unit: string;
  readonly conditions?: string;
}

/** What of ours is compared. */
type Ours = (model: Model, costs: Costs) => number;

interface Comparison {
  readonly source: string;
  readonly model: string;
  readonly quantity: string;
  /** Part of the conditions, where the same quantity is published several times. */
  readonly when?: string;
  readonly config: string;
  readonly ours: Ours;
  readonly what: string;
  /** Why it differs by more than 1 %. */
  readonly reason?: string;
}

export interface Row extends Comparison {
  readonly published: number;
  readonly unit: string;
  readonly value: number;
  readonly gap: number;
}

const at = (scenario: Partial<Scenario>) => ({ ...DEFAULT_SCENARIO, ...scenario });
const distinct: Ours = (m, c) => estimate(m, c, at({})).parameters.distinct.value!;
const macs =
  (prompt: number): Ours =>
  (m, c) =>
    estimate(m, c, at({ prompt })).compute.prefill.macs.value!;
const cache =
  (context: number, more: Partial<Scenario> = {}): Ours =>
  (m, c) =>
    estimate(m, c, at({ context, cache: 'fp16', ...more })).cache.bytesAtContext.value!;

/** Matrix work without attention's own products, which some counters do not see. */
const linear =
  (prompt: number): Ours =>
  (m, c) => {
    const f = operatorFigures(m, c, at({ prompt, phase: 'prefill' }));
    return m.operators.reduce(
      (sum, op, i) => (op.type === 'Attention' ? sum : sum + f.macs[i]! * f.executions[i]!),
      0,
    );
  };

const WEIGHTED =
  'theirs adds element work by weights of its own (softmax 36 a score, exp 32): peers’ “MACs” are more than products';

function onnxTool(name: string, config: string, tied = false): Comparison[] {
  const base = { source: 'ThanatosShinji/onnx-tool', model: name, config };
  return [
    {
      ...base,
      quantity: 'parameters',
      ours: distinct,
      what: 'parameters',
      ...(tied ? { reason: 'theirs counts a tied head again' } : {}),
    },
    {
      ...base,
      quantity: 'MACs (prefill)',
      ours: macs(1024),
      what: 'MACs of a 1,024-token prompt, full S × S',
      reason: WEIGHTED,
    },
    {
      ...base,
      quantity: 'KV cache elements',
      ours: (m, c) => cache(1024)(m, c) / 2,
      what: 'cache elements at 1,024 tokens',
    },
  ];
}

function calflops(name: string, config: string): Comparison[] {
  const base = { source: 'MrYxJ/calculate-flops', model: name, config };
  return [
    { ...base, quantity: 'parameters', when: 'meta device', ours: distinct, what: 'parameters' },
    {
      ...base,
      quantity: 'forward MACs',
      ours: linear(128),
      what: 'MACs of a 128-token prompt without attention’s products, which theirs misses',
    },
  ];
}

function llamaBlog(name: string, config: string): Comparison[] {
  const base = {
    source: 'Hugging Face blog Llama 3.1',
    model: name,
    quantity: 'KV cache',
    config,
    what: 'cache in 16 bits',
  };
  return [
    { ...base, when: '1k tokens', ours: cache(1024) },
    { ...base, when: '16k tokens', ours: cache(16000) },
    { ...base, when: '128k tokens', ours: cache(128000) },
  ];
}

const CLOSED = { source: 'closed form', model: 'Llama-2-7B', config: 'llama-2-7b-chat' };
const HUB = {
  source: 'huggingface/huggingface.js packages/hub',
  quantity: 'parameters',
  ours: distinct,
  what: 'parameters',
};

export const COMPARISONS: readonly Comparison[] = [
  { ...CLOSED, quantity: 'parameters', ours: distinct, what: 'parameters' },
  {
    ...CLOSED,
    quantity: 'weights fp16',
    ours: (m, c) => estimate(m, c, at({ weights: 'fp16' })).weights.scenario.value!,
    what: 'weights in fp16',
  },
  {
    ...CLOSED,
    quantity: 'prefill FLOPs, matmuls, full S x S',
    ours: (m, c) => 2 * macs(512)(m, c),
    what: 'matrix FLOPs of 512 tokens, as executed',
  },
  {
    ...CLOSED,
    quantity: 'prefill FLOPs, matmuls, causal triangle',
    ours: (m, c) => 2 * estimate(m, c, at({ prompt: 512 })).compute.prefill.usefulMacs.value!,
    what: 'matrix FLOPs of 512 tokens, useful',
  },
  { ...CLOSED, quantity: 'KV cache fp16', ours: cache(544), what: 'cache at 544 tokens' },
  ...onnxTool('Phi-3-mini-4k', 'phi-3-mini-4k-instruct'),
  ...onnxTool('Llama-3.1-70B-Japanese-Instruct-2407', 'llama-3.1-70b'),
  ...onnxTool('gpt-j-6b', 'gpt-j-6b'),
  ...onnxTool('microsoft/phi-2', 'phi-2'),
  ...onnxTool('QWen-7B', 'qwen2.5-7b-instruct'),
  ...calflops('llama-7b', 'llama-7b'),
  ...calflops('llama2-7b', 'llama-2-7b-chat'),
  ...calflops('Qwen-7B', 'qwen-7b-chat'),
  ...llamaBlog('Llama-3.1-8B', 'llama-3.1-8b-instruct'),
  ...llamaBlog('Llama-3.1-70B', 'llama-3.1-70b'),
  { ...HUB, model: 'bigscience/bloom', config: 'bloom-176b' },
  { ...HUB, model: 'openai/gpt-oss-20b', config: 'gpt-oss-20b' },
  { ...HUB, model: 'google-bert/bert-base-uncased', config: 'bert-base-uncased' },
  {
    source: 'huggingface/huggingface.js packages/gguf',
    model: 'TheBloke/Llama-2-7B-Chat-GGUF Q2_K',
    quantity: 'parameters',
    config: 'llama-2-7b-chat',
    ours: distinct,
    what: 'parameters',
  },
  {
    source: 'alvarobartt/hf-mem PR #70',
    model: 'openai/gpt-oss-20b',
    quantity: 'KV pool before fix',
    config: 'gpt-oss-20b',
    ours: cache(8192, { batch: 32 }),
    what: 'cache of 32 sequences of 8,192 tokens, ideal',
  },
  {
    source: 'alvarobartt/hf-mem PR #70',
    model: 'openai/gpt-oss-20b',
    quantity: 'KV pool after fix (vLLM hybrid pages)',
    config: 'gpt-oss-20b',
    ours: cache(8192, { batch: 32, engine: 'vllm' }),
    what: 'the same as vLLM grants it',
  },
  {
    source: 'lablup/mlxcel PR #172',
    model: 'gemma3-1b',
    quantity: 'KV cache',
    config: 'gemma-3-1b-it',
    ours: cache(32768),
    what: 'cache at 32,768 tokens',
  },
  {
    source: 'unslothai/unsloth PR #4757',
    model: 'DeepSeek-V3.1',
    quantity: 'KV cache, correct',
    config: 'deepseek-v3',
    ours: cache(163840),
    what: 'latent cache at 163,840 tokens',
  },
  {
    source: 'unslothai/unsloth PR #4757',
    model: 'Qwen3-0.6B',
    quantity: 'KV cache, correct',
    config: 'qwen3-0.6b',
    ours: cache(40960),
    what: 'cache at 40,960 tokens',
  },
  {
    source: 'vx-lang/Vx#303',
    model: 'Llama-3.1-70B',
    quantity: 'KV cache',
    config: 'llama-3.1-70b',
    ours: cache(32768),
    what: 'cache at 32,768 tokens',
  },
  {
    source: 'alibaba/InferSim',
    model: 'Qwen3-30B-A3B-BF16',
    quantity: 'KV per token',
    config: 'qwen3-30b-a3b',
    ours: (m, c) => estimate(m, c, at({ cache: 'bf16' })).cache.bytesPerToken.value!,
    what: 'cache per token',
  },
];

/** Published units as numbers; memory that calls itself GB but is GiB is said so in its own row. */
const UNITS: Readonly<Record<string, number>> = {
  count: 1,
  bytes: 1,
  FLOPs: 1,
  M: 1e6,
  G: 1e9,
  B: 1e9,
  'G elements': 1e9,
  GMACs: 1e9,
  KB: 1024,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  'GiB (printed GB)': 2 ** 30,
  GB: 2 ** 30,
};

/** All comparisons whose figure is found, not SUSPECT, in the reference folder. */
export function publishedRows(): readonly Row[] {
  const read = JSON.parse(readFileSync(path.join(SHARED, 'anchors/peer-figures.json'), 'utf8')) as
    readonly Figure[] | { figures: readonly Figure[] };
  const figures = ('figures' in read ? read.figures : read).filter((f) => !f.conditions?.includes('SUSPECT'));
  const models = new Map<string, readonly [Model, Costs]>();
  const rows: Row[] = [];
  for (const c of COMPARISONS) {
    const f = figures.find(
      (x) =>
        x.source.startsWith(c.source) &&
        x.model === c.model &&
        x.quantity === c.quantity &&
        (c.when === undefined || (x.conditions ?? '').includes(c.when)),
    );
    if (!f) continue;
    let built = models.get(c.config);
    if (!built) {
      const text = readFileSync(path.join(SHARED, 'models/configs', c.config, 'config.json'), 'utf8');
      const model = buildModel(JSON.parse(text) as Record<string, unknown>);
      models.set(c.config, (built = [model, costModel(model)]));
    }
    const published = f.value * (UNITS[f.unit] ?? Number.NaN);
    const value = c.ours(built[0], built[1]);
    rows.push({ ...c, published, unit: f.unit, value, gap: value / published - 1 });
  }
  return rows;
}

export function publishedTable(rows: readonly Row[]): string {
  const number = (n: number) => Math.round(n).toLocaleString('en-US');
  const lines = rows.map((r) => {
    const gap = Math.abs(r.gap) < 5e-5 ? '0' : `${r.gap > 0 ? '+' : ''}${(100 * r.gap).toFixed(2)} %`;
    const why = Math.abs(r.gap) > 0.01 ? (r.reason ?? '') : '';
    return `| ${r.model} | ${r.what} | ${number(r.value)} | ${number(r.published)} | ${gap} | ${why} | ${r.source} |`;
  });
  return [
    '# Published figures beside ours',
    '',
    'Generated by `npx tsx test/support/makePublishedTable.ts`; do not edit. Parameters in numbers, cache and weights in',
    'bytes, compute in MACs or matrix FLOPs as named. Published figures are rounded as their authors printed them.',
    '',
    '| Model | What | Ours | Theirs | Gap | Reason for more than 1 % | Source |',
    '| --- | --- | ---: | ---: | ---: | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}
