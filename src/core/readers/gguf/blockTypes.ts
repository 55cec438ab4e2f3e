import type { DType } from '../../model/dtype';

/** How a GGUF tensor type packs its elements (ggml's own block structures). */
export interface BlockType {
  /** ggml's name in lower case: `q4_k`, `f16`. */
  readonly name: string;
  /** Elements of one block; 1 for plain types. */
  readonly block: number;
  /** Bytes of one block. */
  readonly bytes: number;
  /** The plain type, where it is one. */
  readonly dtype?: DType;
}

type Row = readonly [id: number, name: string, block: number, bytes: number, dtype?: DType];

const ROWS: readonly Row[] = [
  [0, 'f32', 1, 4, 'float32'],
  [1, 'f16', 1, 2, 'float16'],
  [2, 'q4_0', 32, 18],
  [3, 'q4_1', 32, 20],
  [6, 'q5_0', 32, 22],
  [7, 'q5_1', 32, 24],
  [8, 'q8_0', 32, 34],
  // ggml-common.h asserts it: 2 * sizeof(ggml_half) + QK8_1 = 2 × 2 + 32.
  [9, 'q8_1', 32, 36],
  [10, 'q2_k', 256, 84],
  [11, 'q3_k', 256, 110],
  [12, 'q4_k', 256, 144],
  [13, 'q5_k', 256, 176],
  [14, 'q6_k', 256, 210],
  [15, 'q8_k', 256, 292],
  [16, 'iq2_xxs', 256, 66],
  [17, 'iq2_xs', 256, 74],
  [18, 'iq3_xxs', 256, 98],
  [19, 'iq1_s', 256, 50],
  [20, 'iq4_nl', 32, 18],
  [21, 'iq3_s', 256, 110],
  [22, 'iq2_s', 256, 82],
  [23, 'iq4_xs', 256, 136],
  [24, 'i8', 1, 1, 'int8'],
  [25, 'i16', 1, 2, 'int16'],
  [26, 'i32', 1, 4, 'int32'],
  [27, 'i64', 1, 8, 'int64'],
  [28, 'f64', 1, 8, 'float64'],
  [29, 'iq1_m', 256, 56],
  [30, 'bf16', 1, 2, 'bfloat16'],
  [34, 'tq1_0', 256, 54],
  [35, 'tq2_0', 256, 66],
  [39, 'mxfp4', 32, 17],
];

const BY_ID = new Map<number, BlockType>(
  ROWS.map(([id, name, block, bytes, dtype]) => [id, { name, block, bytes, ...(dtype ? { dtype } : {}) }]),
);

/** The type of this number; undefined for one that is not known (later than this table, or removed from the format). */
export function blockTypeOf(id: number): BlockType | undefined {
  return BY_ID.get(id);
}

/** Bytes of a row-major tensor whose rows are `row` long: whole blocks per row. */
export function blockBytes(type: BlockType, row: number, rows: number): number {
  return Math.ceil(row / type.block) * type.bytes * rows;
}
