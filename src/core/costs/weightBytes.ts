/** Bytes of the weights: as stored, and converted to each precision by the scheme's own rule. */
import { bitsOf } from '../model/dtype';
import type { DType } from '../model/dtype';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Weight } from '../model/weight';
import type { Estimate } from './estimate';
import type { Precision } from './precisions';
import { PRECISIONS, bitsPerWeight, tensorBytes } from './precisions';
import type { Quantity } from './quantity';
import { unknown } from './quantity';
import { tensorClasses } from './tensorClass';
import type { TensorClass } from './tensorClass';
import { noWeights, product } from './parameters';
import { num, plural } from './text';
import { whyEstimated } from './whyEstimated';

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
    if (!sum) {
      this.converter ??= converterOf(this.model);
      this.known.set(id, (sum = this.converter(p)));
    }
    return sum;
  }

  all(): Readonly<Record<string, Quantity>> {
    return Object.fromEntries(Object.keys(PRECISIONS).map((id) => [id, this.at(id)]));
  }
}

/** Type of a weight: its own, or the one the model names for all; bfloat16 for a config that says nothing. */
export function dtypeOfWeight(model: Model, w: Weight): DType | undefined {
  // Scales have types of their own; where none is told, the model's is not theirs.
  if (w.role === 'quantisation') return w.dtype;
  return w.dtype ?? model.dtype ?? (model.format === 'config' ? 'bfloat16' : undefined);
}

/** Bytes of one copy as the file has it, 0 for a second name of the same bytes; undefined when its type is not known. */
export function storedBytesOf(model: Model, w: Weight): number | undefined {
  if (sharesBytes(model, w)) return 0;
  if (w.storage) return w.storage.bytes;
  const dtype = dtypeOfWeight(model, w);
  if (dtype === undefined || bitsOf(dtype) === 0) return undefined;
  return Math.ceil((bitsOf(dtype) * product(w.shape)) / 8);
}

/** Bytes of the file's weights; with those that the graph makes, the bytes that are there when it runs. */
function storedBytes(model: Model, withMade: boolean): Quantity {
  let sum = 0;
  let missing = 0;
  let open: string | undefined;
  const byType = new Map<string, { elements: number; bytes: number }>();
  for (const w of model.weights) {
    if (!isStored(w) || sharesBytes(model, w) || (w.made !== undefined && !withMade)) continue;
    const copies = repeatsOf(model, w.block);
    const bytes = storedBytesOf(model, w);
    if (bytes === undefined) {
      missing += copies;
      open ??= w.dtype === undefined ? w.reason : undefined;
      continue;
    }
    sum += copies * bytes;
    // Where blocks hold the elements themselves, their scheme says more than the bytes they are made of.
    const blocks = w.packing?.shape === w.shape ? w.packing.scheme : undefined;
    const name =
      w.made !== undefined ? `made by ${w.made}` : (blocks ?? dtypeOfWeight(model, w) ?? 'unnamed');
    const part = byType.get(name) ?? { elements: 0, bytes: 0 };
    part.elements += copies * product(w.shape);
    part.bytes += copies * bytes;
    byType.set(name, part);
  }
  const parts = [...byType].map(([name, p]) => `${num(p.elements)} ${name} = ${num(p.bytes)} B`);
  const formula = parts.length > 1 ? `${parts.join(' + ')}; ${num(sum)} B in all` : (parts[0] ?? '0 B');
  if (missing > 0)
    return {
      value: sum,
      unit: 'bytes',
      certainty: 'lower bound',
      formula,
      reason: open ? `${plural(missing, 'tensor')}: ${open}` : `${plural(missing, 'tensor')} of unknown type`,
    };
  const assumed = model.weights.find((w) => w.packing?.assumed)?.packing?.assumed;
  if (assumed) return { value: sum, unit: 'bytes', certainty: 'estimated', formula, reason: assumed };
  return certain(model, sum, formula);
}

/** A second name of the same bytes of a file: they are there once. */
function sharesBytes(model: Model, w: Weight): boolean {
  const of = w.duplicateOf === undefined ? undefined : model.weights[w.duplicateOf]?.storage;
  return of?.offset !== undefined && of.offset === w.storage?.offset && of.file === w.storage.file;
}

