/** Weights and cache of one device when tensor parallelism splits a model over several (Megatron-LM, arXiv 1909.08053). */
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Scenario } from '../scenario/scenario';
import { cacheOnDevice } from './cacheBytes';
import type { Costs } from './costModel';
import type { Quantity } from './quantity';
import { unknown, worst } from './quantity';
import type { TensorClass } from './tensorClass';
import { tensorClasses } from './tensorClass';
import { num } from './text';
import { isStored } from './storedBytes';
import { weightBytesById } from './weightBytes';

/** What one device holds; activations are not split here. */
export interface PerDevice {
  readonly devices: number;
  readonly weights: Quantity;
  readonly cache: Quantity;
  readonly state: Quantity;
  readonly total: Quantity;
}

/** Split by rows or columns, or by the vocabulary. */
const SPLIT: ReadonlySet<TensorClass> = new Set(['matrix', 'expert', 'embedding', 'head']);
const KEYS_OR_VALUES = /(^|[._/])(k_proj|v_proj)([._/]|$)/;
/** Down-projections to a latent that all heads share. */
const SHARED = /(^|[._/])(kv_a_proj(_with_mqa)?|q_a_proj)([._/]|$)/;

export function perDevice(model: Model, costs: Costs, scenario: Scenario): PerDevice | undefined {
  const devices = scenario.tensorParallel ?? 1;
  if (devices <= 1) return undefined;
  const weights = weightsOnDevice(model, scenario, devices);
  const { cache, state } = cacheOnDevice(model, costs, scenario, devices);
  return { devices, weights, cache, state, total: sum(weights, cache, state) };
}

function weightsOnDevice(model: Model, scenario: Scenario, devices: number): Quantity {
  if (model.format === 'onnx') return unknown('bytes', 'a graph runs as it is, on one device');
  const sizes = weightBytesById(model, scenario.weights);
  const classes = tensorClasses(model);
  const kvHeads = model.facts.attention?.find((a) => a.kvHeads !== undefined)?.kvHeads;
  let split = 0;
  let held = 0;
  let whole = 0;
  for (let id = 0; id < model.weights.length; id++) {
    const w = model.weights[id]!;
    if (!isStored(w)) continue;
    const own = sizes[id];
    if (own === undefined) return unknown('bytes', `the bytes of "${w.name}" are unknown`);
    const bytes = own * repeatsOf(model, w.block);
    if (!SPLIT.has(classes[id]!) || SHARED.test(w.name)) whole += bytes;
    else {
      split += bytes;
      const few = KEYS_OR_VALUES.test(w.name) && kvHeads !== undefined && kvHeads < devices;
      held += few ? bytes / kvHeads : bytes / devices;
    }
  }
  const value = Math.ceil(held + whole);
  return {
    value,
    unit: 'bytes',
    certainty: 'estimated',
    formula: `matrices ${num(split)} B over ${num(devices)} devices = ${num(Math.ceil(held))} B + held by all ${num(whole)} B = ${num(value)} B`,
    reason:
      'matrices, experts and vocabulary are split evenly; norms, routers, convolutions and down-projections to a latent are held by every device; engines pad some',
  };
}

function sum(...parts: readonly Quantity[]): Quantity {
  const lost = parts.find((p) => p.value === null);
  if (lost) return unknown('bytes', lost.reason ?? 'a part is unknown');
  const value = parts.reduce((all, p) => all + p.value!, 0);
  return {
    value,
    unit: 'bytes',
    certainty: worst('estimated', ...parts.map((p) => p.certainty)),
    formula: `${parts.map((p) => num(p.value!)).join(' + ')} = ${num(value)} B`,
    reason: 'activations and the engine’s own buffers come on top',
  };
}
