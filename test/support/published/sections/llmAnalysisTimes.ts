/** Times that llm-analysis computed on one device, beside our roofline with the same device and the same shares. */
import { roofline } from '../../../../src/core/costs/roofline';
import type { Device } from '../../../../src/core/hardware/device';
import { deviceOf } from '../../../../src/core/hardware/devices';
import type { Scenario } from '../../../../src/core/scenario/scenario';
import type { Built, Claim, Measure } from '../claim';
import { WHY, left } from '../claim';
import type { Figure } from '../figure';
import { at, cache } from '../measures';

const OURS: Readonly<Record<string, string>> = {
  'llama-7b': 'llama-7b',
  'llama-13b': 'llama-13b',
  'llama-30b': 'llama-33b',
  'llama-65b': 'llama-65b',
  'LLaMA-7B': 'llama-7b',
  'LLaMA-13B': 'llama-13b',
  'LLaMA-33B': 'llama-33b',
  'LLaMA-65B': 'llama-65b',
  'test-13b': 'test-13b',
};

/** Sizes as llm-analysis has them: width, layers, heads, vocabulary; two matrices of four times the width. */
const THEIRS: Readonly<
  Record<string, readonly [hidden: number, layers: number, heads: number, words: number]>
> = {
  'llama-7b': [4096, 32, 32, 32000],
  'llama-13b': [5120, 40, 40, 32000],
  'llama-33b': [6656, 60, 52, 32000],
  'llama-65b': [8192, 80, 64, 32000],
  'test-13b': [5120, 40, 40, 50272],
};

const PRECISION: Readonly<Record<number, string>> = { 16: 'fp16', 8: 'int8', 4: 'int4' };
const PROMPT = 512;

interface Run {
  readonly config: string;
  readonly device: Device;
  readonly weightBits: number;
  readonly activationBits: number;
  readonly compute: number;
  readonly memory: number;
  readonly generate: number;
}

/** What is said of the run, in a file's name or a table's heading; undefined on several devices. */
function runOf(f: Figure): Run | undefined {
  const c = f.conditions;
  const [, w, a] = /w(\d+)a(\d+)e16/.exec(c) ?? ['', '16', '16'];
  const several = /-tp([2-9])|tp=([2-9])|GB x[2-9]/.test(c);
  const config = OURS[f.model];
  if (several || !config) return undefined;
  const given = (pattern: RegExp) => Number(pattern.exec(c)?.[1] ?? 1);
  return {
    config,
    device: deviceOf(/40gb/i.test(c) ? 'a100-sxm-40gb' : 'a100-sxm-80gb')!,
    weightBits: Number(w),
    activationBits: Number(a),
    compute: given(/(?:-fe|fe |flops )([\d.]+\d|\d)/),
    memory: given(/(?:hbme ?|bandwidth )([\d.]+\d|\d)/),
    generate: given(/generate (\d+)|(?:batch 1, )(\d+) generated/) || 10,
  };
}

export function timeClaim(f: Figure): Claim {
  const measured = f.quantity.includes('MEASURED');
  const kind = kindOf(f.quantity);
  const r = kind && runOf(f);
  if (!kind || !r)
    return left(/hours|day|price|iter|training|micro/.test(f.quantity) ? WHY.modelled : SEVERAL);
  const generate = /test-13b/.test(f.model) ? 10 : 32;
  const steps = {
    prefill: [1, 0],
    decode: [0, 1],
    'all tokens': [0, generate],
    total: [1, generate],
    cache: [0, 0],
  }[kind];
  const what = {
    prefill: `seconds of a prompt of ${PROMPT}`,
    decode: `seconds of a token after ${PROMPT}`,
    'all tokens': `seconds of ${generate} tokens after ${PROMPT}`,
    total: `seconds of a prompt of ${PROMPT} and ${generate} tokens`,
    cache: `seconds to read the cache of ${PROMPT + generate} tokens`,
  }[kind];
  const read = r.device.bytesPerSecond * r.memory;
  const ours: Measure =
    kind === 'cache'
      ? (b) => cacheBytes(b, r, PROMPT + generate) / read
      : (b) => steps[0]! * seconds(b, r, 'prefill') + steps[1]! * seconds(b, r, 'decode');
  const theirs = () =>
    kind === 'cache'
      ? cacheTime(r, generate)
      : steps[0]! * forward(r, PROMPT) + steps[1]! * (forward(r, 1) + cacheTime(r, generate));
  return {
    kind: 'compared',
    of: { config: r.config },
    what: `${what}, weights of ${r.weightBits} and activations of ${r.activationBits} bits, shares ${r.compute} and ${r.memory}`,
    ours,
    published: f.unit === 'ms' ? f.value / 1000 : f.value,
    ...(measured ? { roof: 'at least' as const } : {}),
    rule: { why: kind === 'cache' ? TWICE : MODULES, value: theirs },
  };
}

