import type { onnx } from 'onnx-proto';
import { bitsOf } from '../../model/dtype';
import { dtypeOfCode } from './dataTypes';
import { number } from './decode';

/** More elements than this are weights, not shape arithmetic. */
export const MAX_KEPT_ELEMENTS = 1024;

/** The numbers of a small tensor, from raw or typed data; undefined when it is large, of text, or not as announced. */
export function smallValues(t: onnx.ITensorProto, dims: readonly number[]): readonly number[] | undefined {
  const elements = dims.reduce((a, b) => a * b, 1);
  if (!(elements >= 0 && elements <= MAX_KEPT_ELEMENTS)) return undefined;
  const values = t.rawData?.length ? fromRaw(t.rawData, t.dataType ?? 0, elements) : fromTyped(t);
  return values?.length === elements ? values : undefined;
}

/** So many values of a large tensor are kept, for people to recognise it by. */
const FIRST_VALUES = 4;

/** The first values of raw data by the bytes they begin with; undefined for types that are no numbers of whole bytes. */
export function firstValues(head: Uint8Array, code: number): readonly number[] | undefined {
  const dtype = dtypeOfCode(code);
  const bytes = dtype && (bitsOf(dtype) * FIRST_VALUES) / 8;
  return bytes && bytes <= head.length ? fromRaw(head.subarray(0, bytes), code, FIRST_VALUES) : undefined;
}

function fromTyped(t: onnx.ITensorProto): readonly number[] | undefined {
  const dtype = dtypeOfCode(t.dataType ?? 0);
  if (t.int64Data?.length) return t.int64Data.map(number);
  if (t.uint64Data?.length) return t.uint64Data.map(number);
  if (t.floatData?.length) return dtype?.startsWith('complex') ? undefined : t.floatData;
  if (t.doubleData?.length) return dtype?.startsWith('complex') ? undefined : t.doubleData;
  // int32_data also carries fp16 and 4-bit types as bit patterns, which are no values.
  if (t.int32Data?.length && dtype && /^(u?int(8|16|32)|bool)$/.test(dtype)) return t.int32Data;
  return (t.dims ?? []).map(number).includes(0) ? [] : undefined;
}

function fromRaw(raw: Uint8Array, code: number, elements: number): readonly number[] | undefined {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const read = (bytes: number, get: (at: number) => number) =>
    raw.byteLength === bytes * elements
      ? Array.from({ length: elements }, (_, i) => get(i * bytes))
      : undefined;
  switch (dtypeOfCode(code)) {
    case 'float32':
      return read(4, (at) => view.getFloat32(at, true));
    case 'float64':
      return read(8, (at) => view.getFloat64(at, true));
    case 'int64':
      return read(8, (at) => Number(view.getBigInt64(at, true)));
    case 'uint64':
      return read(8, (at) => Number(view.getBigUint64(at, true)));
    case 'int32':
      return read(4, (at) => view.getInt32(at, true));
    case 'uint32':
      return read(4, (at) => view.getUint32(at, true));
    case 'int16':
      return read(2, (at) => view.getInt16(at, true));
    case 'uint16':
      return read(2, (at) => view.getUint16(at, true));
    case 'int8':
      return read(1, (at) => view.getInt8(at));
    case 'uint8':
    case 'bool':
      return read(1, (at) => view.getUint8(at));
    case 'float16':
      return read(2, (at) => half(view.getUint16(at, true)));
    case 'bfloat16':
      return read(2, (at) => bfloat(view.getUint16(at, true)));
    default:
      return undefined;
  }
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024));
}

function bfloat(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, bits);
  return view.getFloat32(0);
}
