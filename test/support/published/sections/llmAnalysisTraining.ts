/** Training times at a given share of the devices' peak, and the largest batches that fit, by llm-analysis. */
import { keptActivations } from '../../../../src/core/costs/training';
import { phasePeak } from '../../../../src/core/costs/memory';
import { deviceOf } from '../../../../src/core/hardware/devices';
import type { Built, Claim, Measure } from '../claim';
import type { Figure } from '../figure';
import { at, cache, parameters, prefillMacs, weights } from '../measures';
import type { Run } from './llmAnalysisRun';
import {
  GATED,
  MODELS,
  PRECISION,
  TIED,
  embedding,
  layerSizes,
  layers,
  recomputed,
  runOf,
  share,
  stage,
} from './llmAnalysisRun';

/** What a training run is: tokens in all, sequences of one iteration, devices and what each reaches, FLOP/s. */
interface Training {
  readonly names: readonly [ours: string, theirs: string];
  readonly run: Run;
  readonly tokens: number;
  readonly global: number;
  readonly devices: number;
  readonly reached: number;
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'LLaMA-7B': 'llama-7b',
  'LLaMA-13B': 'llama-13b',
  'LLaMA-33B': 'llama-30b',
  'LLaMA-65B': 'llama-65b',
  'facebook_opt-175b': 'megatron-lm-175b',
  'mt-nlg-530b': 'megatron-lm-530b',
  'MT-NLG 530B': 'megatron-lm-530b',
};

const DAY = 86400;
const HOUR = 3600;

function trainingOf(f: Figure): Training | undefined {
  const c = f.conditions;
  const names = MODELS[OTHER_NAMES[f.model] ?? f.model];
  if (!names) return undefined;
  const number = (pattern: RegExp) => Number(pattern.exec(c)?.[1]?.replaceAll(',', '') ?? Number.NaN);
  if (f.source.includes('outputs_train')) {
    const id = /^(a100-sxm-40gb|a100-sxm-80gb|h100-sxm)/.exec(c)![1]!;
    return {
      names,
      run: runOf(f),
      tokens: number(/total tokens ([\de+.]+)/),
      global: number(/global batch ([\d,]+)/),
      devices: number(/gpus (\d+)/),
      reached: deviceOf(id)!.peaks.fp16! * number(/-fe([\d.]+)-/),
    };
  }
  const run: Run = { ...runOf(f), sequence: 2048 };
  if (f.model === 'MT-NLG 530B') return megatronTuring(f, names, run);
  if (f.quantity.startsWith('training GPU-hours'))
    return {
      names,
      run: { ...run, recompute: 'SELECTIVE' },
      tokens: /LLaMA-(7|13)B/.test(f.model) ? 1e12 : 1.4e12,
      global: Number.NaN,
      devices: 2048,
      // What was measured is held against the whole peak, what was computed against the half that it assumed.
      reached: f.quantity.includes('REPORTED') ? PEAK : PEAK / 2,
    };
  const reached = number(/achieved TFLOPS (\d+)/) || number(/(\d+) TFLOP\/s/);
  const devices = number(/gpus (\d+)/) || number(/^(\d+) A100/);
  if (!/training (days|time)/.test(f.quantity) || Number.isNaN(reached)) return undefined;
  return {
    names,
    run: { ...run, recompute: 'FULL' },
    tokens: 300e9,
    global: Number.NaN,
    devices,
    reached: reached * 1e12,
  };
}

/** Dense 16-bit peak of an A100. */
const PEAK = 312e12;

/** Devices of MT-NLG's runs with the seconds of an iteration and TFLOP/s a device that its paper reports. */
const MT_NLG: Readonly<Record<number, readonly [seconds: number, tera: number]>> = {
  2240: [60.1, 126],
  2800: [50.2, 121],
  3360: [44.4, 113],
};

