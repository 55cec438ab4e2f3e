/**
 * A named part of a model, a tree by `parent`. Its operators and weights stand for `repeat` copies of themselves, so
 * 32 equal decoder layers are one block x 32. A block inside a repeated block multiplies. Its id is its index in
 * `Model.blocks`; block 0 is the model itself.
 */
export interface Block {
  /** Last part of the path, readable: `self_attn`, `layers`. */
  readonly name: string;
  /** Index of the enclosing block; -1 for block 0. */
  readonly parent: number;
  readonly repeat: number;
  /** Indices of the repetitions in the checkpoint's names (layers 0, 2, 4 ...); 0..repeat-1 when absent. A block has them, or a repeat above 1, exactly when names hold its index. */
  readonly indices?: readonly number[];
}
