/** Which axis of a cache tensor is what. */
import type { CacheTensor } from '../model/cache';
import { evaluate } from '../model/evaluate';
import type { Bindings } from '../model/evaluate';
import { isCross } from './cacheGroups';

/** Whether a symbol is named like a batch. */
export function isBatch(symbol: string): boolean {
  return /^(batch|n$|b$|bs$)/i.test(symbol);
}

/** Bindings whose batch-like symbols are 1: those that change with the batch. */
export function batchOne(now: Bindings, one: Bindings): Bindings {
  const changed: Record<string, number> = {};
  for (const key in one) if (one[key] !== now[key]) changed[key] = one[key]!;
  return changed;
}

/** The axis that grows with the context, found between one and two tokens; -1 for what the source's length fixes. */
export function tokenAxisOf(t: CacheTensor, one: Bindings, two: Bindings): number {
  if (isCross(t)) return -1;
  return t.shape.findIndex((d) => typeof d !== 'number' && evaluate(d, one) !== evaluate(d, two));
}

/** Keys and values of ONNX operators are [batch, heads, tokens, width] or [batch, tokens, width]. */
export function isTokenAxis(t: CacheTensor, axis: number): boolean {
  return (t.kind === 'key' || t.kind === 'value' || t.kind === 'latent') && axis === t.shape.length - 2;
}

/** Formula dimensions: a leading 1 (one sequence) says nothing. */
export function dropOne(dims: readonly number[], t: CacheTensor, axis: number): readonly number[] {
  return shiftOf(t) === 1 && axis !== 0 ? dims.slice(1) : dims;
}

/** The token axis in the dimensions that {@link dropOne} leaves. */
export function shifted(t: CacheTensor, axis: number): number {
  return shiftOf(t) === 1 && axis > 0 ? axis - 1 : axis;
}

function shiftOf(t: CacheTensor): number {
  const first = t.shape[0];
  return first !== undefined && typeof first !== 'number' && t.shape.length > 1 ? 1 : 0;
}