const SEVERAL = 'a time on several devices: the engine’s roofline is of one';
const TWICE = 'theirs reads and writes the whole cache for each token, without scales';
const MODULES =
  'theirs times attention and feed-forward part as one operation each, no activation function or scale, the whole embedding, the cache read and written, and LLaMA’s two matrices of 4 × the width';

function kindOf(quantity: string): 'prefill' | 'decode' | 'all tokens' | 'total' | 'cache' | undefined {
  if (quantity === 'kv_cache_latency') return 'cache';
  if (/^prefill.latency/.test(quantity)) return 'prefill';
  if (/^total_decode_latency/.test(quantity)) return 'all tokens';
  if (/^decode/.test(quantity) && /latency/.test(quantity)) return 'decode';
  return /^total.latency/.test(quantity) ? 'total' : undefined;
}

function scenarioOf(r: Run, phase: Scenario['phase']): Scenario {
  return at({
    phase,
    prompt: PROMPT,
    context: PROMPT,
    weights: PRECISION[r.weightBits]!,
    activations: PRECISION[r.activationBits]!,
    cache: PRECISION[r.activationBits]!,
  });
}

function seconds(b: Built, r: Run, phase: Scenario['phase']): number {
  const shares = { compute: r.compute, memory: r.memory };
  return roofline(b.model, b.costs, scenarioOf(r, phase), r.device, shares).seconds.value ?? Number.NaN;
}

function cacheBytes(b: Built, r: Run, context: number): number {
  return cache(context, { cache: PRECISION[r.activationBits]! })(b);
}

/** Its time of one forward pass over so many tokens (`get_latency_fwd`). */
function forward(r: Run, tokens: number): number {
  const [h, layers, heads, words] = THEIRS[r.config]!;
  const peak = r.device.peaks.fp16! * (16 / r.activationBits) * r.compute;
  const bandwidth = r.device.bytesPerSecond * r.memory;
  const byte = r.activationBits / 8;
  const part = (flops: number, matrices: number, activations: number) =>
    Math.max(flops / peak, ((matrices * h * h * r.weightBits) / 8 + activations) / bandwidth);
  const attention = part(
    8 * tokens * h * h + 4 * tokens * tokens * h,
    4,
    Math.max(3 * byte * tokens * h, 2 * heads * tokens * tokens * byte),
  );
  const feed = part(16 * tokens * h * h, 8, 4 * byte * tokens * h);
  const norm = Math.max((5 * tokens * h) / peak, (4 * tokens * h) / bandwidth);
  const embedding = (2 * words * h) / bandwidth;
  return layers * (attention + feed + 2 * norm) + embedding + (2 * tokens * words * h) / peak;
}

/** Keys and values of all tokens, read and written. */
function cacheTime(r: Run, generate: number): number {
  const [h, layers] = THEIRS[r.config]!;
  const bytes = (2 * layers * h * (PROMPT + generate) * r.activationBits) / 8;
  return (2 * bytes) / (r.device.bytesPerSecond * r.memory);
}
