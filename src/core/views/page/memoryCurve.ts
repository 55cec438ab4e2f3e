import type { Certainty } from '../../costs/quantity';

/** The parts of memory at one place of the axis, bytes each. */
export interface MemoryPoint {
  /** Value of the axis: tokens, or sequences. */
  readonly at: number;
  readonly weights: number;
  readonly cache: number;
  readonly state: number;
  readonly activations: number;
  /** What the engine holds beyond the ideal, by its published rule. */
  readonly overhead: number;
}

/** Memory over what a person may choose: the context where there is a cache, else prompt, batch or a free dimension. */
export interface MemoryCurve {
  /** `context`, `prompt`, `batch`, or the name of a dimension of the file. */
  readonly axis: string;
  readonly axisUnit: 'tokens' | 'sequences' | 'elements';
  /** From small to the model's own most, on a logarithmic axis; at most 65. */
  readonly points: readonly MemoryPoint[];
  /** Where the scenario stands. */
  readonly chosen: number;
  /** The chosen device's memory. */
  readonly device?: { readonly name: string; readonly bytes: number };
  /** The largest value of the axis that fits, found on the engine itself; null: not even the smallest; undefined: no device, or all fits. */
  readonly fitsUpTo?: number | null;
  readonly certainty: Certainty;
  /** Why it is not exact, and parts that are unknown and so not drawn. */
  readonly reason: string;
}
