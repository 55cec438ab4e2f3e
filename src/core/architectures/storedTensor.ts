import type { DType } from '../model/dtype';
import type { Packing } from '../model/weight';

/** A tensor of a checkpoint, whatever format names it. */
export interface StoredTensor {
  readonly name: string;
  /** Undefined where only an index names the tensor. */
  readonly shape?: readonly number[];
  /** Bytes as stored; undefined where only an index names the tensor, or its type is not known. */
  readonly bytes?: number;
  /** Undefined for a type that is not known. */
  readonly dtype?: DType;
  readonly packing?: Packing;
  /** Byte offset in `file`. */
  readonly offset?: number;
  /** File that holds it, relative to the model's folder. */
  readonly file?: string;
}
