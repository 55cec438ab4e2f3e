import type { onnx } from 'onnx-proto';
import type { Cursor, Walk } from '../../bytes/cursor';
import { BytesError } from '../../bytes/cursor';
import { decodeEntry, decodeTensor, decodeText, number } from './decode';
import { concat } from './parts';
import type { Payload, RawTensor } from './raw';
import { firstValues, smallValues } from './smallValues';
import { HEAD_BYTES } from './lookAlikes';
import { BYTES, VARINT, eachField, plain } from './wire';

/** Fields of TensorProto that hold data: float, int32, string, int64, raw, double, uint64. */
const DATA = new Set([4, 5, 6, 7, 9, 10, 11]);
const RAW_DATA = 9;
/** Data fields up to this many bytes in all are read with the rest: shapes, axes, scalars. */
export const KEEP_BYTES = 8 * 1024;
/** Of a larger one so much is wanted at once: its name, its dims, and where its data begin. */
const LARGE_HEAD_BYTES = 512;
/** Names, dims and notes beyond this are no tensor's. */
const MAX_HEAD_BYTES = 16 * 1024 * 1024;

/** Reads a TensorProto that ends at `end`, jumping over its data. */
export function* walkTensor(cursor: Cursor, end: number): Walk<RawTensor> {
  const small = end - cursor.position <= KEEP_BYTES;
  const wanted = small ? end - cursor.position : LARGE_HEAD_BYTES;
  if (!cursor.has(wanted)) yield wanted;
  const plainly = plainTensor(cursor, end, small);
  if (plainly) return plainly;
  const parts: Uint8Array[] = [];
  let head = 0;
  let payload: Payload | undefined;
  let external: Record<string, string> | undefined;
  yield* eachField(cursor, end, function* (f) {
    if (DATA.has(f.number)) {
      payload = more(payload, f.number, f.offset, f.length);
      if (!small) return;
    }
    if (f.number === 13 && f.wire === BYTES) {
      cursor.spend(0, 1);
      const [key, value] = decodeEntry(yield* plain(cursor, f));
      (external ??= {})[key] = value;
      return;
    }
    head += f.offset + f.length - f.start;
    if (head > MAX_HEAD_BYTES) throw new BytesError('a tensor without data is larger than 16 MiB', f.start);
    cursor.position = f.start;
    parts.push(yield* cursor.take(f.offset + f.length - f.start));
  });
  return rawTensor(decodeTensor(concat(parts)), payload, external, small);
}

/** Data may be written in pieces: their bytes together, and where the first lies. */
function more(payload: Payload | undefined, field: number, offset: number, bytes: number): Payload {
  return payload ? { ...payload, bytes: payload.bytes + bytes } : { field, offset, bytes };
}

function rawTensor(
  t: onnx.ITensorProto,
  payload: Payload | undefined,
  external: Record<string, string> | undefined,
  small: boolean,
): RawTensor {
  const dims = (t.dims ?? []).map(number);
  const isExternal = external !== undefined && (t.dataLocation === 1 || payload === undefined);
  const values = small && !isExternal ? smallValues(t, dims) : undefined;
  return {
    name: t.name ?? '',
    dims,
    dataType: t.dataType ?? 0,
    payload,
    ...(values ? { values } : {}),
    ...(isExternal ? { external } : {}),
  };
}

/**
 * A tensor whose fields are all at hand but for a large payload at its end: how nearly every file is written. Undefined
 * when it is anything else, also when it is not well formed; then it is walked field by field.
 */
function plainTensor(cursor: Cursor, fileEnd: number, small: boolean): RawTensor | undefined {
  const { page, pageStart } = cursor;
  const start = cursor.position - pageStart;
  const end = fileEnd - pageStart;
  const dims: number[] = [];
  const t = { name: '', dims, dataType: 0, dataLocation: 0 };
  let external: Record<string, string> | undefined;
  let payload: Payload | undefined;
  let head: Uint8Array | undefined;
  let at = start;
  /** The number at the place; NaN beyond the page, and for what needs more than eight bytes. */
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = page[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return NaN;
  };
  while (at < end) {
    const tag = page[at++]!;
    // Fields up to 15 have tags of one byte; metadata (16) is rare enough to be walked.
    if (!(tag < 128)) return undefined;
    const field = tag >> 3;
    const value = varint();
    if ((tag & 7) === VARINT) {
      if (field === 1) dims.push(value);
      else if (field === 2) t.dataType = value;
      else if (field === 14) t.dataLocation = value;
      if (Number.isNaN(value)) return undefined;
      continue;
    }
    const stop = at + value;
    if ((tag & 7) !== BYTES || !(stop <= end)) return undefined;
    if (DATA.has(field)) payload = more(payload, field, pageStart + at, value);
    if (DATA.has(field) && !small) {
      if (stop < end) return undefined;
      cursor.keepHead(pageStart + at, HEAD_BYTES);
      if (field === RAW_DATA) head = page.subarray(at, Math.min(stop, at + HEAD_BYTES));
      break;
    }
    if (stop > page.length) return undefined;
    if (field === 1) while (at < stop) dims.push(varint());
    else if (field === 8) t.name = decodeText(page, at, stop);
    else if (field === 13) {
      const [key, text] = decodeEntry(page.subarray(at, stop));
      (external ??= {})[key] = text;
    }
    at = stop;
  }
  if (at > page.length || dims.some(Number.isNaN)) return undefined;
  cursor.spend(at - start, 1);
  cursor.position = fileEnd;
  const withValues = small && payload ? decodeTensor(page.subarray(start, at)) : undefined;
  const made = rawTensor(withValues ?? t, payload, external, small);
  const first = head && firstValues(head, t.dataType);
  return first ? { ...made, first } : made;
}

/** Reads a SparseTensorProto: values, indices, dense dims. */
export function* walkSparseTensor(cursor: Cursor, end: number): Walk<RawTensor> {
  let values: RawTensor | undefined;
  const parts: Uint8Array[] = [];
  yield* eachField(cursor, end, function* (f) {
    const stop = f.offset + f.length;
    if (f.number === 1) values = yield* walkTensor(cursor, stop);
    else if (f.number === 3) {
      // dims: the same field number 1 in TensorProto, so the tag is replaced.
      cursor.position = f.offset;
      const content = yield* cursor.take(f.length);
      parts.push(
        f.wire === BYTES
          ? concat([Uint8Array.of(0x0a, ...lengthBytes(f.length)), content])
          : concat([Uint8Array.of(0x08), content]),
      );
    }
  });
  const dims = (decodeTensor(concat(parts)).dims ?? []).map(number);
  const { name = '', dataType = 0, payload } = values ?? {};
  return { name, dims, dataType, payload, nonZeros: values?.dims[0] ?? 0 };
}

function lengthBytes(length: number): number[] {
  const out: number[] = [];
  let n = length;
  while (n > 127) {
    out.push((n % 128) + 128);
    n = Math.floor(n / 128);
  }
  return [...out, n];
}
