/**
 * Memory and compute of training, beside the estimate of inference. Bytes per parameter of mixed-precision Adam as ZeRO
 * (arXiv 1910.02054, section 3.1) counts them: 2 weights, 2 gradients, 4 + 4 + 4 master weights and two moments.
 */
import { energyOf } from './energy';
import type { Quantity } from './quantity';

const NUMBER = new Intl.NumberFormat('en-US');
const n = (value: number) => NUMBER.format(Math.round(value * 1000) / 1000);

/** Bytes that an optimizer keeps per trained parameter beside weight and gradient. */
export interface Optimizer {
  readonly name: string;
  /** Bytes of moments per parameter. */
  readonly moments: number;
  /** Bytes of the 32-bit copy that updates are added to. */
  readonly master: number;
  readonly source: string;
}

export const OPTIMIZERS = {
  adam: { name: 'Adam, mixed precision', moments: 8, master: 4, source: 'ZeRO, arXiv 1910.02054' },
  adam8bit: {
    name: '8-bit Adam, one fp32 scale per 256 values',
    moments: 2 + (2 * 4) / 256,
    master: 4,
    source: 'arXiv 2110.02861',
  },
  lion: { name: 'Lion, one fp32 momentum', moments: 4, master: 4, source: 'arXiv 2302.06675' },
  sgd: { name: 'SGD without momentum', moments: 0, master: 4, source: 'definition' },
  /** FP8-LM: 8-bit gradient and first moment, 16-bit second moment and master weight: 2 + 1 + 1 + 2 bytes. */
  fp8: { name: 'FP8-LM', moments: 3, master: 2, source: 'arXiv 2310.18313' },
} as const satisfies Readonly<Record<string, Optimizer>>;

/** How a model is trained. */
export interface TrainingPlan {
  /** Parameters of the model that are only read (frozen), and the bytes they take. */
  readonly frozen: { readonly parameters: number; readonly bytes: number };
  /** Parameters that are trained. */
  readonly trained: number;
  readonly optimizer: Optimizer;
  /** Bytes of a weight and of a gradient in use; 2 and 2 in mixed precision. */
  readonly weightBytes?: number;
  readonly gradientBytes?: number;
  /** ZeRO stage: 1 shards the optimizer, 2 gradients too, 3 weights too. */
  readonly stage?: 0 | 1 | 2 | 3;
  readonly devices?: number;
  /** What leaves the device for host memory. */
  readonly offload?: 'none' | 'optimizer and gradients';
}

/** Model state per device: weights, gradients, optimizer. */
export function modelState(p: TrainingPlan): Quantity {
  const devices = Math.max(1, p.devices ?? 1);
  const stage = p.stage ?? 0;
  const w = p.weightBytes ?? 2;
  const g = p.gradientBytes ?? 2;
  const o = p.optimizer.moments + p.optimizer.master;
  const hosted = p.offload === 'optimizer and gradients';
  const frozen = stage >= 3 ? p.frozen.bytes / devices : p.frozen.bytes;
  const weights = (w * p.trained) / (stage >= 3 ? devices : 1);
  const gradients = hosted ? 0 : (g * p.trained) / (stage >= 2 ? devices : 1);
  const optimizer = hosted ? 0 : (o * p.trained) / (stage >= 1 ? devices : 1);
  const share = (from: 1 | 2 | 3) => (stage >= from && devices > 1 ? ` / ${devices}` : '');
  const terms = [
    ...(p.frozen.bytes > 0 ? [`${n(p.frozen.bytes)} B frozen${share(3)}`] : []),
    `${n(p.trained)} trained × (${w} weight${share(3)}${hosted ? '' : ` + ${g} gradient${share(2)} + ${n(o)} optimizer${share(1)}`}) B`,
  ];
  return {
    value: Math.round(frozen + weights + gradients + optimizer),
    unit: 'bytes',
    certainty: 'estimated',
    formula: terms.join(' + '),
    reason: 'model state only: buffers, fragmentation and activations are not in it',
  };
}

/** Sizes of a stack of equal transformer layers for the activations that backward needs. */
export interface LayerSizes {
  readonly layers: number;
  readonly hidden: number;
  readonly inner: number;
  readonly heads: number;
  readonly gates: 2 | 3;
  readonly batch: number;
  readonly sequence: number;
}

export type Checkpointing = 'none' | 'selective' | 'full';