function megatronTuring(f: Figure, names: Training['names'], run: Run): Training {
  const devices = Number(/(\d{4}) A100/.exec(f.conditions)![1]);
  const [, tera] = MT_NLG[devices]!;
  return {
    names,
    run: { ...run, recompute: 'FULL', batch: 1, tp: 8, pp: 35, dp: devices / 280 },
    tokens: Number.NaN,
    global: 1920,
    devices,
    reached: f.quantity.includes('reported') ? tera * 1e12 : PEAK,
  };
}

/** What a device reached in MT-NLG's iterations of the reported length, as FLOP/s or a share of the peak. */
function reachedClaim(f: Figure, t: Training): Claim {
  const [seconds] = MT_NLG[t.devices]!;
  const share = f.unit === 'ratio';
  return {
    kind: 'compared',
    of: { config: t.names[0] },
    what: `${share ? 'share of the peak' : 'FLOP/s'} that ${t.devices.toLocaleString('en-US')} devices reach in iterations of ${seconds} s`,
    ours: (b) =>
      (perToken(b, t.run) * t.global * t.run.sequence) / (t.devices * seconds) / (share ? PEAK : 1),
    published: share ? f.value : f.value * 1e12,
  };
}

/** Matrix FLOPs of a token: forward, twice that backward, and forward again where layers are recomputed. */
function perToken(b: Built, r: Run): number {
  return (2 * (r.recompute === 'FULL' ? 4 : 3) * prefillMacs(r.sequence)(b)) / r.sequence;
}

export function trainingTimeClaim(f: Figure): Claim | undefined {
  const t = trainingOf(f);
  if (!t) return undefined;
  if (/FLOPS efficiency|achieved TFLOP/.test(f.quantity)) return reachedClaim(f, t);
  const all = t.tokens / (t.devices * t.reached);
  const iteration = (t.global * t.run.sequence) / (t.devices * t.reached);
  const split = t.run.stage3 ? 1 : t.run.tp * t.run.pp;
  const micro = (t.run.batch * t.run.sequence) / (split * t.reached);
  const kinds: Readonly<Record<string, readonly [what: string, tokens: number, unit: number]>> = {
    latency_per_micro_batch: ['seconds of a micro-batch', micro, 1],
    latency_per_iter: ['seconds of an iteration', iteration, 1],
    'latency per iteration llm-analysis ideal': ['seconds of an iteration', iteration, 1],
    'latency per iteration llm-analysis (reported TFLOPS)': ['seconds of an iteration', iteration, 1],
    'latency per iteration REPORTED': ['seconds of an iteration', iteration, 1],
    'training GPU-hours REPORTED (LLaMA paper)': ['device hours of the training', all * t.devices, HOUR],
    total_training_latency: ['seconds of the training', all, 1],
    gpu_hours: ['device hours of the training', all * t.devices, HOUR],
    'training GPU-hours llm-analysis': ['device hours of the training', all * t.devices, HOUR],
    'training days (300B tokens) EXPECTED': ['days of the training', all, DAY],
    'training time using FLOPs': ['days of the training', all, DAY],
  };
  const kind = kinds[f.quantity];
  if (!kind) return undefined;
  const [what, time, unit] = kind;
  // Whole micro-batches in an iteration, whole iterations in the training.
  const steps = t.global / (t.run.batch * t.run.dp);
  const count = Math.floor(t.tokens / (t.global * t.run.sequence));
  const whole = {
    latency_per_micro_batch: 1,
    latency_per_iter: steps,
    'latency per iteration llm-analysis ideal': steps,
    'latency per iteration llm-analysis (reported TFLOPS)': steps,
    total_training_latency: steps * count,
    gpu_hours: (steps * count * t.devices) / HOUR,
  }[f.quantity];
  const why = f.model.startsWith('llama') || f.model.startsWith('LLaMA') ? GATED : TIED;
  return {
    kind: 'compared',
    of: { config: t.names[0] },
    what: `${what} at ${Math.round(t.reached / 1e9) / 1e3} TFLOP/s a device, ${t.devices.toLocaleString('en-US')} devices`,
    ours: (b) => (perToken(b, t.run) * time) / unit,
    published: f.value,
    ...(f.quantity.includes('REPORTED') ? { roof: 'at least' as const } : {}),
    rule: {
      why: `${why}; it recomputes ${t.run.recompute === 'FULL' ? 'all but the head' : 'attention’s products'}, and takes whole iterations`,
      value: (b) =>
        whole === undefined
          ? (recomputed({ ...t.run, batch: 1 })(b) / t.run.sequence) * (time / unit)
          : (recomputed(t.run)(b) / (split * t.reached)) * whole,
      of: { config: t.names[1] },
    },
  };
}

