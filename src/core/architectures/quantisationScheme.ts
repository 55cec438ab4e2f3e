import type { DType } from '../model/dtype';

/** One stored tensor in place of, or beside, a weight: the ending of its name, type and shape. */
export interface Stored {
  readonly ending: string;
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Set where the length depends on the data: no bytes are told then, and why. */
  readonly open?: string;
}

/** How a quantisation scheme stores a linear weight. */
export interface Scheme {
  readonly name: string;
  /** Bits of one weight; with `packed` the container has another shape than the matrix. */
  readonly bits: number;
  readonly packed: boolean;
  /** Set where the stored bytes are an estimate: why. */
  readonly assumed?: string;
  /** Only routed experts are converted. */
  readonly expertsOnly?: boolean;
  /** First the container, then scales and the like, for a matrix [out, in] of one layer or expert. */
  readonly stored: (out: number, inner: number, fused: number) => readonly Stored[];
}

/** 32-bit words that hold `n` values of so many bits. */
export const words = (n: number, bits: number): number => Math.ceil((n * bits) / 32);
/** Groups along a row; the whole row is one group when `group` is 0. */
export const groups = (n: number, group: number): number => (group > 0 ? Math.ceil(n / group) : 1);