/**
 * Bytes of activations kept for the backward pass, 16-bit with 1-byte dropout masks: per layer
 * s·b·(18·h + (4·g - 4)·f + 5·heads·s), which for g = 2 and f = 4h is Korthikanti's s·b·h·(34 + 5·a·s/h) (arXiv
 * 2205.05198, equation 1). `selective` keeps no scores; `full` keeps each layer's input and one layer's worth of the rest.
 */
export function keptActivations(s: LayerSizes, how: Checkpointing): Quantity {
  const tokens = s.batch * s.sequence;
  const linear = 18 * s.hidden + (4 * s.gates - 4) * s.inner;
  const scores = 5 * s.heads * s.sequence;
  const layer = tokens * (linear + (how === 'selective' ? 0 : scores));
  const value = how === 'full' ? 2 * s.layers * tokens * s.hidden + layer : s.layers * layer;
  const body = `${n(tokens)} tokens × (18 × ${n(s.hidden)} + ${4 * s.gates - 4} × ${n(s.inner)}${how === 'selective' ? '' : ` + 5 × ${s.heads} × ${n(s.sequence)}`})`;
  return {
    value,
    unit: 'bytes',
    certainty: 'estimated',
    formula:
      how === 'full'
        ? `2 B × ${s.layers} layers × ${n(tokens)} × ${n(s.hidden)} + one layer ${body}`
        : `${s.layers} layers × ${body} B`,
    reason: 'by the count of arXiv 2205.05198, generalised to gated feed-forward parts',
  };
}

/** Training FLOPs for so many tokens: 6 per parameter and token, 4 with frozen weights, 8 when forward runs twice. */
export function trainingFlops(multiplied: number, tokens: number, perParameter: 4 | 6 | 8 = 6): Quantity {
  return {
    value: perParameter * multiplied * tokens,
    unit: 'FLOPs',
    certainty: 'estimated',
    formula: `${perParameter} × ${n(multiplied)} multiplied parameters × ${n(tokens)} tokens`,
    reason: 'attention scores are left out',
  };
}

/** Published optimum of training compute: about 20 tokens per parameter (Chinchilla, arXiv 2203.15556). */
export const TOKENS_PER_PARAMETER = 20;

/** Tokens that a model of this size is trained on at the compute optimum. */
export function optimalTokens(multiplied: number): Quantity {
  return {
    value: TOKENS_PER_PARAMETER * multiplied,
    unit: 'tokens',
    certainty: 'estimated',
    formula: `${TOKENS_PER_PARAMETER} × ${n(multiplied)} multiplied parameters`,
    reason: 'published fits span about 15 to 25 tokens per parameter',
  };
}

/** What energy figures assume of the machine. */
export interface EnergyAssumptions {
  /** Dense peak of the type used, operations per second. */
  readonly peak: number;
  readonly watts: number;
  /** Share of the peak that training reaches. */
  readonly utilisation: number;
  /** Power of the data centre over that of the device. */
  readonly pue: number;
}

/** Joules of so many FLOPs at the assumed rate and power. */
export function trainingEnergy(flops: Quantity, a: EnergyAssumptions): Quantity {
  if (flops.value === null) return { ...flops, unit: 'joules' };
  const seconds: Quantity = {
    value: flops.value / (a.peak * a.utilisation),
    unit: 'seconds',
    certainty: 'estimated',
    formula: `${flops.value.toExponential(3)} FLOPs / (${a.peak.toExponential(3)} FLOP/s × ${a.utilisation})`,
  };
  return {
    ...energyOf(seconds, a.watts, 'the device', a.pue),
    formula: `${seconds.formula} × ${a.watts} W × PUE ${a.pue}`,
    reason: 'assumed utilisation and PUE; tens of per cent off is normal',
  };
}

/** Trainable parameters of LoRA on matrices of these shapes: rank × (rows + columns) each. */
export function loraParameters(
  matrices: readonly { readonly shape: readonly number[]; readonly copies: number }[],
  rank: number,
): number {
  let sum = 0;
  for (const m of matrices) {
    const columns = m.shape.at(-1) ?? 0;
    const rows = m.shape.at(-2) ?? 0;
    const stack = m.shape.slice(0, -2).reduce((a, b) => a * b, 1);
    sum += rank * (rows + columns) * stack * m.copies;
  }
  return sum;
}
