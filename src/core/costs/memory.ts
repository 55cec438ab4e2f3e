/** Peak activations and the whole of the memory under a scenario. */
import { blockPath } from '../model/model';
import type { Model } from '../model/model';
import { typeName } from '../model/operator';
import { bindScenario } from '../scenario/bind';
import type { Scenario } from '../scenario/scenario';
import { noDecode, unknownPlaces } from './compute';
import type { Costs } from './costModel';
import type { Estimate, PeakMoment } from './estimate';
import { activationBits, peakOf } from './liveness';
import type { Peak } from './liveness';
import { PRECISIONS } from './precisions';
import type { Quantity } from './quantity';
import { unknown, worst } from './quantity';
import { num } from './text';

/** The larger peak of prefill and decode: memory has to hold both. */
export function memoryOf(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  weights: Quantity,
  cache: Estimate['cache'],
): Estimate['memory'] {
  const larger = largerPeak(model, costs, scenario);
  const peakActivations = typeof larger === 'string' ? unknown('bytes', larger) : peakQuantity(model, larger);
  return {
    peakActivations,
    total: total(weights, cache, peakActivations),
    ...(typeof larger === 'string' ? {} : { peak: momentOf(model, larger) }),
  };
}

function momentOf(model: Model, { phase, peak }: PhasePeak): PeakMoment {
  const op = model.operators[peak.operator];
  return {
    phase,
    ...(op ? { operator: { name: op.name, type: typeName(op), block: blockPath(model, op.block) } } : {}),
    bytes: peak.bytes,
    alive: peak.alive.map((a) => ({ name: model.values[a.value]!.name, bytes: a.bytes })),
  };
}

/** Peaks kept for each model: a curve and a bar chart ask for the same ones again. */
const MOST_KEPT = 256;
const KNOWN = new WeakMap<Costs, Map<string, Peak>>();

/** The peak of one phase with its moment; undefined when the model has no operators. */
export function phasePeak(
  model: Model,
  costs: Costs,
  scenario: Scenario,
  phase: Scenario['phase'],
): Peak | undefined {
  if (!costs.liveness || model.operators.length === 0) return undefined;
  const bits = computeBits(model, scenario);
  const bindings = bindScenario(model, { ...scenario, phase });
  const kept = KNOWN.get(costs) ?? new Map<string, Peak>();
  KNOWN.set(costs, kept);
  const key = `${bits} ${JSON.stringify(bindings)}`;
  let peak = kept.get(key);
  if (!peak) {
    peak = peakOf(model, costs.liveness, bindings, activationBits(model.dtype, bits));
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, peak);
  }
  return peak;
}

/** Bits of a floating activation where the scenario decides them; undefined: as the values are declared. */
export function computeBits(model: Model, scenario: Scenario): number | undefined {
  const wanted =
    scenario.activations === 'auto' ? autoBits(model, scenario) : PRECISIONS[scenario.activations];
  return wanted && (wanted.blockBytes * 8) / wanted.block;
}

/** Activations follow the weights' compute type: what is stored in fewer than 16 bits is computed in 16. */
function autoBits(model: Model, scenario: Scenario): (typeof PRECISIONS)[string] | undefined {
  if (model.format === 'onnx') return undefined;
  if (scenario.weights === 'fp32' || scenario.weights === 'tf32') return PRECISIONS['fp32'];
  if (scenario.weights !== 'stored') return PRECISIONS['bf16'];
  return undefined;
}

interface PhasePeak {
  readonly phase: Scenario['phase'];
  readonly peak: Peak;
}

/** The phase that needs more, or why that cannot be told. */
function largerPeak(model: Model, costs: Costs, scenario: Scenario): PhasePeak | string {
  const places = unknownPlaces(model, bindScenario(model, { ...scenario, phase: 'prefill' }));
  if (places) return places;
  const prefill = phasePeak(model, costs, scenario, 'prefill');
  if (!prefill) return 'there are no operators to run';
  const decode = noDecode(model, costs) ? undefined : phasePeak(model, costs, scenario, 'decode');
  const larger: PhasePeak =
    decode && decode.bytes > prefill.bytes
      ? { phase: 'decode', peak: decode }
      : { phase: 'prefill', peak: prefill };
  const { peak } = larger;
  return peak.unknown > 0 && peak.unknown === peak.pieces ? 'no activation has a known size' : larger;
}

function peakQuantity(model: Model, { phase, peak }: PhasePeak): Quantity {
  const op = model.operators[peak.operator];
  const shown = peak.alive.slice(0, 6).map((a) => `${model.values[a.value]!.name} ${num(a.bytes)} B`);
  const more = peak.alive.length - shown.length;
  const formula =
    `in ${phase}, while ${op ? `${op.type} "${op.name}"` : 'nothing'} runs: ` +
    `${shown.join(' + ') || '0 B'}${more > 0 ? ` + ${more} more` : ''} = ${num(peak.bytes)} B`;
  const base = { value: peak.bytes, unit: 'bytes' as const, formula };
  if (peak.unknown > 0)
    return {
      ...base,
      certainty: 'lower bound',
      reason: `${num(peak.unknown)} of ${num(peak.pieces)} activations have no known size`,
    };
  return {
    ...base,
    certainty: 'estimated',
    reason:
      'by liveness in file order: views share memory, element-by-element operators write in place, attention stores no scores; an engine’s allocator adds its own',
  };
}

function total(weights: Quantity, cache: Estimate['cache'], peak: Quantity): Quantity {
  const parts: readonly (readonly [string, Quantity])[] = [
    ['weights', weights],
    ['cache', cache.bytesAtContext],
    ['state', cache.stateBytes],
    ['activations', peak],
  ];
  const known = parts.filter(([, q]) => q.value !== null);
  const missing = parts.filter(([, q]) => q.value === null).map(([name]) => name);
  if (weights.value === null || known.length === 0)
    return unknown('bytes', weights.reason ?? 'nothing is known');
  const value = known.reduce((sum, [, q]) => sum + q.value!, 0);
  const formula = `${known.map(([name, q]) => `${name} ${num(q.value!)}`).join(' + ')} = ${num(value)} B`;
  if (missing.length > 0)
    return {
      value,
      unit: 'bytes',
      certainty: 'lower bound',
      formula,
      reason: `${missing.join(' and ')} unknown`,
    };
  const certainty = worst(...parts.map(([, q]) => q.certainty));
  const reasons = [...new Set(parts.map(([, q]) => q.reason).filter((r) => r !== undefined))];
  return {
    value,
    unit: 'bytes',
    certainty,
    formula,
    ...(reasons.length > 0 ? { reason: reasons.join('; ') } : {}),
  };
}
