/** Bytes of the weights converted to a precision by the scheme's own rule. */
import type { Model } from '../model/model';
import { repeatsOf } from '../model/model';
import { ggufBytes, ggufTypes } from './ggufBytes';
import { GGUF_MIXES, isMix } from './ggufMixes';
import { ggufPlaces } from './ggufPlaces';
import { product } from './parameters';
import type { Precision } from './precisions';
import { PRECISIONS, bitsPerWeight, tensorBytes } from './precisions';
import type { Quantity } from './quantity';
import { bytesOf, isStored, sharesBytes, storedBytesOf } from './storedBytes';
import { tensorClasses } from './tensorClass';
import type { TensorClass } from './tensorClass';
import { num } from './text';

/** In a file type of llama.cpp: what each block type holds, the most first. */
export function fileBytes(model: Model, p: Precision): Quantity {
  const parts = new Map<string, { elements: number; bytes: number }>();
  let fixed = 0;
  let sum = 0;
  model.weights.forEach((w, id) => {
    if (w.role === 'quantisation' || !isStored(w) || sharesBytes(model, w)) return;
    const copies = repeatsOf(model, w.block);
    if (w.role !== 'parameter') {
      fixed += copies * (storedBytesOf(model, w) ?? 0);
      return;
    }
    const shape = w.packing?.shape ?? w.shape;
    const types = ggufTypes(model, p, id);
    const layers = [...types.values()].reduce((a, b) => a + b, 0);
    for (const [type, n] of types) {
      const part = parts.get(type) ?? { elements: 0, bytes: 0 };
      const of = (copies * n) / layers;
      part.elements += of * product(shape);
      part.bytes += of * tensorBytes(PRECISIONS[type]!, shape);
      parts.set(type, part);
    }
  });
  const told = [...parts]
    .sort((a, b) => b[1].bytes - a[1].bytes)
    .map(([type, { elements, bytes }]) => {
      sum += bytes;
      return `${num(elements)} ${type.toUpperCase()} = ${num(bytes)} B`;
    });
  if (fixed > 0) told.push(`buffers ${num(fixed)} B`);
  const value = Math.round(sum + fixed);
  const formula = told.length > 1 ? `${told.join(' + ')}; ${num(value)} B in all` : (told[0] ?? '0 B');
  const known = bytesOf(model, value, formula);
  const reason = isMix(p) ? (ggufPlaces(model).unsure ?? GGUF_MIXES[p.id]?.unsure) : undefined;
  return known.certainty === 'exact' && reason !== undefined
    ? { ...known, certainty: 'estimated', reason }
    : known;
}

/** One function per model: weights grouped by class and shape, so that thirty precisions are thirty short sums. */
export function converterOf(model: Model): (p: Precision) => Quantity {
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
    for (const g of groups.values()) {
      const n = product(g.shape) * g.copies;
      if (g.fixed > 0) keptBytes += g.fixed;
      if (g.copies === 0) continue;
      if (p.keeps.includes(g.class)) {
        kept += n;
        keptBytes += (n * p.keptBits) / 8;
        continue;
      }
      converted += n;
      convertedBytes += g.copies * tensorBytes(p, g.shape);
    }
    const sum = convertedBytes + keptBytes;
    const parts = [`${num(converted)} × ${num(bitsPerWeight(p))} bit = ${num(convertedBytes)} B`];
    if (keptBytes > 0) parts.push(`${num(kept)} left at ${p.keptBits} bit = ${num(keptBytes)} B`);
    return bytesOf(model, sum, parts.length > 1 ? `${parts.join(' + ')}; ${num(sum)} B in all` : parts[0]!);
  };
}

/** Bytes of one parameter tensor under the scheme's rule for its class. */
function classBytes(p: Precision, tensorClass: TensorClass, shape: readonly number[]): number {
  return p.keeps.includes(tensorClass) ? (product(shape) * p.keptBits) / 8 : tensorBytes(p, shape);
}

/** Bytes of one copy of each parameter under a precision. */
export function weightConverter(model: Model, p: Precision): (id: number) => number {
  if (p.isFile) return (id) => ggufBytes(model, p, id);
  const classes = tensorClasses(model);
  return (id) => {
    const w = model.weights[id]!;
    return classBytes(p, classes[id]!, w.packing?.shape ?? w.shape);
  };
}
