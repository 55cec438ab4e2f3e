/** Element types: names as the field writes them, widths in bits. One table for every format. */

/** Width of one element in bits; 0 where the width depends on the data (strings). */
const BITS = {
  float64: 64,
  float32: 32,
  float16: 16,
  bfloat16: 16,
  float8_e4m3fn: 8,
  float8_e4m3fnuz: 8,
  float8_e5m2: 8,
  float8_e5m2fnuz: 8,
  float8_e8m0: 8,
  float6_e2m3: 6,
  float6_e3m2: 6,
  float4_e2m1: 4,
  int64: 64,
  int32: 32,
  int16: 16,
  int8: 8,
  int4: 4,
  int2: 2,
  uint64: 64,
  uint32: 32,
  uint16: 16,
  uint8: 8,
  uint4: 4,
  uint2: 2,
  bool: 8,
  complex64: 64,
  complex128: 128,
  string: 0,
} as const;

export type DType = keyof typeof BITS;

export const DTYPES = Object.keys(BITS) as readonly DType[];

/** Bits of one element as stored unpacked; 0 for strings, whose size only the data tells. */
export function bitsOf(dtype: DType): number {
  return BITS[dtype];
}

/** Bytes of so many elements stored back to back, 4-bit and 2-bit types packed. */
export function bytesOf(dtype: DType, elements: number): number {
  return Math.ceil((BITS[dtype] * elements) / 8);
}

export function isDType(name: string): name is DType {
  return Object.hasOwn(BITS, name);
}

export function isFloat(dtype: DType): boolean {
  return dtype.startsWith('float') || dtype.startsWith('bfloat') || dtype.startsWith('complex');
}

/** int64, uint8, bool ...: what shapes, indices and quantised payloads are made of. */
export function isInteger(dtype: DType): boolean {
  return dtype.startsWith('int') || dtype.startsWith('uint') || dtype === 'bool';
}
