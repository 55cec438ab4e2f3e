import type { DType } from './dtype';
import type { Origin } from './origin';

/**
 * What a stored tensor is for.
 * `parameter`: learned. `buffer`: stored with the model, not learned (running statistics, masks, rotary tables).
 * `constant`: a number the graph computes with. `index`: integers that address or shape (axes, sizes, g_idx).
 * `quantisation`: scales, zero points and tables of a quantised parameter.
 */
export type WeightRole = 'parameter' | 'buffer' | 'constant' | 'index' | 'quantisation';

/** How a container unpacks: a uint8 tensor of nibbles that really is a [4096, 4096] int4 matrix. */
export interface Packing {
  /** Shape of the matrix that the container stands for. */
  readonly shape: readonly number[];
  /** Bits of one unpacked element, without scales. */
  readonly bits: number;
  /** `gptq`, `awq`, `bnb-nf4`, `mxfp4`, `MatMulNBits`, `q4_k` ... */
  readonly scheme: string;
  /** Set where its bytes are an estimate: why. */
  readonly assumed?: string;
}

/** Where the bytes of a weight lie. */
export interface Storage {
  /** Bytes as stored. */
  readonly bytes: number;
  /** Byte offset in `file`, or in the model's own file when `file` is absent; undefined when not one run of bytes. */
  readonly offset?: number;
  /** External data file or shard, relative to the model's folder. */
  readonly file?: string;
}

/**
 * A stored tensor, each distinct one once. In a block with `repeat` > 1 it stands for one tensor per repetition, and
 * its name holds `{i}` for the repetition's index: `model.layers.{0}.mlp.up_proj.weight`, the number being the depth
 * of the repeated block. Its id is its index in `Model.weights`.
 */
export interface Weight {
  readonly name: string;
  /** Undefined when the file names a type that is not known. */
  readonly dtype?: DType;
  readonly shape: readonly number[];
  readonly role: WeightRole;
  /** Why it has its role, when that is not plain: `int64, feeds Reshape`. */
  readonly reason?: string;
  readonly packing?: Packing;
  readonly storage?: Storage;
  /** Its first values, of a large tensor whose beginning was at hand: a preview, of which no figure is made. */
  readonly first?: readonly number[];
  /**
   * Type of the operator that makes it, for a tensor that no file holds (ConstantOfShape): a weight all the same, and
   * memory when the model runs, but nothing stored.
   */
  readonly made?: string;
  /** Other names under which the same tensor is known (tied embeddings, shared initializers). */
  readonly aliases?: readonly string[];
  /** Set when this is stored a second time although it equals another weight: that weight's id. Not counted as distinct. */
  readonly duplicateOf?: number;
  /** Index in `Model.blocks`. */
  readonly block: number;
  /**
   * Share of the tensor that one token uses; 1 unless it holds experts. A fraction [used, of]: 8 of 128 experts.
   * Undefined means all of it.
   */
  readonly activeFraction?: readonly [used: number, of: number];
  readonly origin?: Origin;
}
