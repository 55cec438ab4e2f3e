import { costModel } from '../costs/costModel';
import type { Costs } from '../costs/costModel';
import { estimate } from '../costs/estimate';
import type { Estimate } from '../costs/estimate';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import { product } from '../model/arithmetic';
import { printShape } from '../model/print';
import type { Scenario } from '../scenario/scenario';
import { scenarioFor } from '../scenario/scenarioFor';

/** The parts of a model that one config key decides, and what another value of it would cost. */
export interface KeyCost {
  readonly key: string;
  readonly value: number | boolean;
  /** Weights whose shape or number follows the key, each with its copies. */
  readonly weights: readonly DependentWeight[];
  /** Sum over `weights`, copies included. */
  readonly parameters: number;
  /** Cache tensors that follow the key, as `name shape × copies`. */
  readonly caches: readonly string[];
  readonly variations: readonly Variation[];
}

export interface DependentWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly copies: number;
}

/** The engine run on the same config with this key changed. */
export interface Variation {
  readonly value: number | boolean;
  readonly before: Estimate;
  readonly after: Estimate;
}

type Config = Readonly<Record<string, unknown>>;

/** Makes the model of the same file from changed values. */
export type Rebuild = (config: Config) => Model;

/** The model as it is. */
interface Base {
  readonly model: Model;
  readonly costs: Costs;
}

/**
 * Finds what a key causes by building the model again with the key changed and looking at what moved: no family has to
 * say it, and it cannot say it wrong. `path` may be nested: `text_config.hidden_size`.
 */
export function keyCost(
  config: Config,
  { model, costs }: Base,
  path: string,
  wanted: Partial<Scenario>,
  rebuild: Rebuild,
): KeyCost | undefined {
  const value = at(config, path);
  const base = { model, costs };
  if (typeof value === 'boolean') return costOfChange(config, base, path, value, [!value], wanted, rebuild);
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) return undefined;
  const isCount = /layers?$|^n_layer$|depth/.test(path);
  const others = isCount ? [value + 1] : [value % 2 === 0 ? value / 2 : value * 2, value * 2];
  return costOfChange(config, base, path, value, [...new Set(others)], wanted, rebuild);
}

function costOfChange(
  config: Config,
  { model, costs }: Base,
  path: string,
  value: number | boolean,
  others: readonly (number | boolean)[],
  wanted: Partial<Scenario>,
  rebuild: Rebuild,
): KeyCost | undefined {
  const scenario = scenarioFor(model, wanted);
  const before = estimate(model, costs, scenario);
  const known = new Set(model.problems.map((p) => p.code));
  const variations: Variation[] = [];
  const weights = new Map<string, DependentWeight>();
  const caches = new Set<string>();
  for (const other of others) {
    const changed = rebuild(replace(config, path, other));
    // A value that the modelling library would refuse tells nothing.
    if (changed.problems.some((p) => p.severity === 'error' && !known.has(p.code))) continue;
    if (changed.facts.attention?.some((a) => (a.kvHeads ?? 0) > (a.heads ?? Infinity))) continue;
    for (const [name, w] of dependentWeights(model, changed)) weights.set(name, w);
    for (const c of dependentCaches(model, changed)) caches.add(c);
    variations.push({ value: other, before, after: estimate(changed, costModel(changed, costs), scenario) });
  }
  if (variations.length === 0) return undefined;
  const list = [...weights.values()];
  const parameters = list.reduce((n, w) => n + w.copies * (product(w.shape) as number), 0);
  return { key: path, value, weights: list, parameters, caches: [...caches], variations };
}

/** Layers of several kinds have tensors of one name each: those of one name and shape are one, their copies together. */
function weightsByShape(model: Model): Map<string, DependentWeight> {
  const out = new Map<string, DependentWeight>();
  for (const { name, shape, block } of model.weights) {
    const key = `${name} ${shape.join('x')}`;
    out.set(key, { name, shape, copies: (out.get(key)?.copies ?? 0) + repeatsOf(model, block) });
  }
  return out;
}

function dependentWeights(model: Model, changed: Model): readonly (readonly [string, DependentWeight])[] {
  const after = weightsByShape(changed);
  return [...weightsByShape(model)].filter(([key, w]) => after.get(key)?.copies !== w.copies);
}

function dependentCaches(model: Model, changed: Model): string[] {
  const text = (m: Model, c: Model['caches'][number]) =>
    `${c.name} ${printShape(c.shape)} × ${repeatsOf(m, c.block)}`;
  const after = new Set(changed.caches.map((c) => text(changed, c)));
  return model.caches.map((c) => text(model, c)).filter((t) => !after.has(t));
}

function at(config: Config, path: string): unknown {
  let here: unknown = config;
  for (const part of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string, unknown>)[part];
  }
  return here;
}

/** The config with one key replaced; the original is left as it is. */
export function replace(config: Config, path: string, value: unknown): Config {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return { ...config, [first]: value };
  const inner = config[first];
  return {
    ...config,
    [first]: replace((typeof inner === 'object' && inner ? inner : {}) as Config, rest.join('.'), value),
  };
}
