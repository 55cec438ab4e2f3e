/** Bytes of the weights as their file has them. */
import { bitsOf } from '../model/dtype';
import type { DType } from '../model/dtype';
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import type { Weight } from '../model/weight';
import { product } from './parameters';
import type { Quantity } from './quantity';
import { num, plural } from './text';
import { whyEstimated, whyLowerBound } from './whyEstimated';

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

/** A second name of the same bytes of a file: they are there once. */
export function sharesBytes(model: Model, w: Weight): boolean {
  const of = w.duplicateOf === undefined ? undefined : model.weights[w.duplicateOf]?.storage;
  return of?.offset !== undefined && of.offset === w.storage?.offset && of.file === w.storage.file;
}

/** A declared buffer without stored bytes is made when the model is built, and is in no file. */
export function isStored(w: Weight): boolean {
  return (
    w.storage !== undefined || w.made !== undefined || w.role === 'parameter' || w.role === 'quantisation'
  );
}

/** Bytes of the file's weights; with those that the graph makes, the bytes that are there when it runs. */
export function storedBytes(model: Model, withMade: boolean): Quantity {
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
  return bytesOf(model, sum, formula);
}

/** A figure of bytes, as certain as the model is. */
export function bytesOf(model: Model, value: number, formula: string): Quantity {
  const reason = whyLowerBound(model);
  if (reason !== undefined) return { value, unit: 'bytes', certainty: 'lower bound', formula, reason };
  if (model.certainty === 'exact') return { value, unit: 'bytes', certainty: 'exact', formula };
  return {
    value,
    unit: 'bytes',
    certainty: 'estimated',
    formula,
    reason: whyEstimated(model),
  };
}
