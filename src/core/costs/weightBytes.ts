/** Bytes of the weights: as stored, and converted to each precision by the scheme's own rule. */
import type { Model } from '../model/model';
import { converterOf, fileBytes, weightConverter } from './convertedBytes';
import type { Estimate } from './estimate';
import { noWeights } from './parameters';
import type { Precision } from './precisions';
import { PRECISIONS } from './precisions';
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { sharesBytes, storedBytes, storedBytesOf } from './storedBytes';

/** Weights do not depend on the scenario: each precision is computed once for a model, when it is first asked for. */
const KNOWN = new WeakMap<Model, WeightSums>();

export function weightsOf(model: Model, precision: string): Estimate['weights'] {
  let known = KNOWN.get(model);
  if (!known) KNOWN.set(model, (known = new WeightSums(model)));
  const sums = known;
  return {
    stored: sums.stored,
    scenario: precision === 'stored' ? sums.loaded : sums.at(precision),
    // Most who ask for an estimate look at one precision only.
    get byPrecision() {
      return sums.all();
    },
  };
}

class WeightSums {
  readonly stored: Quantity;
  /** With what is made when the model is loaded. */
  readonly loaded: Quantity;
  private readonly known = new Map<string, Quantity>();
  private converter: ((p: Precision) => Quantity) | undefined;

  constructor(private readonly model: Model) {
    const why = noWeights(model);
    if (why) this.converter = () => unknown('bytes', why);
    this.stored = why ? unknown('bytes', why) : storedBytes(model, false);
    this.loaded = model.weights.some((w) => w.made !== undefined) ? storedBytes(model, true) : this.stored;
  }

  at(id: string): Quantity {
    const p = Object.hasOwn(PRECISIONS, id) ? PRECISIONS[id] : undefined;
    if (!p) return unknown('bytes', `there is no precision called "${id}"`);
    let sum = this.known.get(id);
    if (!sum) this.known.set(id, (sum = this.converted(p)));
    return sum;
  }

  private converted(p: Precision): Quantity {
    if (p.isFile && !noWeights(this.model)) return fileBytes(this.model, p);
    this.converter ??= converterOf(this.model);
    return this.converter(p);
  }

  all(): Readonly<Record<string, Quantity>> {
    return Object.fromEntries(Object.keys(PRECISIONS).map((id) => [id, this.at(id)]));
  }
}

/** Bytes of one copy of a weight under a precision id (or `stored`); undefined when unknown. */
export function weightBytesById(model: Model, precision: string): readonly (number | undefined)[] {
  const p = PRECISIONS[precision];
  if (precision === 'stored' || !p) return model.weights.map((w) => storedBytesOf(model, w));
  const bytesOf = weightConverter(model, p);
  return model.weights.map((w, id) => {
    if (w.role === 'quantisation' || sharesBytes(model, w)) return 0;
    if (w.role !== 'parameter') return storedBytesOf(model, w);
    return bytesOf(id);
  });
}
