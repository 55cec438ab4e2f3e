import type { Scenario } from './scenario';
import { DEFAULT_SCENARIO } from './scenario';

/** The keys of a scenario that hold counts. */
const COUNTS = ['batch', 'prompt', 'context', 'source', 'tensorParallel'] as const;
const IDS = ['weights', 'activations', 'cache', 'device'] as const;
const ENGINES: readonly Scenario['engine'][] = [
  'ideal',
  'transformers',
  'llama.cpp',
  'llama.cpp-unified',
  'vllm',
];
const PHASES: readonly Scenario['phase'][] = ['prefill', 'decode'];

/** No count of a scenario is larger: beyond it products of two are no longer whole numbers. */
const MOST = 2 ** 40;
const MOST_DIMS = 200;
const LONGEST_ID = 200;

/** A part of a scenario, still to be checked against the precisions and devices that there are. */
export type WantedScenario = { -readonly [K in keyof Scenario]?: Scenario[K] };

/**
 * What a stored value or a message from a page says of a scenario: only keys that a scenario has, each of its type; the
 * rest is left out. Never throws.
 */
export function checkScenario(value: unknown): WantedScenario {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Partial<Record<keyof Scenario, unknown>>;
  const wanted: WantedScenario = {};
  for (const key of COUNTS) if (isCount(given[key])) wanted[key] = given[key];
  for (const key of IDS) if (isId(given[key])) wanted[key] = given[key];
  const engine = ENGINES.find((e) => e === given.engine);
  if (engine) wanted.engine = engine;
  const phase = PHASES.find((p) => p === given.phase);
  if (phase) wanted.phase = phase;
  if (typeof given.dims === 'object' && given.dims !== null) {
    const dims = Object.entries(given.dims).filter(([name, size]) => isId(name) && isCount(size));
    wanted.dims = Object.fromEntries(dims.slice(0, MOST_DIMS)) as Record<string, number>;
  }
  return wanted;
}

/** Keys that a model's own `generation_config.json` may set: asked for, they stay, be it the default. */
const OF_THE_MODEL: readonly (keyof Scenario)[] = ['batch', 'context', 'cache'];

/**
 * One scenario with a change put in; what the change sets to its default is left out where that is the default of every
 * model, and `device: ''` is none.
 */
export function changeScenario(wanted: Readonly<WantedScenario>, change: unknown): WantedScenario {
  const checked = checkScenario(change);
  const merged: WantedScenario = { ...wanted, ...checked };
  if (checked.dims) merged.dims = { ...wanted.dims, ...checked.dims };
  if (merged.device === '') delete merged.device;
  if ((merged.tensorParallel ?? 1) <= 1) delete merged.tensorParallel;
  for (const key of Object.keys(merged) as (keyof Scenario)[])
    if (key !== 'dims' && !OF_THE_MODEL.includes(key) && merged[key] === DEFAULT_SCENARIO[key])
      delete merged[key];
  return merged;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_ID;
}
