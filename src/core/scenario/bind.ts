/** From a scenario to numbers for a model's symbols: the one place where a person's assumptions meet the expressions. */
import type { Bindings } from '../model/evaluate';
import { symbolsOf } from '../model/expression';
import type { Model } from '../model/model';
import type { Problem } from '../model/problem';
import type { Scenario } from './scenario';
import { houseSymbol } from './symbolNames';

export interface Bound {
  readonly bindings: Bindings;
  /** What was taken to mean what, for symbols that are not the house's own. */
  readonly assumptions: readonly Problem[];
  /** Symbols of the model's values that have no number. */
  readonly unbound: readonly string[];
}

/** Values of the symbols in the scenario's phase; `scenario.dims` wins over all. */
export function bindScenario(model: Model, scenario: Scenario): Bindings {
  return bind(model, scenario).bindings;
}

/** The same with what was assumed and what is left open. */
export function bind(model: Model, scenario: Scenario): Bound {
  const house = houseValues(scenario);
  const bindings: Record<string, number> = { ...house };
  const assumptions: Problem[] = [];
  const unbound: string[] = [];
  if (model.format === 'onnx')
    for (const name of modelSymbols(model)) {
      if (Object.hasOwn(scenario.dims, name)) continue;
      const meaning = houseSymbol(name);
      if (meaning === undefined) {
        unbound.push(name);
        continue;
      }
      bindings[name] = house[meaning]!;
      assumptions.push({
        severity: 'assumption',
        code: 'scenario.symbol',
        message: `Dimension "${name}" is taken to be the ${WORDS[meaning]}.`,
      });
    }
  if (model.format !== 'onnx') {
    [bindings['height'], bindings['width']] = model.facts.image ?? [USUAL_SIDE, USUAL_SIDE];
    bindings['samples'] = USUAL_SAMPLES;
  }
  for (const [name, value] of Object.entries(scenario.dims))
    if (Number.isFinite(value) && !isMedia(model, name)) bindings[name] = value;
  return { bindings, assumptions, unbound };
}

/** Images and sounds of a config's model are read with the prompt, however many `dims` says. */
function isMedia(model: Model, name: string): boolean {
  return model.format !== 'onnx' && (name === 'images' || name === 'sounds' || name === 'held_images');
}

/** Pixels of the side of an image where nothing says how large it is: what image classifiers are compared at. */
const USUAL_SIDE = 224;

/** Ten seconds at 16 kHz, the rate of the models that read waves. */
const USUAL_SAMPLES = 160_000;

const WORDS = {
  batch: 'batch',
  sequence: 'number of new tokens',
  past: 'number of cached tokens',
  total: 'number of tokens seen, cached and new',
  source: "number of the encoder's tokens",
} as const;

/**
 * Prefill reads the prompt with nothing cached, one image and one sound with it unless `dims` says how many; decode makes
 * one token with context - 1 cached.
 */
export function houseValues(s: Scenario): Readonly<Record<string, number>> {
  const prefill = s.phase === 'prefill';
  const sequence = prefill ? s.prompt : Math.min(1, s.context);
  const past = prefill ? 0 : Math.max(0, s.context - 1);
  const media = (name: string) => (prefill ? (s.dims[name] ?? 1) : 0);
  return {
    batch: s.batch,
    sequence,
    past,
    total: past + sequence,
    source: s.source,
    images: media('images'),
    sounds: media('sounds'),
    held_images: s.dims['images'] ?? 1,
  };
}

const SYMBOLS = new WeakMap<Model, readonly string[]>();

/** Names of the symbols in the model's shapes, those of its inputs first. */
export function modelSymbols(model: Model): readonly string[] {
  const known = SYMBOLS.get(model);
  if (known) return known;
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = (id: number): void => {
    for (const d of model.values[id]?.shape ?? []) {
      if (d === undefined || typeof d === 'number' || seen.has(d.key)) continue;
      seen.add(d.key);
      symbolsOf(d, names);
    }
  };
  for (const g of model.graphs) if (g.kind === 'main') g.inputs.forEach(collect);
  for (let id = 0; id < model.values.length; id++) collect(id);
  const list = [...names];
  SYMBOLS.set(model, list);
  return list;
}