/** A declared buffer without stored bytes is made when the model is built, and is in no file. */
export function isStored(w: Weight): boolean {
  return (
    w.storage !== undefined || w.made !== undefined || w.role === 'parameter' || w.role === 'quantisation'
  );
}

/** Bytes of one copy of a weight under a precision id (or `stored`); undefined when unknown. */
export function weightBytesById(model: Model, precision: string): readonly (number | undefined)[] {
  const p = PRECISIONS[precision];
  if (precision === 'stored' || !p) return model.weights.map((w) => storedBytesOf(model, w));
  const classes = tensorClasses(model);
  return model.weights.map((w, id) => {
    if (w.role === 'quantisation' || sharesBytes(model, w)) return 0;
    if (w.role !== 'parameter') return storedBytesOf(model, w);
    return classBytes(p, classes[id]!, w.packing?.shape ?? w.shape);
  });
}

/** Bytes of one parameter tensor under the scheme's rule for its class. */
export function classBytes(p: Precision, tensorClass: TensorClass, shape: readonly number[]): number {
  if (p.keeps.includes(tensorClass)) return (product(shape) * p.keptBits) / 8;
  const other = p.special?.[tensorClass];
  return tensorBytes(other === undefined ? p : PRECISIONS[other]!, shape);
}

/** One function per model: weights grouped by class and shape, so that thirty precisions are thirty short sums. */
function converterOf(model: Model): (p: Precision) => Quantity {
  const classes = tensorClasses(model);
  const groups = new Map<
    string,
    { class: TensorClass; shape: readonly number[]; copies: number; fixed: number }
  >();
  model.weights.forEach((w, id) => {
    // Scales are part of the new precision's own bytes; what is stored twice is converted once per copy.
    if (w.role === 'quantisation' || !isStored(w) || sharesBytes(model, w)) return;
    const copies = repeatsOf(model, w.block);
    const converted = w.role === 'parameter';
    const shape = w.packing?.shape ?? w.shape;
    const key = converted ? `${classes[id]}:${shape.join('x')}` : `fixed`;
    const group = groups.get(key) ?? { class: classes[id]!, shape, copies: 0, fixed: 0 };
    if (converted) group.copies += copies;
    else group.fixed += copies * (storedBytesOf(model, w) ?? 0);
    groups.set(key, group);
  });
  return (p) => {
    let converted = 0;
    let convertedBytes = 0;
    let kept = 0;
    let keptBytes = 0;
    let special = 0;
    for (const g of groups.values()) {
      const n = product(g.shape) * g.copies;
      if (g.fixed > 0) keptBytes += g.fixed;
      if (g.copies === 0) continue;
      if (p.keeps.includes(g.class)) {
        kept += n;
        keptBytes += (n * p.keptBits) / 8;
        continue;
      }
      const other = p.special?.[g.class];
      if (other !== undefined) {
        special += g.copies * tensorBytes(PRECISIONS[other]!, g.shape);
        continue;
      }
      converted += n;
      convertedBytes += g.copies * tensorBytes(p, g.shape);
    }
    const sum = convertedBytes + keptBytes + special;
    const parts = [`${num(converted)} × ${num(bitsPerWeight(p))} bit = ${num(convertedBytes)} B`];
    if (special > 0) parts.push(`output matrix as ${p.special?.head} = ${num(special)} B`);
    if (keptBytes > 0) parts.push(`${num(kept)} left at ${p.keptBits} bit = ${num(keptBytes)} B`);
    return certain(model, sum, parts.length > 1 ? `${parts.join(' + ')}; ${num(sum)} B in all` : parts[0]!);
  };
}

function certain(model: Model, value: number, formula: string): Quantity {
  const broken = model.problems.find((p) => p.severity === 'error');
  if (broken)
    return {
      value,
      unit: 'bytes',
      certainty: 'lower bound',
      formula,
      reason: broken.message.replace(/\.$/, ''),
    };
  if (model.certainty === 'exact') return { value, unit: 'bytes', certainty: 'exact', formula };
  return {
    value,
    unit: 'bytes',
    certainty: 'estimated',
    formula,
    reason: whyEstimated(model),
  };
}
