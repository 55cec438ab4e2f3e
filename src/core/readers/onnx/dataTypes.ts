import type { DType } from '../../model/dtype';

/** TensorProto.DataType by number, to the newest of ONNX 1.20 and later; onnx-proto's own list ends at 16. */
const CODES: readonly (DType | undefined)[] = [
  undefined,
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8_e4m3fn',
  'float8_e4m3fnuz',
  'float8_e5m2',
  'float8_e5m2fnuz',
  'uint4',
  'int4',
  'float4_e2m1',
  'float8_e8m0',
  'uint2',
  'int2',
];

/** The element type of a DataType number; undefined for 0 and for numbers newer than this table. */
export function dtypeOfCode(code: number): DType | undefined {
  return CODES[code];
}

/** The DataType number of an element type; 0 for none. */
export function codeOfDType(dtype: DType | undefined): number {
  return dtype === undefined ? 0 : CODES.indexOf(dtype);
}
