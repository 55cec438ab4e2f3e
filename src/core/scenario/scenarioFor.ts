import type { Model } from '../model/model';
import type { Scenario } from './scenario';
import { DEFAULT_SCENARIO } from './scenario';

/**
 * A full scenario for this model: the defaults, those that its own `generation_config.json` sets, what was asked for, and prompt and context cut to the model's own longest
 * sequence. Counts that are no whole number >= 0 fall back to their defaults.
 */
export function scenarioFor(model: Pick<Model, 'facts'>, wanted: Partial<Scenario> = {}): Scenario {
  const asked: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(wanted)) if (value !== undefined) asked[key] = value;
  const merged = { ...DEFAULT_SCENARIO, ...model.facts.generation, ...asked } as Scenario;
  const longest = model.facts.maximumPositions ?? Infinity;
  const context = Math.min(count(merged.context, DEFAULT_SCENARIO.context), longest);
  return {
    ...merged,
    batch: count(merged.batch, DEFAULT_SCENARIO.batch),
    prompt: Math.min(count(merged.prompt, DEFAULT_SCENARIO.prompt), longest),
    context,
    source: Math.min(count(merged.source, DEFAULT_SCENARIO.source), longest),
  };
}

function count(value: number, otherwise: number): number {
  return Number.isFinite(value) && value >= 0 ? Math.floor(value) : otherwise;
}
