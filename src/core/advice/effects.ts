import type { Estimate } from '../costs/estimate';
import type { Quantity } from '../costs/quantity';
import { num } from '../costs/text';
import type { Scenario } from '../scenario/scenario';
import type { Effect, EffectKind } from './verdict';

/** Changes smaller than this share are not worth a line. */
const NOTICED = 0.0005;

/** Every headline figure that differs between two estimates, gains and losses alike; `reads`: of a decode step, before and after. */
export function compare(
  before: Estimate,
  after: Estimate,
  b: Scenario,
  a: Scenario = b,
  reads?: readonly [Quantity, Quantity],
): Effect[] {
  const both = (x: number, y: number) => num(x) + (x === y ? '' : ` → ${num(y)}`);
  const context = `${both(b.context, a.context)} tokens`;
  const rows: (readonly [EffectKind, string, Quantity, Quantity])[] = [
    ['parameters', 'Parameters', before.parameters.distinct, after.parameters.distinct],
    ['active', 'Active parameters', before.parameters.active, after.parameters.active],
    ['weights', 'Weights', before.weights.scenario, after.weights.scenario],
    ['cachePerToken', 'Cache per token', before.cache.bytesPerToken, after.cache.bytesPerToken],
    ['cache', `Cache at ${context}`, before.cache.bytesAtContext, after.cache.bytesAtContext],
    ['state', 'Constant state', before.cache.stateBytes, after.cache.stateBytes],
    [
      'prefill',
      `FLOPs to read ${both(b.prompt, a.prompt)} tokens`,
      before.compute.prefill.matrixFlops,
      after.compute.prefill.matrixFlops,
    ],
    [
      'decode',
      `FLOPs per token at ${context}`,
      before.compute.decode.matrixFlops,
      after.compute.decode.matrixFlops,
    ],
    ...(reads ? [['reads', 'Bytes read per token', ...reads] as const] : []),
    ['activations', 'Peak activations', before.memory.peakActivations, after.memory.peakActivations],
    ['memory', 'Memory in all', before.memory.total, after.memory.total],
  ];
  const effects: Effect[] = [];
  for (const [kind, quantity, x, y] of rows) {
    const e = effectOf(kind, quantity, x, y);
    if (e) effects.push(e);
  }
  const active = effects.findIndex((e) => e.kind === 'active');
  const all = effects.find((e) => e.kind === 'parameters');
  // Of a dense model both are one number.
  if (
    active >= 0 &&
    all &&
    effects[active]!.after.value === all.after.value &&
    effects[active]!.before.value === all.before.value
  )
    effects.splice(active, 1);
  return effects;
}

/** A difference as an effect; undefined when both sides are equal, nearly equal or unknown. */
export function effectOf(
  kind: EffectKind,
  quantity: string,
  before: Quantity,
  after: Quantity,
): Effect | undefined {
  if (before.value === null || after.value === null) return undefined;
  const larger = Math.max(Math.abs(before.value), Math.abs(after.value));
  if (larger === 0 || Math.abs(after.value - before.value) / larger < NOTICED) return undefined;
  return {
    quantity,
    kind,
    before,
    after,
    ...(before.value > 0 ? { ratio: after.value / before.value } : {}),
    direction: after.value < before.value ? 'gain' : 'loss',
  };
}

/** A figure that has nothing to be compared with. */
export function fact(kind: EffectKind, quantity: string, value: Quantity): Effect {
  return { quantity, kind, before: value, after: value, direction: 'fact' };
}
