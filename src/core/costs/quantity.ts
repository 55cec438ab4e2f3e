import type { Origin } from '../model/origin';

/** How far a figure can be trusted, best first. */
export type Certainty = 'exact' | 'estimated' | 'lower bound' | 'unknown';

/** Units, spelled so that KiB and kB, MACs and FLOPs are never mixed. */
export type Unit =
  | 'parameters'
  | 'bytes'
  | 'bytes/token'
  | 'MACs'
  | 'FLOPs'
  | 'operations'
  | 'elements'
  | 'FLOPs/byte'
  | 'tokens'
  | 'seconds'
  | 'tokens/second'
  | 'joules'
  | 'operators'
  | 'values'
  | 'tensors';

/**
 * A figure that says what it is. `value` is null exactly when the certainty is `unknown`, and then `reason` says why;
 * unknown is never 0. `formula` has the numbers put in: `2 (key, value) × 32 layers × 8 × 128 × 2 B = 131,072 B`.
 */
export interface Quantity {
  readonly value: number | null;
  readonly unit: Unit;
  readonly certainty: Certainty;
  readonly formula: string;
  /** Why it is not exact; always there for `unknown`. */
  readonly reason?: string;
  /** The places in the file it came from. */
  readonly origins?: readonly Origin[];
}

export function exact(value: number, unit: Unit, formula: string): Quantity {
  return { value, unit, certainty: 'exact', formula };
}

export function unknown(unit: Unit, reason: string, formula = ''): Quantity {
  return { value: null, unit, certainty: 'unknown', formula, reason };
}

const ORDER: readonly Certainty[] = ['exact', 'estimated', 'lower bound', 'unknown'];

/** Exact only if all that entered was exact. */
export function worst(...items: readonly Certainty[]): Certainty {
  return ORDER[Math.max(0, ...items.map((c) => ORDER.indexOf(c)))]!;
}