/** The largest batch whose activations, and cache, fit beside the weights. */
export function batchClaim(f: Figure): Claim {
  const r = runOf(f);
  const names = MODELS[f.model]!;
  const device = deviceOf(/40gb/.test(f.conditions) ? 'a100-sxm-40gb' : 'a100-sxm-80gb')!;
  const kind = /^(prefill|decode)/.exec(f.quantity)?.[1] as 'prefill' | 'decode' | undefined;
  const held = (m: number, one: number) => Math.floor(m / one);
  // Its GB are decimal here.
  const memory = Math.round(device.memoryBytes / 2 ** 30) * 1e9;
  const tokens = r.sequence + r.generate;
  const bits = PRECISION[r.cacheBits]!;
  const ours: Measure = (b) => {
    if (!kind) {
      const how = r.recompute === 'FULL' ? ('full' as const) : ('selective' as const);
      const state = (16 * parameters(b)) / (r.stage3 ? r.dp : r.tp * r.pp);
      return held(
        device.memoryBytes - state,
        keptActivations(layerSizes(b, 1, r.sequence), how).value! / r.tp,
      );
    }
    const scenario = at({ prompt: r.sequence, context: r.sequence, activations: bits, phase: kind });
    const peak = phasePeak(b.model, b.costs, scenario, kind)!.bytes;
    const kept = kind === 'decode' ? cache(tokens, { cache: bits })(b) : 0;
    return held(device.memoryBytes - weights(PRECISION[r.weightBits]!)(b) / r.tp, peak + kept / r.tp);
  };
  return {
    kind: 'compared',
    of: { config: names[0] },
    what: kind
      ? `most sequences beside weights of ${r.weightBits} bits, ${kind === 'prefill' ? `prompts of ${r.sequence}` : `caches of ${tokens} tokens in ${r.cacheBits} bits`}${share(r.tp)}`
      : `most sequences of ${r.sequence} in training${share(r.stage3 ? r.dp : r.tp * r.pp)}`,
    ours,
    published: f.value,
    rule: {
      why: 'theirs holds the inputs of every layer at once, counts the memory in decimal GB, and has weights, scales and state by its own rules above',
      value: (b) => held(memory - stored(b, r), one(b, r, kind, tokens)),
      of: { config: names[1] },
    },
  };
}

/** Its weights, and in training its gradients and optimizer state, on one device. */
function stored(b: Built, r: Run): number {
  if (r.generate > 0) return ((layers(b) * r.weightBits) / 8 + 2 * embedding(b)) / r.tp;
  if (r.stage3) return (20 * layers(b)) / r.dp + 2 * embedding(b);
  return (20 * stage(b, r.pp)) / r.tp + (2 * embedding(b)) / r.tp;
}

/** What one sequence holds by its count. */
function one(b: Built, r: Run, kind: 'prefill' | 'decode' | undefined, context: number): number {
  const tokens = kind === 'decode' ? 1 : r.sequence;
  const { layers: count, hidden, heads } = layerSizes(b, 1, tokens);
  if (!kind) return ((r.recompute === 'FULL' ? 2 : 37) * tokens * hidden * count) / r.tp;
  const byte = r.cacheBits / 8;
  const attention = tokens * hidden * (1 + 4 / r.tp) + (2 * heads * tokens * tokens) / r.tp;
  const feed = tokens * hidden * (1 + 8 / r.tp);
  const activations = count * (byte * (attention + feed) + 4 * tokens * hidden);
  return activations + (kind === 'decode' ? (2 * count * hidden * context * byte) / r.tp : 0);
}
