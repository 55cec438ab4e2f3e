/** Parameters and weight bytes by block, with everything inside and all copies: by the rules of the model's totals. */
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import { innermostFirst } from './blockFigures';
import { product } from './parameters';
import { isStored, storedBytesOf } from './storedBytes';
import { weightBytesById } from './weightBytes';

/** Figures by block id; NaN in bytes where a weight's type is unknown. */
export interface BlockWeights {
  /** Distinct parameters. */
  readonly parameters: Float64Array;
  /** Distinct parameters that one token uses. */
  readonly active: Float64Array;
  /** Bytes as stored, and under the precision asked for. */
  readonly stored: Float64Array;
  readonly bytes: Float64Array;
}

const KNOWN = new WeakMap<Model, Map<string, BlockWeights>>();

/** Weights do not depend on the scenario but for its precision: computed once for each. */
export function blockWeights(model: Model, precision: string): BlockWeights {
  const byPrecision = KNOWN.get(model) ?? new Map<string, BlockWeights>();
  KNOWN.set(model, byPrecision);
  let known = byPrecision.get(precision);
  if (!known) byPrecision.set(precision, (known = compute(model, precision)));
  return known;
}

function compute(model: Model, precision: string): BlockWeights {
  const make = () => new Float64Array(model.blocks.length);
  const out = { parameters: make(), active: make(), stored: make(), bytes: make() };
  const each = weightFigures(model, precision);
  model.weights.forEach((w, id) => {
    for (const [name, list] of Object.entries(out)) list[w.block]! += each[name as keyof BlockWeights][id]!;
  });
  for (const b of innermostFirst(model)) {
    const parent = model.blocks[b]!.parent;
    if (parent >= 0) for (const list of Object.values(out)) list[parent]! += list[b]!;
  }
  return out;
}

const KNOWN_EACH = new WeakMap<Model, Map<string, BlockWeights>>();

/** The same figures by weight id, all copies of the weight together. */
export function weightFigures(model: Model, precision: string): BlockWeights {
  const byPrecision = KNOWN_EACH.get(model) ?? new Map<string, BlockWeights>();
  KNOWN_EACH.set(model, byPrecision);
  let known = byPrecision.get(precision);
  if (!known) byPrecision.set(precision, (known = ofEach(model, precision)));
  return known;
}

function ofEach(model: Model, precision: string): BlockWeights {
  const make = () => new Float64Array(model.weights.length);
  const out = { parameters: make(), active: make(), stored: make(), bytes: make() };
  const sizes = weightBytesById(model, precision);
  model.weights.forEach((w, id) => {
    const copies = repeatsOf(model, w.block);
    if (w.role === 'parameter' && w.duplicateOf === undefined) {
      const real = copies * product(w.packing?.shape ?? w.shape);
      const [used, of] = w.activeFraction ?? [1, 1];
      out.parameters[id] = real;
      out.active[id] = of > 0 ? (real * Math.min(used, of)) / of : 0;
    }
    if (!isStored(w)) return;
    if (w.made === undefined) out.stored[id] = copies * (storedBytesOf(model, w) ?? Number.NaN);
    out.bytes[id] = copies * (sizes[id] ?? Number.NaN);
  });
  return out;
}
