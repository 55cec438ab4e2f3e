import type { Dimension } from './expression';
import type { DType } from './dtype';

/**
 * What a cache tensor holds.
 * `key`, `value`: of self-attention. `latent`: MLA's compressed keys and values, stored once.
 * `cross_key`, `cross_value`: of cross-attention, fixed by the source. `conv`, `recurrent`: constant state.
 * `index`: keys of a sparse-attention indexer.
 */
export type CacheKind =
  'key' | 'value' | 'latent' | 'cross_key' | 'cross_value' | 'conv' | 'recurrent' | 'index';

/**
 * A tensor kept between generation steps, declared per owning layer; `block` multiplies it by the layers.
 * `shape` is what is held once `total` tokens (cached and new together) have been seen; kinds `conv` and `recurrent` do
 * not depend on it.
 */
export interface CacheTensor {
  readonly name: string;
  readonly kind: CacheKind;
  readonly shape: readonly Dimension[];
  /** The tensor's own type where the model fixes it (fp32 state); `cache` means the scenario's cache precision. */
  readonly dtype: DType | 'cache';
  /** Index in `Model.blocks`. */
  readonly block: number;
  /** Tokens a sliding or chunked window keeps; undefined for full attention. */
  readonly window?: number;
}
